import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarFile } from '#lib/export/calendar.ts';
import { type NotesFile, notesJson, notesMarkdown } from '#lib/export/notes.ts';

const at = Date.UTC(2026, 11, 3, 13, 30);
const entry = { id: 'AAAAAAAAAAAAAAAAAAAAAA', at, minutes: 50, title: 'Weerklank' };

/** The lines of a calendar file, with those that were folded in one piece again. */
function unfolded(file: string): readonly string[] {
  return file.replace(/\r\n[ \t]/g, '').split('\r\n');
}

describe('A file for a calendar', () => {
  it('says when, in UTC, and how long, under the id of the appointment', async () => {
    const lines = unfolded((await calendarFile(entry)) ?? '');
    expect(lines[0]).toBe('BEGIN:VCALENDAR');
    for (const line of [
      'VERSION:2.0',
      'UID:AAAAAAAAAAAAAAAAAAAAAA@weerklank',
      'DTSTART:20261203T133000Z',
      'DURATION:PT50M',
      'SUMMARY:Weerklank',
      'CLASS:PRIVATE',
    ]) {
      expect(lines).toContain(line);
    }
    expect(lines.slice(-2)).toEqual(['END:VCALENDAR', '']);
  });

  it('has nothing in it of where, with whom, or how to get there', async () => {
    const names = unfolded((await calendarFile(entry)) ?? '').map((line) => line.split(/[:;]/)[0]);
    for (const name of ['LOCATION', 'DESCRIPTION', 'URL', 'ORGANIZER', 'ATTENDEE', 'GEO']) {
      expect(names).not.toContain(name);
    }
  });

  it('ends every line as a calendar expects, and keeps none longer than 75 bytes', async () => {
    const long = 'Het koppel dat elke tweede donderdag komt, en soms ook de vierde: één, twee';
    const file = (await calendarFile({ ...entry, title: `Weerklank: ${long}` })) ?? '';
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const lengths = file.split('\r\n').map((line) => new TextEncoder().encode(line).length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(75);
  });

  it('keeps a title to its own line, whatever signs are in it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'grapheme', maxLength: 60 }),
          fc
            .array(
              fc.constantFrom('\n', '\r', '\r\n', 'BEGIN:VALARM', ';', ',', '\\', ':', '\u2028'),
            )
            .map((signs) => signs.join('')),
        ),
        async (label) => {
          const file = (await calendarFile({ ...entry, title: `Weerklank: ${label}` })) ?? '';
          const names = unfolded(file).map((line) => line.split(/[:;]/)[0]);
          const plain = unfolded((await calendarFile(entry)) ?? '');
          expect(names).toEqual(plain.map((line) => line.split(/[:;]/)[0]));
        },
      ),
      { numRuns: 300 },
    );
  });
});

const telling = {
  title: 'Notities',
  moment: (when: number) => new Date(when).toISOString(),
  session: (when: number | null) => (when === null ? 'Los' : `Sessie ${when}`),
};

const files: fc.Arbitrary<NotesFile> = fc.record({
  format: fc.constant('weerklank-notes' as const),
  version: fc.constant(1 as const),
  takenAt: fc.nat(),
  cases: fc.array(
    fc.record({
      label: fc.string({ unit: 'grapheme' }),
      sessions: fc.array(
        fc.record({
          watchedAt: fc.option(fc.nat()),
          notes: fc.array(
            fc.record({
              at: fc.nat(),
              phase: fc.option(fc.string({ unit: 'grapheme' })),
              text: fc.string({ unit: 'grapheme', minLength: 1 }),
            }),
          ),
        }),
      ),
    }),
  ),
});

describe('Notes that are taken along', () => {
  it('come back from JSON as they were', () => {
    fc.assert(
      fc.property(files, (file) => {
        expect(JSON.parse(notesJson(file))).toEqual(file);
      }),
    );
  });

  it('stand in Markdown under their couple and their session, in the order in which they were written', () => {
    const note = (text: string, phase: string | null = null) => ({ at: 0, phase, text });
    const file: NotesFile = {
      format: 'weerklank-notes',
      version: 1,
      takenAt: 0,
      cases: [
        {
          label: 'B. & T.',
          sessions: [
            { watchedAt: 7, notes: [note('eerst', 'Vertellen'), note('dan\nnog iets')] },
            { watchedAt: null, notes: [note('# geen titel')] },
          ],
        },
      ],
    };
    expect(notesMarkdown(file, telling)).toBe(
      [
        '# Notities',
        '## B\\. \\& T\\.',
        '### Sessie 7',
        '**1970\\-01\\-01T00\\:00\\:00\\.000Z\\, Vertellen**',
        '> eerst',
        '**1970\\-01\\-01T00\\:00\\:00\\.000Z**',
        '> dan\\\n> nog iets',
        '### Los',
        '**1970\\-01\\-01T00\\:00\\:00\\.000Z**',
        '> \\# geen titel',
        '',
      ]
        .join('\n\n')
        .replace(/\n\n$/, '\n'),
    );
  });

  it('make no headings of what she wrote', () => {
    fc.assert(
      fc.property(files, (file) => {
        const headings = notesMarkdown(file, telling)
          .split('\n')
          .filter((line) => /^ {0,3}#/.test(line));
        const expected = file.cases.reduce((sum, { sessions }) => sum + 1 + sessions.length, 1);
        expect(headings).toHaveLength(expected);
      }),
    );
  });
});
