const blank = '…';

/** A text with a borrowed beginning put in, and what to select so that typing fills its first blank. */
export interface Filled {
  text: string;
  select: readonly [from: number, to: number];
}

/** Puts a stem in an empty composer, or after what is there; takes the place of an untouched stem. */
export function fillStem(stem: string, before: string, stems: readonly string[]): Filled {
  const untouched = before.trim() === '' || stems.some((other) => opened(other) === before);
  const start = untouched ? '' : `${before.trimEnd()} `;
  const text = start + opened(stem);
  const at = text.indexOf(blank, start.length);
  return { text, select: at < 0 ? [text.length, text.length] : [at, at + blank.length] };
}

function opened(stem: string): string {
  const trimmed = stem.endsWith(blank) ? stem.slice(0, -blank.length).trimEnd() : stem;
  return trimmed === stem ? stem : `${trimmed} `;
}
