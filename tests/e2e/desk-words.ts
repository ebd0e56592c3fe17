import type { Language } from '#lib/i18n/language.ts';
import type { Couple } from './furnish.ts';

/** What a therapist writes on her desk. */
export const words = {
  nl: {
    day: 'B & T, donderdag',
    phases: ['Teruggeven', 'Aankomen', 'Vertellen'],
    notes: [
      'Hij geeft terug zonder te verdedigen, voor het eerst.',
      'Zij wordt stil bij “je hoeft het niet op te lossen”.\nDaar volgende keer op terugkomen.',
      'Werk, kinderen, en dan pas wat haar dwarszit.',
    ],
    line: 'Neem er de tijd voor die jullie wél hebben: tien minuten is genoeg.',
    another: 'Doe het gerust aan de afwas.',
    note: 'Volgende keer: beginnen met wat goed ging.',
    cue: 'Kijk elkaar even aan.',
    role: 'relatietherapeut',
  },
  en: {
    day: 'B & T, Thursday',
    phases: ['Giving back', 'Landing', 'Telling'],
    notes: [
      'He gives back without defending himself, for the first time.',
      'She goes quiet at “you do not have to solve it”.\nCome back to that next time.',
      'Work, children, and only then what is on her mind.',
    ],
    line: 'Take the time for it that you do have: ten minutes is enough.',
    another: 'Feel free to do it over the dishes.',
    note: 'Next time: begin with what went well.',
    cue: 'Look at each other for a moment.',
    role: 'couples therapist',
  },
} as const;

/** What a therapist could have on her desk. */
export function couplesIn(language: Language): readonly Couple[] {
  const { day, phases, notes, line } = words[language];
  return [
    {
      label: day,
      watched: [6, 20],
      appointments: [2, 16],
      notes: notes.map((text, index) => ({
        session: index < 2 ? 0 : 1,
        phase: phases[index] ?? null,
        text,
      })),
      homework: [
        { exercise: 'mirror-dialogue', line, stands: 'done' },
        { exercise: 'appreciation', line: null, stands: 'declined' },
      ],
    },
    { label: 'L & M', watched: [1], appointments: [5], key: false },
    { label: '', watched: [40] },
  ];
}
