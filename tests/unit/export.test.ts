import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Recording } from '#lib/client/archive.ts';
import type { Cue } from '#lib/dialogue/cue.ts';
import { framesOf } from '#lib/dialogue/replay.ts';
import { transcriptOf } from '#lib/dialogue/transcript.ts';
import { redact } from '#lib/dialogue/view.ts';
import type { Words } from '#lib/dialogue/words.ts';
import { csvField, csvOf } from '#lib/export/csv.ts';
import { markdownOf, markdownQuote } from '#lib/export/markdown.ts';
import type { PlainTalk } from '#lib/export/plain-talk.ts';
import { playAgain } from '#lib/export/play-again.ts';
import { takeAlong } from '#lib/export/take-along.ts';
import { readTalkFile, TalkFile, writeTalkFile } from '#lib/export/talk-file.ts';
import { exerciseOf, library } from '#tests/support/exercises.ts';
import { recordingOf } from '#tests/support/recordings.ts';
import { cue, watchedTalk } from '#tests/support/watched-talk.ts';

const words: fc.Arbitrary<Words> = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }).map((text): Words => ({ kind: 'text', text })),
);

/** Any line somebody could say, the awkward ones first. */
const said = fc.oneof(
  fc.constantFrom(
    '=1+1',
    '+32',
    '-',
    '@a',
    '\t',
    '\r',
    '\0',
    '＝1',
    '＋',
    '－',
    '＠',
    '"',
    ',',
    '\n',
  ),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom('=1', '+', '-', '@a', '＝1', ';', ',', '|', '\t', '\n', '\r', '\0', '"', 'a'),
    )
    .map((signs) => signs.join('')),
);

/** A reader of RFC 4180, for whom cells are separated by this; lines may end as they like. */
function parseCsv(text: string, separator = ','): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  let started = false;
  const endField = () => {
    row.push(field);
    field = '';
    started = false;
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (quoted) {
      if (sign !== '"') field += sign;
      else if (text[at + 1] === '"') {
        field += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && !started) {
      quoted = true;
      started = true;
    } else if (sign === separator) endField();
    else if (sign === '\r' || sign === '\n') {
      if (sign === '\r' && text[at + 1] === '\n') at += 1;
      endField();
      rows.push(row);
      row = [];
    } else {
      field += sign;
      started = true;
    }
  }
  return rows;
}

/** What is read as a formula, also when what cannot be seen before it is dropped. */
const formula = /^[\t\r\n\0]*[=+\-@＝＋－＠]/;

const headings = ['talk', 'opened', 'seq', 'at', 'phase', 'who', 'did', 'words'] as const;

function talkSaying(texts: readonly string[]): PlainTalk {
  const line = { at: 1_000, phase: 'phase', who: 'An', did: 'said' };
  const lines = texts.map((text, index) => ({ ...line, seq: index + 1, words: text }));
  return { name: 'Talk', openedAt: 1_000, lines };
}

