export const home = {
  summary: 'Een rustige plek waar koppels oefenen in luisteren: eerst horen, dan pas antwoorden.',
  title: 'Eerst horen. Dan\u00a0pas antwoorden.',
  how: 'Een van jullie vertelt. De ander geeft terug wat er gehoord is. Pas als dat klopt, gaan jullie verder.',
  sealed: 'Jullie woorden worden op je toestel verzegeld. De server kan ze niet lezen.',
  modest: 'Een oefening voor twee, geen therapie.',
  start: 'Begin een kamer',
  starting: 'Je kamer wordt klaargezet …',
  next: 'Daarna krijg je een link voor je partner.',
  back: 'Terug naar jullie kamer',
  backSince: 'Laatste gesprek op <when></when>',
  backNew: 'Nog geen gesprek gehad',
  another: 'Een nieuwe kamer beginnen',
} as const;
