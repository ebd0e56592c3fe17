import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { env } from '../env.ts';

declare global {
  var weerklankThrottle: Throttle | undefined;
}

/** Longest wait between two tries, in seconds. */
const longest = 15 * 60;
/** How long failures are remembered, in seconds. */
const memory = 24 * 60 * 60;
/** So many failures an address may cause in so many seconds, whatever it tries. */
const perAddress = { points: 100, duration: 10 * 60 };

/** Who tries what. */
export interface Trier {
  /** What is guessed at: an e-mail address, whether or not it has an account, or a user. */
  target: string;
  /** The browser with which the owner came in before; nobody else shares its turn. */
  device: string | null;
  /** Where the request comes from. */
  address: string;
}

/** A try that was let through: it counts as failed until it is known to be good. */
export interface Try {
  succeeded(): Promise<void>;
}

/**
 * Slows guessing down and locks nobody out. After each failure the next try has to wait twice as long,
 * from one second to a quarter of an hour; a browser of the owner waits for its own failures only. One
 * try is let through at a time, however many come at once. Counts in memory: a restart forgets.
 */
export class Throttle {
  readonly #gate = new RateLimiterMemory({ keyPrefix: 'gate', points: 1, duration: 1 });
  readonly #failures = new RateLimiterMemory({
    keyPrefix: 'failures',
    points: Number.MAX_SAFE_INTEGER,
    duration: memory,
  });
  readonly #addresses: RateLimiterMemory;

  /** @param factor what is multiplied by it: how much one address may try, where many share one. */
  constructor(factor = 1) {
    const points = Math.max(1, Math.round(perAddress.points * factor));
    this.#addresses = new RateLimiterMemory({ ...perAddress, keyPrefix: 'address', points });
  }

  /** Lets a try through, or says after how many whole seconds it may come back. */
  async admit({ target, device, address }: Trier): Promise<Try | { wait: number }> {
    const key = device === null ? target : `${target} ${device}`;
    if (device === null) {
      const late = await waitFor(this.#addresses.consume(address));
      if (late !== null) return { wait: late };
    }
    const failed = (await this.#failures.get(key))?.consumedPoints ?? 0;
    const customDuration = Math.min(2 ** Math.min(failed, 20), longest);
    const early = await waitFor(this.#gate.consume(key, 1, { customDuration }));
    if (early !== null) return { wait: early };
    await this.#failures.penalty(key);
    return {
      succeeded: async () => {
        await this.#failures.delete(key);
        await this.#gate.delete(key);
        if (device === null) await this.#addresses.reward(address);
      },
    };
  }
}

/** The one throttle of this process: every bundle of Next has its own copy of this module. */
export function throttle(): Throttle {
  globalThis.weerklankThrottle ??= new Throttle(env().rateLimitFactor);
  return globalThis.weerklankThrottle;
}

/** Whole seconds until there is a turn; null when this was one. */
async function waitFor(turn: Promise<unknown>): Promise<number | null> {
  try {
    await turn;
    return null;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes)
      return Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000));
    throw refusal;
  }
}
