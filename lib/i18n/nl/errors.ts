export const errors = {
  notFound: {
    title: 'Hier is niets te vinden',
    body: 'Misschien is het adres niet helemaal juist. Je kamer en je woorden zijn er nog gewoon.',
  },
  unexpected: {
    title: 'Er ging iets mis bij ons',
    body: 'Dit ligt niet aan jou. Probeer het opnieuw. Wat al verstuurd was, blijft bewaard.',
  },
} as const;
