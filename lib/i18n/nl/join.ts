export const join = {
  title: 'Uitnodiging',
  reading: 'Je uitnodiging wordt geopend …',
  open: {
    title: 'Je partner wacht op je',
    body: 'Dit is een kamer voor jullie twee. Een van jullie vertelt, de ander geeft terug wat er gehoord is. Stoppen kan altijd.',
    enter: 'Ga naar binnen',
    entering: 'De deur gaat open …',
    sealed: 'Alleen jullie twee toestellen kunnen lezen wat er gezegd wordt.',
  },
  used: {
    title: 'Deze link is al gebruikt',
    body: 'Een uitnodiging werkt één keer. Was jij dat? Open Weerklank dan in de browser waarmee je toen binnenkwam. Was jij het niet? Zeg het aan je partner en vraag een nieuwe link.',
  },
  expired: {
    title: 'Deze link is verlopen',
    body: 'Een uitnodiging blijft maar een tijd geldig. Vraag je partner om een nieuwe te maken in de kamer.',
  },
  withdrawn: {
    title: 'Deze link werkt niet meer',
    body: 'De uitnodiging is ingetrokken, misschien omdat er een nieuwe gemaakt is. Kijk of je een recenter bericht kreeg, of vraag het na.',
  },
  unknown: {
    title: 'Deze link klopt niet',
    body: 'Misschien is er bij het kopiëren een stukje weggevallen. Open de link nog eens vanuit het bericht, of vraag om hem opnieuw te sturen.',
  },
  own: {
    title: 'Deze link is voor je partner',
    body: 'Jij hebt al een plaats in deze kamer. Stuur de link door naar je partner. De link blijft geldig, ook nu jij hem opende.',
  },
  otherKey: {
    title: 'Deze link past niet bij je kamer',
    body: 'Op dit toestel staat voor deze kamer een andere sleutel dan die in de link. Er is niets veranderd. Vraag je partner, aan de telefoon of naast je, of die de link echt zelf maakte.',
  },
  missing: {
    title: 'Er hoort nog iets bij deze link',
    body: 'Open de uitnodiging opnieuw, vanuit het bericht waarin je ze kreeg. Heb je deze pagina herladen? Dan is de link uit veiligheid gewist.',
  },
  offline: {
    title: 'Geen verbinding',
    body: 'Je uitnodiging is er nog. Zodra je weer verbinding hebt, kun je het opnieuw proberen.',
  },
  storage: {
    title: 'Je toestel kan dit niet bewaren',
    body: 'Om binnen te komen moet je browser de sleutel van de kamer bewaren. Open de link in een gewoon venster, geen privévenster.',
  },
} as const;
