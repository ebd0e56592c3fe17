import type { cues as source } from '../nl/cues.ts';
import type { Translation } from '../translation.ts';

export const cues: Translation<typeof source> = {
  'slow-down': 'A little slower',
  'mirror-first': 'Mirror first',
  'one-thing': 'One thing at a time',
  breathe: 'Breathe out',
  'well-mirrored': 'Nicely mirrored',
};
