import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { writingOf } from '#components/room/session/hints/writing-of.ts';
import { Act } from '#lib/dialogue/act.ts';
import { hintIds } from '#lib/hints/hint.ts';
import { hintsFor } from '#lib/hints/hints.ts';
import { loadTongue } from '#lib/hints/load.ts';
import { writings } from '#lib/hints/writing.ts';
import { en } from '#lib/i18n/en.ts';
import { languages } from '#lib/i18n/language.ts';
import { nl } from '#lib/i18n/nl.ts';
import { labelled } from '#tests/hints/labelled.ts';
import { library } from '#tests/support/exercises.ts';

const tongues = { nl: await loadTongue('nl'), en: await loadTongue('en') };
const writing = fc.constantFrom(...writings);

/** Words that the hints look for, in any order and with anything between. */
const loaded = fc.constantFrom(
  ...' ja maar jij je ge altijd nooit waarom ik voel heb het gevoel dat moet zou niet toch ook van u'.split(
    ' ',
  ),
  ...' yes but you always never why i feel like that should could not did me from with dont'.split(
    ' ',
  ),
  ...['…', '?', '!', ',', '"', "'", '’', '\n', ':', 'zei:', 'said: ', '\u0301', '😶', 'ß', 'İ'],
);
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.array(loaded, { maxLength: 40 }).map((words) => words.join(' ')),
);

/** What would be blame if the partner had not said it first, in the same words and in others. */
const mirrored = {
  nl: [
    ['Ik doe nooit iets goed.', 'Jij doet nooit iets goed.'],
    ['Ik moet altijd voor alles opdraaien.', 'Jij krijgt altijd het hele huishouden.'],
  ],
  en: [
    ['I never do anything right.', 'You never do anything right.'],
    ['I always end up with every chore.', 'You always get stuck with the housework.'],
  ],
} satisfies Record<string, [string, string][]>;

describe.each(languages)('the hints in %s', (language) => {
  const tongue = tongues[language];

  it('refuse no text, and say the same of the same text', () => {
    fc.assert(
      fc.property(anyText, writing, fc.array(anyText, { maxLength: 3 }), (text, now, heard) => {
        const hints = hintsFor({ text, writing: now, heard }, tongue);
        expect(hintsFor({ text, writing: now, heard }, tongue)).toEqual(hints);
        const ids = hints.map(({ id }) => id);
        expect(ids).toEqual(hintIds.filter((id) => ids.includes(id)));
      }),
      { numRuns: 1_000 },
    );
  });

  it('are none for a text without a word', () => {
    for (const { heard } of labelled(language)) {
      for (const text of ['', '  ', '\n']) {
        expect(hintsFor({ text, writing: 'giving-back', heard }, tongue)).toEqual([]);
      }
    }
  });

  it('are ready soon for very long texts of few words, which a careless pattern would choke on', () => {
    const few = fc.array(loaded, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(few, writing, (words, now) => {
        const text = `${words.join(' ')} `.repeat(4_000);
        const glued = words.join('').repeat(4_000);
        expect(hintsFor({ text, writing: now, heard: [text] }, tongue)).toBeInstanceOf(Array);
        expect(hintsFor({ text: glued, writing: now, heard: [glued] }, tongue)).toBeInstanceOf(
          Array,
        );
      }),
      { numRuns: 20 },
    );
  });

  it('never hear an answer or a copy in telling, for there is nothing to give back', () => {
    for (const { text, heard } of labelled(language)) {
      const ids = hintsFor({ text, writing: 'telling', heard }, tongue).map(({ id }) => id);
      for (const id of ['rebuttal', 'advice', 'copy', 'coverage']) expect(ids).not.toContain(id);
    }
  });

  it('say nothing of the beginnings that the exercises offer', () => {
    const stems = library.all
      .flatMap(({ texts }) => Object.values(texts[language].steps))
      .flatMap(({ ways }) => Object.entries(ways))
      .flatMap(([act, way]) => way.stems.map((stem) => ({ stem, act: v.parse(Act, act) })));
    expect(stems.length).toBeGreaterThan(100);
    for (const { stem: text, act } of stems) {
      const writing = writingOf[act] ?? 'other';
      expect(hintsFor({ text, writing, heard: [] }, tongue), `${text} with ${act}`).toEqual([]);
    }
  });

  it.each(mirrored[language])('let a mirror give back “%s” as “%s”', (own, back) => {
    const given = (heard: string[]) =>
      hintsFor({ text: back, writing: 'giving-back', heard }, tongue).map(({ id }) => id);
    expect(given([])).toContain('blame');
    expect(given([own])).toEqual([]);
  });
});

it('every hint has words in both languages', () => {
  for (const messages of [nl, en]) {
    expect(Object.keys(messages.hints.say).sort()).toEqual([...hintIds].sort());
  }
});
