export const mail = {
  create: {
    subject: 'Je account bij Weerklank',
    text: `Dag,

Met deze link maak je je account bij Weerklank af:

{link}

De link werkt één keer en blijft een uur geldig. Heb je dit niet gevraagd? Dan hoef je niets te doen: zonder de link gebeurt er niets.`,
  },
  exists: {
    subject: 'Je hebt al een account bij Weerklank',
    text: `Dag,

Iemand, waarschijnlijk jijzelf, wou met dit adres een account maken bij Weerklank. Je hebt er al een. Hier meld je je aan:

{link}

Je wachtwoord vergeten? Op die pagina vraag je een nieuw. Was jij het niet? Dan hoef je niets te doen.`,
  },
  reset: {
    subject: 'Een nieuw wachtwoord voor Weerklank',
    text: `Dag,

Met deze link kies je een nieuw wachtwoord:

{link}

De link werkt één keer en blijft tien minuten geldig. Leg je herstelcode klaar: daarmee blijven je eerdere gesprekken leesbaar. Heb je dit niet gevraagd? Dan hoef je niets te doen: je wachtwoord blijft zoals het is.`,
  },
  link: {
    subject: 'Aanmelden bij Weerklank',
    text: `Dag,

Met deze link meld je je aan, op het toestel waarop je hem opent:

{link}

De link werkt één keer en blijft tien minuten geldig. Geef hem aan niemand door. Heb je dit niet gevraagd? Dan hoef je niets te doen.`,
  },
  password: {
    subject: 'Je wachtwoord bij Weerklank is veranderd',
    text: `Dag,

Het wachtwoord van je account is net veranderd. Was jij dat? Dan is alles in orde.

Was jij het niet? Kies dan meteen ‘Wachtwoord vergeten?’ op deze pagina. Kijk daarna in je account welke toestellen aangemeld zijn.

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
    subject: 'Er is iets veranderd aan hoe je je aanmeldt bij Weerklank',
    text: `Dag,

Aan je account is net een manier om je aan te melden toegevoegd of weggehaald. Was jij dat? Dan is alles in orde.

Was jij het niet? Kies dan meteen een ander wachtwoord in je account, en kijk er wat er veranderd is:

{link}`,
  },
} as const;
