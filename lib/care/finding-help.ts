/** Where a couple finds a therapist, and where it is looked up who may bear which title. */
export const findingHelp = {
  lastChecked: '2026-11-25',
  bipt: 'https://www.bipt.be/nl/consumenten/telefoon/tarifering-van-de-diensten/facturen',
  psychologists: 'https://www.compsy.be',
  caw: 'https://www.caw.be',
  guide: 'https://tijdvoorjerelatie.be/relatiebegeleiding-en-relatietherapie',
  bvrgs: 'https://www.bvrgs.be',
  planning: 'https://loveattitude.be',
  big: 'https://www.bigregister.nl',
  nvrg: 'https://www.nvrg.nl',
} as const;
