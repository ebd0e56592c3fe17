import { describe, expect, it } from 'vitest';
import { nextAt, offersFor } from '#components/room/hold/moments.ts';
import { longestTimeOut, shortestTimeOut } from '#lib/dialogue/terms.ts';

const minute = 60_000;
const at = (hours: number, minutes: number, seconds = 0) =>
  new Date(2026, 10, 22, hours, minutes, seconds).getTime();
const boundsOfTimeOut = (now: number) => ({
  from: now + shortestTimeOut,
  to: now + longestTimeOut,
});

describe('moments to come back', () => {
  it('every offer for a time-out is still right when the move arrives a while later', () => {
    for (let minuteOfDay = 0; minuteOfDay < 24 * 60; minuteOfDay += 7) {
      for (const second of [0, 29, 31, 59]) {
        const now = at(0, minuteOfDay, second);
        const arrival = now + 25_000;
        for (const offer of offersFor(now, boundsOfTimeOut(now))) {
          expect(offer.at - arrival).toBeGreaterThanOrEqual(shortestTimeOut);
          expect(offer.at - now).toBeLessThanOrEqual(longestTimeOut - minute);
        }
      }
    }
  });

  it('offers the evening only while it is still to come', () => {
    const kinds = (now: number) => offersFor(now, boundsOfTimeOut(now)).map(({ kind }) => kind);
    expect(kinds(at(14, 0))).toContain('tonight');
    expect(kinds(at(19, 45))).not.toContain('tonight');
    expect(kinds(at(22, 0))).toEqual(['twenty', 'thirty', 'hour', 'tomorrow']);
  });

  it('offers nothing outside the bounds', () => {
    const now = at(12, 0);
    expect(offersFor(now, { from: now, to: now + minute })).toEqual([]);
  });

  it('an hour of your own is the next time the clock shows it', () => {
    expect(nextAt('18:30', at(12, 0))).toBe(at(18, 30));
    expect(nextAt('11:00', at(12, 0))).toBe(at(24 + 11, 0));
    expect(nextAt('', at(12, 0))).toBeNull();
  });
});
