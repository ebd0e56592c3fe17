import type { Translation } from '../translation.ts';
import type { replay as source } from '../nl/replay.ts';

export const replay = {
  title: 'Looking back',
} satisfies Translation<typeof source>;
