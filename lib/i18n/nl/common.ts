export const common = {
  close: 'Sluiten',
  retry: 'Probeer opnieuw',
  toStart: 'Naar het begin',
  help: 'Hulp en veiligheid',
  privacy: 'Privacy',
  consent:
    'Door verder te gaan, stem je ermee in dat deze server jullie verzegelde woorden bewaart, en bijhoudt dát jullie praten en wanneer. <privacy>Lees wat dat inhoudt.</privacy>',
  exit: {
    label: 'Snel weg',
    about:
      'Haalt deze pagina meteen van je scherm en gaat naar {place}. Drie keer na elkaar op Shift drukken doet hetzelfde.',
    keys: 'of drie keer Shift',
    once: 'Nog één keer Shift en je bent weg.',
  },
  language: {
    label: 'Taal',
    trouble: 'De taal kon niet wisselen. Kijk of je verbinding hebt en probeer het nog eens.',
  },
  promise: 'Geen account nodig. Geen reclame of trackers.',
  name: {
    label: 'Hoe heet je?',
    hint: 'Je partner ziet deze naam.',
    empty: 'Vul een naam in, dan weet je partner wie je bent.',
    long: 'Kies een kortere naam, van hoogstens 40 tekens.',
  },
  trouble: {
    answer:
      'Er kwam geen antwoord van de server. Kijk of je verbinding hebt en probeer het nog eens.',
    storage:
      'Je toestel kon de sleutel van de kamer niet bewaren. Zit je in een privévenster? Probeer het dan in een gewoon venster.',
  },
  secure: {
    title: 'Deze verbinding is niet beveiligd',
    why: 'Jullie woorden worden op je eigen toestel verzegeld. Een browser staat dat alleen toe op een adres dat met https begint, of op het toestel waarop Weerklank draait (localhost).',
    visitor: 'Heb je een link gekregen? Vraag dan een link die met https begint.',
    host: 'Draai je Weerklank zelf? Start het met <command>npm start -- --https</command>, of zet het achter een server die https spreekt.',
  },
  breathing: {
    in: 'Adem in',
    out: 'Adem uit',
    still: 'Adem rustig: vier tellen in, zes tellen uit.',
    rest: 'Laat de cirkel stilstaan',
    move: 'Laat de cirkel bewegen',
  },
} as const;
