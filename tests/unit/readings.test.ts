import { describe, expect, it } from 'vitest';
import { mergedReadings } from '#lib/rights/merged.ts';
import { newSessionId } from '#lib/vault/new-id.ts';

const minute = 60_000;
const sessionId = newSessionId();

/** A reading of the same talk by the same one, so many minutes after the first. */
const read = (at: number, change: object = {}) => ({
  seat: 'a' as const,
  what: 'transcript' as const,
  sessionId,
  at: at * minute,
  ...change,
});

describe('Readings on a screen', () => {
  it('are one when each came within ten minutes of the next', () => {
    expect(mergedReadings([read(25), read(16), read(8), read(8)])).toEqual([
      { ...read(25), times: 4 },
    ]);
    expect(mergedReadings([read(20), read(9)])).toEqual([
      { ...read(20), times: 1 },
      { ...read(9), times: 1 },
    ]);
  });

  it('stay apart when another read, or something else was read', () => {
    const others = [{ seat: 'b' as const }, { what: 'export' as const }, { sessionId: null }];
    for (const other of others) {
      const merged = mergedReadings([read(3), read(2, other), read(1)]);
      expect(merged.map(({ times }) => times)).toEqual([2, 1]);
    }
  });
});
