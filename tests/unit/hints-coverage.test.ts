import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Piece } from '#lib/hints/hint.ts';
import { hintsFor } from '#lib/hints/hints.ts';
import { loadTongue } from '#lib/hints/load.ts';
import { languages } from '#lib/i18n/language.ts';
import { labelled } from '#tests/hints/labelled.ts';

const tongues = { nl: await loadTongue('nl'), en: await loadTongue('en') };

function untouched(
  text: string,
  heard: readonly string[],
  language: keyof typeof tongues,
): readonly Piece[] {
  const hints = hintsFor({ text, writing: 'giving-back', heard }, tongues[language]);
  return hints.flatMap((hint) => (hint.id === 'coverage' ? hint.untouched : []));
}

describe.each(languages)('the pieces that a mirror does not touch yet in %s', (language) => {
  const messages = [...new Set(labelled(language).flatMap(({ heard }) => heard))];
  const message = fc.oneof(
    fc.constantFrom(...messages),
    fc.constantFrom(...messages).map((one) => one.normalize('NFD').toUpperCase()),
    fc.string({ unit: 'grapheme', maxLength: 120 }),
  );
  const text = fc.oneof(fc.constantFrom(...labelled(language).map((one) => one.text)), message);

  it('lie within what was heard, in order, apart, each around words', () => {
    fc.assert(
      fc.property(text, fc.array(message, { maxLength: 3 }), (given, heard) => {
        const pieces = untouched(given, heard, language);
        pieces.forEach((piece, index) => {
          const before = pieces[index - 1];
          const source = heard[piece.heard] ?? '';
          expect(piece.start).toBeGreaterThanOrEqual(0);
          expect(piece.end).toBeGreaterThan(piece.start);
          expect(piece.end).toBeLessThanOrEqual(source.length);
          const words = source.slice(piece.start, piece.end);
          expect(words).toMatch(/^[\p{L}\p{N}]/u);
          expect(words).toMatch(/[\p{L}\p{M}\p{N}'’]$/u);
          if (before?.heard === piece.heard) expect(piece.start).toBeGreaterThanOrEqual(before.end);
          if (before) expect(piece.heard).toBeGreaterThanOrEqual(before.heard);
        });
      }),
      { numRuns: 1_000 },
    );
  });

  it('are none when everything is given back', () => {
    for (const one of messages) expect(untouched(one, [one], language)).toEqual([]);
  });
});

it('are those that are left out', () => {
  const heard = [
    'Ik ben bang dat we uit elkaar groeien. Vroeger gingen we elke zondag wandelen.',
    'Ik verlang ernaar dat je mij nog eens vastpakt zonder dat er iets moet.',
  ];
  const pieces = untouched('Je wil weer wandelen op zondag.', heard, 'nl');
  expect(pieces.map(({ heard: index, start, end }) => heard[index]?.slice(start, end))).toEqual([
    'bang dat we uit elkaar groeien',
    'verlang ernaar dat je mij nog eens vastpakt',
  ]);
});
