export const room = {
  title: 'Jullie kamer · Weerklank',
  heading: 'Jullie kamer',
  partner: 'je partner',
  connecting: 'We zoeken verbinding …',
  offline: 'Geen verbinding. Wat je typt, blijft hier.',
  slow: 'Dit duurt langer dan anders. Kijk of je verbinding hebt, of herlaad de pagina.',
  home: 'Naar het begin',
  rights: 'Bewaren, meenemen, wissen of weggaan',
  keepAccount: 'Houd deze kamer, ook als je toestel weg is',
  key: {
    reading: 'We openen de kamer …',
    missingTitle: 'Dit toestel heeft de sleutel van de kamer niet',
    missing:
      'Wat jullie hier tegen elkaar zeggen, gaat alleen open met de sleutel van jullie kamer. Die staat op het toestel waarmee je binnenkwam, en op dit toestel niet.',
    account: 'Open de kamer met je account',
    advice:
      'Lukt dat allebei niet? Vraag je partner om je opnieuw binnen te laten. Dat kan in de kamer, en je krijgt dan een nieuwe link.',
    watched: '{name} kan meekijken. Hier laat je {name} gaan.',
    ask: 'Vraag de sleutel aan je partner',
    wanted: '{name} vraagt de sleutel van de kamer.',
    help: 'Kijk wat je kunt doen',
  },
  refused: {
    title: 'Hier kun je niet binnen',
    text: 'Deze kamer is op dit toestel niet open voor jou. Kreeg je een link van je partner? Open die nog eens, of vraag een nieuwe.',
    elsewhere:
      'Liet je partner je opnieuw binnen? Dan kan je plaats nu op een ander toestel zijn: dat waarop die nieuwe link geopend werd.',
    account: 'Meld je aan met je account',
  },
  outdated: {
    title: 'Er is een nieuwe versie',
    text: 'Deze pagina is van voor een vernieuwing. Laad ze opnieuw, dan gaan jullie verder waar jullie waren. Wat je typte, is bewaard op dit toestel.',
    reload: 'Laad opnieuw',
  },
  presence: {
    here: '{name} is hier',
    away: '{name} is er nu niet',
    arrived: '{name} is binnen. Jullie zijn met z’n tweeën.',
  },
  absence: {
    notYet:
      'De kamer is nog niet open: je partner is er nog niet. Waarom, weet Weerklank niet. Het kan van alles zijn: geen tijd, geen bereik, de link niet gezien.',
    away: 'Waarom {name} er nu niet is, weet Weerklank niet. Het kan van alles zijn: geen tijd, geen bereik, een minder goed moment.',
  },
  invite: {
    heading: 'Laat je partner binnen',
    about:
      'Stuur deze link naar je partner, of laat de code scannen. Wie hem opent, krijgt de andere plaats in de kamer. Stuur hem dus maar naar één iemand.',
    make: 'Maak een link',
    makeNew: 'Maak een nieuwe link',
    link: 'De link naar jullie kamer',
    copy: 'Kopieer de link',
    copied: 'Gekopieerd',
    byHand: 'Je browser laat ons niet kopiëren. De link is geselecteerd: kopieer hem zelf.',
    share: 'Deel de link',
    shareText: 'Kom je bij me zitten? Dit is onze kamer.',
    code: 'Code met de link, om te scannen met de andere telefoon',
    validUntil: 'Geldig tot <time></time>, en daarna niet meer.',
    elsewhere:
      'Er staat een link open die je op een ander toestel maakte. Hier kunnen we hem niet tonen.',
    withdraw: 'Trek de link in',
    failed: 'Dat lukte niet. Probeer het nog eens als er verbinding is.',
    waiting: 'Zodra je partner binnenkomt, zie je het hier.',
  },
  again: {
    open: 'Laat {name} opnieuw binnen',
    heading: '{name} opnieuw binnenlaten',
    about:
      'Voor als {name} een ander toestel heeft, of het vorige kwijt is. Je maakt een nieuwe link voor dezelfde plaats.',
    here: '{name} is nu hier, en niemand wordt van een plaats gezet waar die op zit. Staat het vorige toestel nog aan? Zodra het hier weg is, kun je een link maken.',
    warning:
      'Wie de nieuwe link opent, krijgt de plaats van {name}. De kamer krijgt meteen een nieuwe sleutel: het vorige toestel opent niets meer van wat jullie daarna zeggen.',
  },
} as const;
