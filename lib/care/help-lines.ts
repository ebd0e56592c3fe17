import type { HelpGroup } from './help-line.ts';

/*
 * Everything about the help lines stands in this one file. Whoever hosts Weerklank checks each line against
 * its site now and then, and notes the day and the source.
 */

const free = {
  nl: 'Gratis. Je hoeft niet te zeggen wie je bent.',
  en: 'Free. You do not have to say who you are.',
};

const danger: HelpGroup = {
  id: 'danger',
  country: 'both',
  purpose: 'danger',
  title: { nl: 'Nu in gevaar', en: 'In danger now' },
  lines: [
    {
      number: '112',
      name: '112',
      speaks: ['nl', 'fr'],
      when: {
        nl: 'In België en Nederland: politie, ziekenwagen, brandweer.',
        en: 'In Belgium and the Netherlands: police, ambulance, fire brigade.',
      },
      hours: { nl: 'Dag en nacht.', en: 'Day and night.' },
      terms: {
        nl: 'Gratis. Kun je in België niet praten: met de app 112 BE kun je ook chatten.',
        en: 'Free. If you cannot speak in Belgium, you can also chat with the app 112 BE.',
      },
      site: 'https://www.112.be',
      lastChecked: '2026-11-25',
      source:
        'https://www.rodekruis.be/wat-kan-jij-doen/volg-een-opleiding/eerstehulptips/112-bellen/',
      checkedAgainst: {
        nl: 'een ongedateerde kopie van een pagina van het Rode Kruis',
        en: 'an undated copy of a page of the Red Cross',
      },
    },
    {
      number: '101',
      name: 'Politie · Police',
      speaks: ['nl', 'fr'],
      when: {
        nl: 'In België: dringende hulp van de politie, rechtstreeks.',
        en: 'In Belgium: urgent help from the police, directly.',
      },
      hours: { nl: 'Dag en nacht.', en: 'Day and night.' },
      terms: { nl: 'Gratis.', en: 'Free.' },
      site: 'https://www.112.be',
      lastChecked: '2026-11-25',
      source: 'https://www.diekeure.be/nl-be/professional/nieuws/noodnummers',
      checkedAgainst: {
        nl: 'een ongedateerde kopie van een overzicht van noodnummers',
        en: 'an undated copy of a list of emergency numbers',
      },
    },
  ],
};

/** Violence, for who speaks Dutch. 1712 closes at night, so it never stands without 106. */
const violenceInDutch: HelpGroup = {
  id: 'violence-be-nl',
  country: 'be',
  purpose: 'violence',
  title: {
    nl: 'Geweld of angst thuis, in het Nederlands',
    en: 'Violence or fear at home, in Dutch',
  },
  lines: [
    {
      number: '1712',
      name: '1712',
      speaks: ['nl'],
      when: {
        nl: 'Voor elke vraag over geweld, ook over dwang, vernedering of geld. Je beslist zelf wat er daarna gebeurt, tenzij iemand in gevaar is.',
        en: 'For any question about violence, and also about coercion, humiliation or money. You decide what happens next, unless somebody is in danger.',
      },
      hours: {
        nl: 'Op werkdagen, en de chat ook een deel van de avond. Niet ’s nachts, en in wat wij vonden ook niet in het weekend. Geen noodnummer.',
        en: 'On working days, the chat also for part of the evening. Not at night and, in what we found, not at weekends. Not an emergency number.',
      },
      terms: free,
      site: 'https://www.1712.be',
      lastChecked: '2026-11-25',
      source: 'https://www.1712.be/nl/over-1712',
      checkedAgainst: {
        nl: 'een ongedateerde kopie van hun site; de uren in teksten van 2019 tot 2022',
        en: 'an undated copy of their site; the hours in texts from 2019 to 2022',
      },
    },
    {
      number: '106',
      name: 'Tele-Onthaal',
      speaks: ['nl'],
      when: {
        nl: 'Iemand die luistert, over alles. Ook als 1712 dicht is.',
        en: 'Somebody who listens, about anything. Also when 1712 is closed.',
      },
      hours: {
        nl: 'Bellen kan dag en nacht, elke dag. De chat heeft eigen uren.',
        en: 'By phone day and night, every day. The chat has hours of its own.',
      },
      terms: free,
      site: 'https://www.tele-onthaal.be',
      lastChecked: '2026-11-25',
      source:
        'https://focus-wtv.be/nieuws/meer-oproepen-voor-tele-onthaal-vlaanderen-met-extra-geld-vrij',
      checkedAgainst: {
        nl: 'een nieuwsbericht van augustus 2025; dag en nacht in berichten van 2019 en 2020',
        en: 'a news item of August 2025; day and night in items of 2019 and 2020',
      },
    },
  ],
};

