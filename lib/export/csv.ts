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
 * Where a formula would begin, as a spreadsheet takes it: at the start of a field, and, since some
 * separate cells by something else than a comma, after whatever may separate them. Quotation marks
 * before it do not make it harmless. The last four are the full-width forms of + - = and @, which some
 * turn into the plain ones.
 */
const formula = /(^|[,;|\t\r\n])(?=["\0]*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20])/g;

/** What may be dropped from the start of a field, with what comes after it then at its start. */
const dropped = /^[\t\r\0\n]/;

/** One field: nothing in it is ever taken for a formula, and it is quoted where it has to be. */
export function csvField(text: string): string {
  const harmless = text.replaceAll(formula, "$1'").replace(dropped, "'$&");
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
