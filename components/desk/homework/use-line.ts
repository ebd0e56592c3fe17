'use client';

import { useEffect, useState } from 'react';
import { ownLine } from '#lib/client/desk.ts';
import type { Homework } from '#lib/observation.ts';
import type { CaseHere } from '../spread.ts';

/** The line that goes with an exercise; null for none, and while it is being opened. */
export function useLine(given: Homework, one: CaseHere): { text: string } | 'unreadable' | null {
  const [line, setLine] = useState<{ text: string } | 'unreadable' | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the line and the key are what it is made of
  useEffect(() => {
    let left = false;
    const open = async () => {
      if (given.sealedLine === null) return null;
      const text = await ownLine(one.item ?? undefined, given);
      return text === null ? 'unreadable' : { text };
    };
    void open().then((opened) => {
      if (!left) setLine(opened);
    });
    return () => {
      left = true;
    };
  }, [given.sealedLine, one.item?.caseKey]);
  return line;
}
