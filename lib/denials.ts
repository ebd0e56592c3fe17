import type { Log, LogFields } from './log.ts';

/** How long denials of one sort are counted before they are written down together. */
const counted = 60_000;

/** Writes down who was refused what. The codes are to be from a closed list: they are remembered. */
export interface Denials {
  note(code: string, fields?: Pick<LogFields, 'userId' | 'roomId'>): void;
}

/**
 * A log of denials that no flood of them can fill: of each sort the first is written at once, and the ones
 * after it once a minute, as a number.
 */
export function createDenials(log: () => Log): Denials {
  const more = new Map<string, number>();

  const wait = (code: string) => {
    setTimeout(() => {
      const count = more.get(code) ?? 0;
      more.delete(code);
      if (count === 0) return;
      log().warn('denied', { code, count });
      more.set(code, 0);
      wait(code);
    }, counted).unref();
  };
  return {
    note(code, fields = {}) {
      const count = more.get(code);
      more.set(code, count === undefined ? 0 : count + 1);
      if (count !== undefined) return;
      log().warn('denied', { code, ...fields });
      wait(code);
    },
  };
}
