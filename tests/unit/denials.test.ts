import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDenials } from '#lib/denials.ts';
import type { Log, LogFields } from '#lib/log.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function written() {
  const lines: LogFields[] = [];
  const write = (_: string, fields: LogFields = {}) => void lines.push(fields);
  const log: Log = { info: write, warn: write, error: write };
  return { lines, denials: createDenials(() => log) };
}

describe('Denials', () => {
  it('are written down at once, each sort for itself', () => {
    const { lines, denials } = written();
    denials.note('handshake', { roomId: 'room' });
    denials.note('origin');
    expect(lines).toEqual([{ code: 'handshake', roomId: 'room' }, { code: 'origin' }]);
  });

  it('are one line a minute of each sort, however many there are (100,000)', () => {
    const { lines, denials } = written();
    for (let count = 0; count < 100_000; count += 1) denials.note('origin');
    expect(lines).toEqual([{ code: 'origin' }]);
    vi.advanceTimersByTime(60_000);
    expect(lines).toEqual([{ code: 'origin' }, { code: 'origin', count: 99_999 }]);
    denials.note('origin');
    expect(lines).toHaveLength(2);
    vi.advanceTimersByTime(60_000);
    expect(lines.at(-1)).toEqual({ code: 'origin', count: 1 });
    expect(lines).toHaveLength(3);
  });

  it('are forgotten after a minute without any, and new ones are written at once', () => {
    const { lines, denials } = written();
    denials.note('origin');
    vi.advanceTimersByTime(60_000);
    expect(vi.getTimerCount()).toBe(0);
    denials.note('origin', { userId: 'somebody' });
    expect(lines).toEqual([{ code: 'origin' }, { code: 'origin', userId: 'somebody' }]);
  });
});
