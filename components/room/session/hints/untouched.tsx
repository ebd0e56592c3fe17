'use client';

import { createContext, type ReactNode, use, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import type { Piece } from '#lib/hints/hint.ts';
import styles from './untouched.module.css';

interface Untouched {
  /** The texts that are to be given back now. */
  heard: readonly string[];
  /** The pieces of them that what is being written does not touch yet. */
  pieces: readonly Piece[];
  mark(pieces: readonly Piece[]): void;
}

const UntouchedContext = createContext<Untouched>({
  heard: [],
  pieces: [],
  mark: () => undefined,
});

/** What is to be given back, and what of it is not touched yet. */
export function useUntouched(): Untouched {
  return use(UntouchedContext);
}

/** Lets what is written below mark what was heard above it. */
export function UntouchedProvider({
  heard,
  children,
}: {
  heard: readonly string[];
  children: ReactNode;
}) {
  const [pieces, mark] = useState<readonly Piece[]>([]);
  const value = useMemo(() => ({ heard, pieces, mark }), [heard, pieces]);
  return <UntouchedContext value={value}>{children}</UntouchedContext>;
}

/** A text that is to be given back, with the pieces that are not touched yet softly marked. */
export function Marked({ text }: { text: string }) {
  const t = useTranslations('hints');
  const { heard, pieces } = useUntouched();
  const place = heard.indexOf(text);
  const own = pieces.filter((piece) => piece.heard === place);
  if (place < 0 || own.length === 0) return <p className="said">{text}</p>;
  const ends = [0, ...own.map(({ end }) => end)];
  return (
    <p className="said">
      {own.map(({ start, end }, index) => (
        <span key={start}>
          {text.slice(ends[index], start)}
          <mark className={styles.untouched} title={t('untouched')}>
            {text.slice(start, end)}
          </mark>
        </span>
      ))}
      {text.slice(ends.at(-1))}
    </p>
  );
}