/** Violence, for who speaks French. */
const violenceInFrench: HelpGroup = {
  id: 'violence-be-fr',
  country: 'be',
  purpose: 'violence',
  title: { nl: 'Geweld of angst thuis, in het Frans', en: 'Violence or fear at home, in French' },
  lines: [
    {
      number: '0800 30 030',
      name: 'Écoute violences conjugales',
      speaks: ['fr'],
      when: {
        nl: 'Over geweld tussen partners: voor wie het ondergaat, doet of ziet gebeuren.',
        en: 'About violence between partners: for anyone who suffers it, does it or sees it happen.',
      },
      hours: {
        nl: 'Dag en nacht. ’s Nachts en in het weekend krijg je 107 aan de lijn. Geen noodnummer.',
        en: 'Day and night. At night and at weekends 107 answers. Not an emergency number.',
      },
      terms: { nl: 'Gratis en vertrouwelijk.', en: 'Free and confidential.' },
      site: 'https://www.ecouteviolencesconjugales.be',
      lastChecked: '2026-11-25',
      source: 'https://www.ecouteviolencesconjugales.be/qui-sommes-nous/presentation/',
      checkedAgainst: {
        nl: 'een ongedateerde kopie van hun site, van na 2017',
        en: 'an undated copy of their site, from after 2017',
      },
    },
    {
      number: '107',
      name: 'Télé-Accueil',
      speaks: ['fr'],
      when: { nl: 'Iemand die luistert, over alles.', en: 'Somebody who listens, about anything.' },
      hours: {
        nl: 'Bellen kan dag en nacht, elke dag. Er is ook een chat.',
        en: 'By phone day and night, every day. There is a chat as well.',
      },
      terms: free,
      site: 'https://www.tele-accueil.be',
      lastChecked: '2026-11-25',
      source: 'https://tele-accueil.be/charleroi/projet/',
      checkedAgainst: {
        nl: 'een ongedateerde kopie van hun site; de chat in een nieuwsbericht van september 2022',
        en: 'an undated copy of their site; the chat in a news item of September 2022',
      },
    },
  ],
};

/** Thoughts of suicide, in both languages. */
const suicideInBelgium: HelpGroup = {
  id: 'suicide-be',
  country: 'be',
  purpose: 'suicide',
  title: { nl: 'Als je aan zelfmoord denkt', en: 'If you are thinking of suicide' },
  lines: [
    {
      number: '1813',
      name: 'Zelfmoordlijn',
      speaks: ['nl'],
      when: {
        nl: 'Voor wie aan zelfmoord denkt, en voor wie zich zorgen maakt om iemand.',
        en: 'For anyone thinking of suicide, and for anyone worried about somebody.',
      },
      hours: {
        nl: 'Bellen kan dag en nacht. De chat is ’s avonds open.',
        en: 'By phone day and night. The chat is open in the evening.',
      },
      terms: free,
      site: 'https://www.zelfmoord1813.be',
      lastChecked: '2026-11-25',
      source: 'https://www.hbvl.be/cnt/dmf20211130_93272468',
      checkedAgainst: {
        nl: 'een nieuwsbericht van november 2021; dat het gratis is in een van september 2019',
        en: 'a news item of November 2021; that it is free in one of September 2019',
      },
    },
    {
      number: '0800 32 123',
      name: 'Centre de Prévention du Suicide',
      speaks: ['fr'],
      when: {
        nl: 'Hetzelfde, in het Frans.',
        en: 'The same, in French.',
      },
      hours: { nl: 'Dag en nacht.', en: 'Day and night.' },
      terms: free,
      site: 'https://www.preventionsuicide.be',
      lastChecked: '2026-11-25',
      source:
        'https://www.dhnet.be/dernieres-depeches/2023/09/05/une-nouvelle-campagne-de-prevention-du-suicide-pour-agir-avant-le-drame-ZGY4QISYTREFDEKWQIYM5IIN7Q/',
      checkedAgainst: {
        nl: 'een nieuwsbericht van september 2023 en een oudere kopie van hun site',
        en: 'a news item of September 2023 and an older copy of their site',
      },
    },
  ],
};

