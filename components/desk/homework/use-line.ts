'use client';

import { useEffect, useState } from 'react';
import type { Homework } from '#lib/observation.ts';
import { openLine } from '#lib/vault/case-key.ts';
import type { CaseHere } from '../spread.ts';
import { caseKeyOn } from './case-key-on.ts';

/** The line that goes with an exercise; null for none, and while it is being opened. */
export function useLine(
  { id, caseId, exercise, epoch, sealedLine }: Homework,
  one: CaseHere,
): { text: string } | 'unreadable' | null {
  const [line, setLine] = useState<{ text: string } | 'unreadable' | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the line and the key are what it is made of
  useEffect(() => {
    let left = false;
    const open = async () => {
      const held = caseKeyOn(one);
      if (!sealedLine) return null;
      if (!held) return 'unreadable';
      const opened = await openLine(held.key, { caseId, id, exercise, epoch }, sealedLine);
      return opened.ok ? { text: opened.value } : 'unreadable';
    };
    void open().then((opened) => {
      if (!left) setLine(opened);
    });
    return () => {
      left = true;
    };
  }, [sealedLine, one.item?.content.caseKey]);
  return line;
}
