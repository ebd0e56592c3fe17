/** The cues that are always there, as they read to the couple and on the button. */
export const cues = {
  'slow-down': 'Even trager',
  'mirror-first': 'Spiegel eerst',
  'one-thing': 'Eén ding tegelijk',
  breathe: 'Adem even uit',
  'well-mirrored': 'Mooi gespiegeld',
} as const;
