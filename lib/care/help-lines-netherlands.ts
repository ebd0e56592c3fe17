import type { HelpGroup } from './help-line.ts';

/** Violence, in the Netherlands. */
export const violenceInNetherlands: HelpGroup = {
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
export const suicideInNetherlands: HelpGroup = {
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
