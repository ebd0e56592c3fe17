import type { HelpGroup } from './help-line.ts';
import { suicideInBelgium, violenceInDutch, violenceInFrench } from './help-lines-belgium.ts';
import { suicideInNetherlands, violenceInNetherlands } from './help-lines-netherlands.ts';

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

/** All the lines we know of, danger first. Only whole groups: nothing can show a line without its others. */
export const helpGroups: readonly HelpGroup[] = [
  danger,
  violenceInDutch,
  violenceInFrench,
  violenceInNetherlands,
  suicideInBelgium,
  suicideInNetherlands,
];
