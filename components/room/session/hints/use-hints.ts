'use client';

import { useEffect, useState } from 'react';
import { useLanguage } from '#components/language/use-language.ts';
import type { Hint } from '#lib/hints/hint.ts';
import type { Writing } from '#lib/hints/writing.ts';

/** How long nobody types before a hint may show, in milliseconds: half a sentence is no sentence. */
const pauseInTyping = 1_200;

/**
 * What the author may want to know about what is written so far, computed on this device once they
 * pause. What it takes is fetched from our own server the first time, and nothing is ever sent.
 */
export function useHints(
  text: string,
  writing: Writing | null,
  heard: readonly string[],
): readonly Hint[] {
  const language = useLanguage();
  const [hints, setHints] = useState<readonly Hint[]>([]);
  const all = JSON.stringify(heard);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the same texts in another array change nothing
  useEffect(() => {
    let over = false;
    setHints([]);
    if (writing === null || text.trim() === '') return;
    const look = async () => {
      const [{ hintsFor }, { loadTongue }] = await Promise.all([
        import('#lib/hints/hints.ts'),
        import('#lib/hints/load.ts'),
      ]);
      const tongue = await loadTongue(language);
      if (!over) setHints(hintsFor({ text, writing, heard }, tongue));
    };
    // Without a connection there is no hint, and nothing is lost.
    const timer = setTimeout(() => void look().catch(() => undefined), pauseInTyping);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [text, writing, all, language]);
  return hints;
}
