/** The cues that are always there, as they read to the couple and on the button. */
export const cues = {
  'slow-down': 'Mag het wat trager?',
  'mirror-first': 'Eerst teruggeven wat je hoorde, dan pas verder.',
  'one-thing': 'Eén ding tegelijk.',
  breathe: 'Even ademen. Voeten op de grond.',
  'well-mirrored': 'Mooi teruggegeven.',
} as const;
