import { assertNever } from '#lib/dialogue/assert-never.ts';
import { isCopy } from './copy.ts';
import { uncovered } from './coverage.ts';
import { type Hint, type HintId, hintIds } from './hint.ts';
import { lineOfText, readSaid } from './said.ts';
import type { Look, Tongue } from './tongue.ts';
import { isTooLong } from './too-long.ts';
import { meaningfulWords } from './words.ts';
import { fits, type Writing } from './writing.ts';

export interface Draft {
  /** What is written so far. */
  text: string;
  writing: Writing;
  /** The texts that are given back or answered, in the order in which they were said. */
  heard: readonly string[];
}

/**
 * What an author may want to know about a draft, computed here and now from nothing but its arguments.
 * @param tongue what `loadTongue` gave for the language of the room
 * @returns the hints that apply, the one that matters most first; none for an empty text. It refuses nothing.
 */
export function hintsFor(draft: Draft, tongue: Tongue): readonly Hint[] {
  if (draft.text.trim() === '') return [];
  const look = lookAt(draft, tongue);
  return hintIds
    .filter((id) => fits(id, draft.writing))
    .flatMap((id) => hintOf(id, draft, look, tongue));
}

/** The share of the meaning of a line that has to have been heard before it is giving back. */
const mostly = 2 / 3;

function lookAt({ text, writing, heard }: Draft, tongue: Tongue): Look {
  const all = heard.join('\n');
  const known = new Set(meaningfulWords(all, tongue).map(({ root }) => root));
  return {
    said: readSaid(text, tongue.joiners),
    writing,
    heard: lineOfText(all),
    repeats(line) {
      const roots = meaningfulWords(line, tongue);
      const old = roots.filter(({ root }) => known.has(root)).length;
      return old > 0 && old / roots.length >= mostly;
    },
  };
}

function hintOf(id: HintId, draft: Draft, look: Look, tongue: Tongue): readonly Hint[] {
  const { text, heard } = draft;
  switch (id) {
    case 'rebuttal':
    case 'blame':
    case 'why':
    case 'advice':
    case 'feel-that':
      return tongue.signs[id](look) ? [{ id }] : [];
    case 'copy':
      return isCopy(text, heard, tongue) ? [{ id }] : [];
    case 'coverage': {
      const untouched = uncovered(text, heard, tongue);
      return untouched ? [{ id, untouched }] : [];
    }
    case 'too-long':
      return isTooLong(text, heard) ? [{ id }] : [];
    default:
      return assertNever(id);
  }
}
