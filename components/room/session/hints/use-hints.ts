'use client';

import { useEffect, useState } from 'react';
import { useLanguage } from '#components/language/use-language.ts';
import type { Hint } from '#lib/hints/hint.ts';
import type { Draft } from '#lib/hints/hints.ts';
import type { Writing } from '#lib/hints/writing.ts';
import type { Language } from '#lib/i18n/language.ts';

/** How long nobody types before a hint may show, in milliseconds: half a sentence is no sentence. */
const pauseInTyping = 1_200;

type Look = (draft: Draft) => readonly Hint[];

/** Fetches what the hints of one language take, from our own server; later times it is there. */
async function loadHints(language: Language): Promise<Look> {
  const [{ hintsFor }, { loadTongue }] = await Promise.all([
    import('#lib/hints/hints.ts'),
    import('#lib/hints/load.ts'),
  ]);
  const tongue = await loadTongue(language);
  return (draft) => hintsFor(draft, tongue);
}

/** Fetches it before anything is written, so that no request tells that something is. */
export function useHintsAtHand(): Look | null {
  const language = useLanguage();
  const [look, setLook] = useState<Look | null>(null);
  useEffect(() => {
    let over = false;
    loadHints(language).then(
      (loaded) => {
        if (!over) setLook(() => loaded);
      },
      // Without a connection there is no hint, and nothing is lost.
      () => undefined,
    );
    return () => {
      over = true;
    };
  }, [language]);
  return look;
}

/** What the author may want to know about what is written so far, computed here once they pause. */
export function useHints(
  text: string,
  writing: Writing | null,
  heard: readonly string[],
): readonly Hint[] {
  const look = useHintsAtHand();
  const [hints, setHints] = useState<readonly Hint[]>([]);
  const all = JSON.stringify(heard);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the same texts in another array change nothing
  useEffect(() => {
    setHints([]);
    if (!look || writing === null || text.trim() === '') return;
    const timer = setTimeout(() => setHints(look({ text, writing, heard })), pauseInTyping);
    return () => clearTimeout(timer);
  }, [look, text, writing, all]);
  return hints;
}
