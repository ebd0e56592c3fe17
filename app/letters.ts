import { RateLimiterMemory } from 'rate-limiter-flexible';

/** The mails that anybody can ask for, by what is asked. */
export type LetterKind = 'create' | 'reset' | 'link';

interface Wanted {
  kind: LetterKind;
  to: string;
  /** The network from which it was asked. */
  from: string;
}

/** Counts the mails that anybody can ask for. */
export interface Letters {
  /** Whether one more may leave; if so it is counted. */
  mayGo(wanted: Wanted): Promise<boolean>;
}

const duration = 15 * 60;

/**
 * So many mails of one kind for one address in a while, so that nobody's mailbox is filled through us. Of
 * the ones to reset, whoever asks has some of their own first: others who ask for the same address leave
 * the owner those.
 */
export function createLetters(): Letters {
  const perMailbox = new RateLimiterMemory({ points: 5, duration });
  const perAsker = new RateLimiterMemory({ points: 2, duration });
  return {
    async mayGo({ kind, to, from }) {
      const own = kind === 'reset' && (await takes(perAsker, `${to} ${from}`));
      return own || takes(perMailbox, `${kind} ${to}`);
    },
  };
}

async function takes(limiter: RateLimiterMemory, key: string): Promise<boolean> {
  return limiter.consume(key).then(
    () => true,
    () => false,
  );
}