describe('A talk that is taken along', () => {
  it('is the same to the byte when it is read and taken along again', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.func(words),
        fc.constantFrom('a' as const, 'b' as const),
        fc.constantFrom('mine' as const, 'ours' as const),
        fc.constantFrom(...library.offered.slice(0, 6)),
        fc.integer({ min: 0, max: 4e12 }),
        async (wordsAt, you, whose, exercise, takenAt) => {
          const recording = recordingOf(exercise, you, wordsAt);
          const file = takeAlong([{ recording, exercise }], whose, takenAt);
          const text = writeTalkFile(file);
          const read = readTalkFile(text);
          if (!read.ok) throw new Error(read.reason);
          expect(read.value).toEqual(file);
          const [talk] = read.value.talks;
          if (!talk) throw new Error('No talk');
          const again = playAgain(read.value, talk);
          if (!again.ok) throw new Error(again.reason);
          expect(again.value.state).toEqual(recording.state);
          if (whose === 'ours') expect(again.value.lines).toEqual(recording.lines);
          const once = { recording: again.value, exercise: talk.exercise };
          expect(writeTalkFile(takeAlong([once], whose, read.value.takenAt))).toBe(text);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('holds no word and no name of the other when it is only mine', () => {
    const [exercise] = library.offered;
    if (!exercise) throw new Error('No exercise');
    const recording = recordingOf(exercise, 'a', (seq, by) => ({
      kind: 'text',
      text: `${by} on ${seq}`,
    }));
    const text = writeTalkFile(takeAlong([{ recording, exercise }], 'mine', 1));
    expect(text).toContain('"a on ');
    expect(text).not.toMatch(/"b on |Boris/);
    expect(writeTalkFile(takeAlong([{ recording, exercise }], 'ours', 1))).toMatch(/"b on /);
  });

  it('tells again of whoever watched, and of the cues this seat could read', () => {
    const exercise = exerciseOf('mirror-dialogue');
    const { events, state } = watchedTalk(['a', 'propose'])
      .watched(cue, { type: 'cue', to: 'b' })
      .play(['b', 'revoke'], ['a', 'stop']);
    if (state.status === 'new') throw new Error('A talk without events');
    const { definition } = exercise;
    const cues = new Map<number, Cue>([[4, { kind: 'own', text: 'Traag, qx' }]]);
    const recording: Recording = {
      ...recordingOf(exercise, 'a', () => ({ kind: 'text', text: 'x' })),
      state,
      frames: framesOf(definition, events),
      lines: transcriptOf(
        definition,
        events.map((event) => redact(event, state, 'a')),
        new Map(),
        { cues },
      ),
    };
    const file = takeAlong([{ recording, exercise }], 'ours', 1);
    const read = readTalkFile(writeTalkFile(file));
    const [talk] = read.ok ? read.value.talks : [];
    if (!talk) throw new Error('No talk');
    const again = playAgain(file, talk);
    expect(again.ok && again.value.lines).toEqual(recording.lines);
    expect(recording.lines.map(({ content }) => content.kind)).toEqual([
      'none',
      'none',
      'gap',
      'cue',
      'unseen',
      'none',
      'none',
    ]);
    const mine = writeTalkFile(takeAlong([{ recording, exercise }], 'mine', 1));
    expect(mine).not.toMatch(/Traag, qx/);
    expect(writeTalkFile(file)).toMatch(/Traag, qx/);
  });

  it('is told from whatever else is in a file', () => {
    const ok = { format: 'weerklank', version: 1, takenAt: 1, whose: 'ours', you: 'a', talks: [] };
    expect(readTalkFile(JSON.stringify({ ...ok, names: { a: null, b: null } })).ok).toBe(true);
    expect(readTalkFile(JSON.stringify({ format: 'weerklank', version: 2 }))).toEqual({
      ok: false,
      reason: 'other-version',
    });
    for (const text of ['', 'x', '{}', '[]', '{"format":"weerklank","version":1}']) {
      expect(readTalkFile(text)).toEqual({ ok: false, reason: 'not-ours' });
    }
  });

  it('is not played when it was tampered with so that it makes no sense', () => {
    const exercise = exerciseOf('mirror-dialogue');
    const recording = recordingOf(exercise, 'a', () => ({ kind: 'text', text: 'x' }));
    const file = takeAlong([{ recording, exercise }], 'ours', 1);
    const [talk] = file.talks;
    if (!talk) throw new Error('No talk');
    const { definition, texts } = exercise;
    const faults = [
      { ...talk, events: talk.events.slice(1) },
      { ...talk, events: talk.events.toReversed() },
      { ...talk, exercise: { ...exercise, texts: { ...texts, en: { ...texts.en, steps: {} } } } },
      { ...talk, exercise: { ...exercise, definition: { ...definition, id: 'other' } } },
    ];
    for (const fault of faults) {
      expect(TalkFile.entries.talks.item['~standard'].validate(fault)).not.toHaveProperty(
        'issues.0',
      );
      expect(playAgain(file, fault)).toEqual({ ok: false, reason: 'broken' });
    }
  });
});

describe('A talk as a table', () => {
  it('says what was said, and nothing a spreadsheet would take for a formula', () => {
    fc.assert(
      fc.property(fc.array(said), (texts) => {
        const csv = csvOf([talkSaying(texts)], headings);
        const [head, ...rows] = parseCsv(csv.slice(1));
        expect(head).toEqual(headings);
        expect(rows).toHaveLength(texts.length);
        for (const [index, row] of rows.entries()) {
          // Nothing is added but quotation marks.
          const text = texts[index] ?? '';
          expect(row[7]?.replaceAll("'", '')).toBe(text.replaceAll("'", ''));
        }
        for (const separator of [',', ';', '\t', '|']) {
          const cells = parseCsv(csv.slice(1), separator).flat();
          expect(cells.filter((cell) => formula.test(cell))).toEqual([]);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('does so with each of the signs by which a formula begins', () => {
    const fields = ['=1', '+1', '-1', '@a', '\ta', '\ra', '\0a', '＝1', '＋1', '－1', '＠a'];
    for (const field of fields) expect(csvField(field)).toMatch(/^"?'/);
    for (const sign of [',', ';', '|', '\t', '\n']) {
      expect(csvField(`a${sign}=1`)).toContain(`${sign}'=1`);
    }
    expect(csvField('a;"=1')).toBe(`"a;'""=1"`);
    expect(csvField('a=1')).toBe('a=1');
    expect(csvField('well - no')).toBe('well - no');
  });
});

describe('A talk as a document', () => {
  it('shows signs as signs', () => {
    expect(markdownQuote('# Kop\n<b>1. *a* [x](y)\n    code')).toBe(
      '> \\# Kop\\\n> \\<b\\>1\\. \\*a\\* \\[x\\]\\(y\\)\\\n> \u00A0\u00A0\u00A0\u00A0code',
    );
  });

  it('has no line that is not a heading, a sentence of ours or a quotation', () => {
    fc.assert(
      fc.property(fc.array(said), (texts) => {
        const labels = { title: 'Talks', moment: String };
        const text = markdownOf([talkSaying(texts)], labels);
        for (const line of text.split('\n')) {
          expect(line).toMatch(/^$|^#{1,2} |^\*\*An\*\* said \\\(|^>/);
        }
      }),
    );
  });
});
