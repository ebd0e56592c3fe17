import * as v from 'valibot';
import { hintIds } from '#lib/hints/hint.ts';
import { writings } from '#lib/hints/writing.ts';
import type { Language } from '#lib/i18n/language.ts';
import en from './en.json' with { type: 'json' };
import nl from './nl.json' with { type: 'json' };

/**
 * Sentences of our own making, each with exactly the hints that it deserves: rebuttal is answering back
 * or defending oneself while giving back; blame, that the partner is always or never so; why, asking the
 * partner for an account; advice, telling what to do; feel-that, a judgement of the partner dressed as a
 * feeling; copy, nearly the same words; coverage, that most of what was heard is not in it; too-long,
 * more than can be held in mind. Kind words, quotes, and what the partner said themselves deserve none.
 */
const Collection = v.strictObject({
  /** Messages that are given back or answered, by a short name. */
  heard: v.record(v.string(), v.string()),
  said: v.array(
    v.strictObject({
      writing: v.picklist(writings),
      heard: v.optional(v.string()),
      text: v.string(),
      hints: v.array(v.picklist(hintIds)),
    }),
  ),
});

const sources: Readonly<Record<Language, unknown>> = { nl, en };

/** The labelled sentences of a language, each with the messages that it gives back. */
export function labelled(language: Language) {
  const { heard, said } = v.parse(Collection, sources[language]);
  return said.map((one) => {
    const message = one.heard === undefined ? undefined : heard[one.heard];
    if (one.heard !== undefined && message === undefined) throw new Error(`No ${one.heard}`);
    return { ...one, heard: message === undefined ? [] : [message] };
  });
}

export type Labelled = ReturnType<typeof labelled>[number];

/** Which half a sentence is in. By pairs, because a sentence and its tricky opposite often stand together. */
export function isHeldOut(_: unknown, index: number): boolean {
  return Math.floor(index / 2) % 2 === 1;
}