/** Violence, in the Netherlands. */
const violenceInNetherlands: HelpGroup = {
  id: 'violence-nl',
  country: 'nl',
  purpose: 'violence',
  title: { nl: 'Geweld of angst thuis', en: 'Violence or fear at home' },
  lines: [
    {
      number: '0800-2000',
      name: 'Veilig Thuis',
      speaks: ['nl'],
      when: {
        nl: 'Advies en hulp bij geweld thuis, voor wie het meemaakt, doet of ziet gebeuren.',
        en: 'Advice and help with violence at home, for anyone who suffers it, does it or sees it happen.',
      },
      hours: {
        nl: 'Bellen kan dag en nacht. De chat meestal op werkdagen overdag.',
        en: 'By phone day and night. The chat mostly on working days in the daytime.',
      },
      terms: {
        nl: 'Gratis. Raad vragen kan zonder je naam te geven.',
        en: 'Free. You can ask for advice without giving your name.',
      },
      note: {
        nl: 'Raad vragen is iets anders dan melden. Na een melding mag Veilig Thuis inlichtingen vragen zonder toestemming, en het zegt dat aan iedereen om wie het gaat. Vraag daarom eerst, voor je namen noemt, wat er met je verhaal gebeurt.',
        en: 'Asking for advice is not the same as reporting. After a report Veilig Thuis may ask others for information without consent, and it tells everyone concerned. So before you give names, ask what will happen to your story.',
      },
      site: 'https://veiligthuis.nl',
      lastChecked: '2026-11-25',
      source:
        'https://www.gemeente.nu/veiligheid/bereikbaarheid-veilig-thuis-met-24-7-chatfunctie-wenselijk/',
      checkedAgainst: {
        nl: 'een bericht van oktober 2025, en ongedateerde kopieën van sites van Veilig Thuis',
        en: 'an item of October 2025, and undated copies of sites of Veilig Thuis',
      },
    },
  ],
};

/** Thoughts of suicide, in the Netherlands. */
const suicideInNetherlands: HelpGroup = {
  id: 'suicide-nl',
  country: 'nl',
  purpose: 'suicide',
  title: { nl: 'Als je aan zelfmoord denkt', en: 'If you are thinking of suicide' },
  lines: [
    {
      number: '113',
      also: '0800-0113',
      name: '113 Zelfmoordpreventie',
      speaks: ['nl'],
      when: {
        nl: 'Voor wie aan zelfmoord denkt, en voor wie zich zorgen maakt om iemand.',
        en: 'For anyone thinking of suicide, and for anyone worried about somebody.',
      },
      hours: { nl: 'Bellen en chatten kan dag en nacht.', en: 'By phone and chat, day and night.' },
      terms: {
        nl: 'Gratis. Je hoeft niet te zeggen wie je bent.',
        en: 'Free. You do not have to say who you are.',
      },
      site: 'https://www.113.nl',
      lastChecked: '2026-11-25',
      source:
        'https://www.upday.com/nl/binnenland/nummer-113-nu-gratis-betere-hulp-bij-zelfdodingsgedachten/pj8neqt',
      checkedAgainst: {
        nl: 'een nieuwsbericht van oktober 2025',
        en: 'a news item of October 2025',
      },
    },
  ],
};

/** All the lines we know of, danger first. Only whole groups: nothing can show a line without its others. */
export const helpGroups: readonly HelpGroup[] = [
  danger,
  violenceInDutch,
  violenceInFrench,
  violenceInNetherlands,
  suicideInBelgium,
  suicideInNetherlands,
];
