export const care = {
  intro: {
    title: 'Eerst iets voor jou alleen',
    body: 'Vier korte vragen over hoe vrij en veilig je je voelt bij je partner. Iedereen krijgt ze, en af en toe opnieuw.',
    alone: 'Beantwoord ze alleen. Kijkt er iemand mee? Kies dan ‘Nu niet’.',
    unseen: 'Niemand ziet wat je antwoordt, ook je partner niet, ook wij niet.',
    unkept: 'Je antwoorden blijven op dit scherm. Ze worden niet verstuurd en nergens bewaard.',
    begin: 'Naar de vragen',
  },
  progress: 'Vraag {number} van {total}',
  question: {
    fear: 'Ben je soms bang voor je partner, of voor hoe die zal reageren?',
    injury:
      'Heeft je partner je ooit lichamelijk pijn gedaan, of iets gedaan waardoor je gewond had kunnen raken?',
    control:
      'Beslist je partner over wat van jou is: wie je ziet, waar je heen gaat, je geld, je telefoon?',
    refusal:
      'Zijn er momenten waarop je geen nee durft te zeggen, omdat je niet weet wat er dan gebeurt?',
  },
  answer: {
    yes: 'Ja',
    no: 'Nee',
    unsaid: 'Dat zeg ik liever niet',
  },
  back: 'Terug',
  notNow: 'Nu niet',
  help: {
    title: 'Wat jij voelt, telt',
    why: 'Als je bang bent, als iemand je pijn doet of als je niet vrij bent, is een luisteroefening niet genoeg. Ze kan het zelfs moeilijker maken. Daarom gaat de kamer nu niet open. Dat ligt niet aan jou.',
    talkTitle: 'Met wie je kunt praten',
    talk: 'Je hoeft vandaag niets te beslissen. Praten kan wel, met mensen die dit elke dag horen.',
    partnerTitle: 'Wat je partner hiervan ziet',
    partner:
      'Niets. Er is niets verstuurd. Het lijkt alsof je hier nog niet geweest bent, zoals wanneer je geen tijd of geen verbinding had.',
    asked: 'Vraagt iemand ernaar? ‘Het lukte nu niet’ is genoeg, en het is waar.',
    traceTitle: 'Wat hiervan achterblijft',
    trace:
      'Van je antwoorden niets. Kom je terug, dan stellen we de vragen gewoon opnieuw. Je browser onthoudt wel dat je op deze site was, en je telefoon welke nummers je belde.',
    more: 'Meer hulp, en hoe je sporen wist',
  },
  unsaid: {
    title: 'Je hoeft niets te zeggen',
    body: 'Er was iets wat je liever voor jezelf hield. Dat mag. Herken je iets van angst, pijn of dwang, dan is een oefening met je partner nu niet de beste stap. Bij deze mensen kun je terecht.',
    own: 'Of je verdergaat, beslis je zelf. Ook hiervan wordt niets verstuurd.',
    goOn: 'Ga verder',
  },
  lines: {
    country: {
      be: 'België',
      nl: 'Nederland',
    },
    about: 'Meer over deze lijn',
    site: 'Chatten, uren en meer: {site}',
    checked: 'Nagekeken op {date}, met <source>{against}</source>.',
    hours: 'Uren veranderen soms. Op de site van de lijn staan die van vandaag.',
  },
} as const;
