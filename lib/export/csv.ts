import type { PlainTalk } from './plain-talk.ts';

/** What the columns are called, in their order. */
export type CsvHeadings = readonly [
  talk: string,
  opened: string,
  seq: string,
  at: string,
  phase: string,
  who: string,
  did: string,
  words: string,
];

/**
 * What a spreadsheet takes for the beginning of a formula or of another cell; the last four are the
 * full-width forms of + - = and @, which some turn into the plain ones.
 */
const dangerous = /^[=+\-@\t\r\0\n\uFF0B\uFF0D\uFF1D\uFF20]/;

/** One field: never taken for a formula, and quoted where it has to be. */
export function csvField(text: string): string {
  const harmless = dangerous.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/**
 * Talks as a table, by RFC 4180, one line for each thing that happened. Begins with the mark by which
 * spreadsheets know that it is UTF-8.
 */
export function csvOf(talks: readonly PlainTalk[], headings: CsvHeadings): string {
  const rows = talks.flatMap(({ name, openedAt, lines }) =>
    lines.map(({ seq, at, phase, who, did, words }) => [
      name,
      isoOf(openedAt),
      String(seq),
      isoOf(at),
      phase,
      who,
      did,
      words,
    ]),
  );
  const table = [headings, ...rows].map((row) => `${row.map(csvField).join(',')}\r\n`);
  return `\uFEFF${table.join('')}`;
}

function isoOf(at: number): string {
  return new Date(at).toISOString();
}
