import type { Reading } from './record.ts';

/** Readings this close to each other are one for whoever looks. */
const closeBy = 10 * 60_000;

/** One line of who read what: the latest moment, and how often. */
export interface MergedReading extends Reading {
  times: number;
}

/**
 * Takes readings of the same thing by the same one, each within ten minutes of the next, together.
 * @param readings the latest first.
 */
export function mergedReadings(readings: readonly Reading[]): readonly MergedReading[] {
  const merged: { entry: MergedReading; since: number }[] = [];
  for (const reading of readings) {
    const same = merged.find(
      ({ entry, since }) =>
        entry.seat === reading.seat &&
        entry.what === reading.what &&
        entry.sessionId === reading.sessionId &&
        since - reading.at <= closeBy,
    );
    if (same) {
      same.entry.times += 1;
      same.since = reading.at;
    } else merged.push({ entry: { ...reading, times: 1 }, since: reading.at });
  }
  return merged.map(({ entry }) => entry);
}
