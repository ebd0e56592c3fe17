import { BurstyRateLimiter, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** So many at once, and then so many in so many seconds; both times the setting RATE_LIMIT_FACTOR. */
interface Limit {
  often: { points: number; seconds: number };
  /** Once in a minute, on top of that. */
  burst?: number;
}

/**
 * How often what may be asked. By seat: nobody acts faster than once a second for long, and what a
 * partner is told of writing changes less often than keys are pressed. A join is answered with up to 200
 * events, so that 60 at once are enough for a log longer than any talk; after that one a second lets a
 * phone on a train rejoin as often as it finds its network again. By address: two phones behind one address
 * that keep coming back stay below 20 openings a minute, since they wait up to 5 seconds between two.
 */
const limits = {
  move: { often: { points: 1, seconds: 1 }, burst: 10 },
  writing: { often: { points: 2, seconds: 1 }, burst: 10 },
  join: { often: { points: 1, seconds: 1 }, burst: 60 },
  request: { often: { points: 20, seconds: 60 } },
  /** What a therapist puts before two people who talk: nobody takes in more than one in a few seconds. */
  cue: { often: { points: 1, seconds: 3 }, burst: 6 },
  handshake: { often: { points: 20, seconds: 60 } },
  /** Requests over HTTP that could change something: two who compare six digits behind one address ask 60 in a minute. */
  post: { often: { points: 120, seconds: 60 } },
} as const satisfies Record<string, Limit>;
export type LimitName = keyof typeof limits;

/** Counts in the memory of this process; a restart forgets. */
export interface RateLimits {
  /**
   * Takes one turn of what this limit counts for this key. False when there is none left; asking then
   * costs nothing more.
   */
  takeTurn(name: LimitName, key: string): Promise<boolean>;
}

/** Limits that nobody has used anything of yet. @param factor what all of them are multiplied by. */
export function rateLimits(factor: number): RateLimits {
  const counters = new Map(
    Object.entries<Limit>(limits).map(([name, limit]) => [name, counterOf(limit, factor)]),
  );
  return {
    async takeTurn(name, key) {
      try {
        await counters.get(name)?.consume(key);
        return true;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return false;
        throw refusal;
      }
    },
  };
}

function counterOf({ often, burst }: Limit, factor: number) {
  const steady = memory(often.points, often.seconds, factor);
  return burst === undefined ? steady : new BurstyRateLimiter(steady, memory(burst, 60, factor));
}

function memory(points: number, seconds: number, factor: number): RateLimiterMemory {
  return new RateLimiterMemory({
    points: Math.max(1, Math.round(points * factor)),
    duration: seconds,
  });
}
