'use client';

import { useState } from 'react';
import { useHere } from '#components/room/here.tsx';

/** Whose proposal stands in the room. */
export type Standing = 'yours' | 'theirs' | 'none';

/**
 * Follows the proposal of the room.
 * @param onYours called when your own comes to stand, whatever was on the screen meanwhile.
 * @returns `gone` once one went away without a session. Who took it away is nobody's blame, and not told.
 */
export function useStanding(onYours: () => void): { standing: Standing; gone: boolean } {
  const { view, you } = useHere();
  const standing = !view.proposal ? 'none' : view.proposal.by === you ? 'yours' : 'theirs';
  const [former, setFormer] = useState<Standing>(standing);
  const [gone, setGone] = useState(false);
  if (former !== standing) {
    setFormer(standing);
    setGone(standing === 'none');
    if (standing === 'yours') onYours();
  }
  return { standing, gone };
}
