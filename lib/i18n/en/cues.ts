import type { cues as source } from '../nl/cues.ts';
import type { Translation } from '../translation.ts';

export const cues: Translation<typeof source> = {
  'slow-down': 'Could it go a little slower?',
  'mirror-first': 'First give back what you heard, then go on.',
  'one-thing': 'One thing at a time.',
  breathe: 'Take a breath. Feet on the ground.',
  'well-mirrored': 'Well given back.',
};
