export const newAccount = {
  title: 'Een account maken',
  invite: {
    heading: 'Houd je kamer, ook als je toestel weg is',
    about: 'Je plaats in de kamer hoort nu bij deze browser. Met een account hoort ze bij jou.',
    anywhere: 'Je komt erin op elk toestel, met je eerdere gesprekken erbij.',
    lost: 'Toestel kwijt of browser gewist? Je kamer blijft van jou.',
    safe: 'Niemand kan met een link jouw plaats innemen.',
    price:
      'Wat je ervoor geeft: een e-mailadres. Je partner ziet het niet, wie de server beheert wel.',
    create: 'Maak een account',
    signIn: 'Ik heb er al een',
    notNow: 'Nu niet',
  },
  ask: {
    heading: 'Maak een account',
    about: 'Eerst kijken we of dit adres van jou is. Je partner krijgt het niet te zien.',
    submit: 'Ga verder',
    busy: 'We vragen een link …',
    known: 'Heb je al een account?',
    signIn: 'Meld je aan',
  },
  asked: {
    heading: 'Kijk in je mailbox',
    email:
      'Er is een mail onderweg naar {email}, met een link om verder te gaan. Niets gekregen? Kijk bij ongewenste mail.',
    here: 'Open de link in deze browser, want hier staan de sleutels van je kamer.',
    hostHeading: 'Vraag de link aan de beheerder',
    host: 'Deze server verstuurt geen mails. Wie hem beheert, kan een link maken voor {email} en hem aan jou geven.',
    again: 'Een ander adres',
  },
  opening: 'We kijken je link na …',
  spent: {
    heading: 'Deze link werkt niet meer',
    about: 'Hij is gebruikt of verlopen. Vraag een nieuwe: dat kan zo vaak je wilt.',
    again: 'Vraag een nieuwe link',
  },
  elsewhere: {
    heading: 'In deze browser staat geen kamer',
    about:
      'Heb je al een kamer in een andere browser of op een ander toestel? Open deze link dan dáár. Maak je het account hier, dan komt die kamer er niet bij.',
    goOn: 'Ik heb nog geen kamer, ga verder',
  },
  password: {
    heading: 'Kies een wachtwoord',
    about:
      'Hiermee gaan je gesprekken open. Het verlaat je toestel niet: ook de server krijgt het niet te zien.',
    therapist: 'Ik ben therapeut',
    therapistHint:
      'Je stelt daarna meteen een tweede stap in. Die heb je dan nodig om je aan te melden.',
    consent:
      'Door verder te gaan, ga je akkoord met wat we bewaren en waarom. <privacy>Lees wat dat is</privacy>.',
    submit: 'Ga verder',
    busy: 'We maken je sleutels …',
  },
  code: {
    step: 'Bewaar deze code voor je verdergaat. Je account is er nog niet.',
    submit: 'Maak het account',
    busy: 'We maken je account …',
  },
} as const;
