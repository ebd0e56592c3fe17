export const mail = {
  create: {
    subject: 'Je account bij Weerklank',
    text: `Dag,

Met deze link maak je je account bij Weerklank af:

{link}

De link werkt één keer, en een uur lang. Heb je dit niet gevraagd? Dan hoef je niets te doen: zonder de link gebeurt er niets.`,
  },
  exists: {
    subject: 'Je hebt al een account bij Weerklank',
    text: `Dag,

Iemand, waarschijnlijk jijzelf, wou met dit adres een account maken bij Weerklank. Je hebt er al een. Inloggen kan hier:

{link}

Je wachtwoord kwijt? Op die pagina vraag je een nieuw. Was jij het niet? Dan hoef je niets te doen.`,
  },
  reset: {
    subject: 'Een nieuw wachtwoord voor Weerklank',
    text: `Dag,

Met deze link kies je een nieuw wachtwoord:

{link}

De link werkt één keer, en tien minuten lang. Leg je herstelcode klaar: daarmee blijven jullie vroegere gesprekken leesbaar. Heb je dit niet gevraagd? Dan hoef je niets te doen: je wachtwoord blijft zoals het is.`,
  },
  link: {
    subject: 'Inloggen bij Weerklank',
    text: `Dag,

Met deze link log je in, op het toestel waarop je hem opent:

{link}

De link werkt één keer, en tien minuten lang. Geef hem aan niemand door. Heb je dit niet gevraagd? Dan hoef je niets te doen.`,
  },
  password: {
    subject: 'Je wachtwoord bij Weerklank is veranderd',
    text: `Dag,

Het wachtwoord van je account is net veranderd. Was jij dat? Dan is alles in orde.

Was jij het niet? Kies dan meteen een nieuw wachtwoord, en kijk daarna op de pagina van je account wie er is ingelogd:

{link}`,
  },
  recovery: {
    subject: 'Je herstelcode bij Weerklank is vervangen',
    text: `Dag,

De herstelcode van je account is net vervangen. De vorige opent niets meer. Was jij dat? Dan is alles in orde.

Was jij het niet? Kies dan meteen een nieuw wachtwoord, maak daarna zelf een nieuwe herstelcode, en kijk op de pagina van je account wie er is ingelogd:

{link}`,
  },
  factor: {
    subject: 'Er is iets veranderd aan hoe je inlogt bij Weerklank',
    text: `Dag,

Aan je account is net een manier om in te loggen toegevoegd of weggehaald. Was jij dat? Dan is alles in orde.

Was jij het niet? Kies dan meteen een nieuw wachtwoord, en kijk daarna op de pagina van je account wat er veranderd is:

{link}`,
  },
} as const;
