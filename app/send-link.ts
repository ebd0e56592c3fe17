import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { after } from 'next/server';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { LinkAsk, LinkAsked } from '#lib/account.ts';
import type { UserId } from '#lib/dialogue/id.ts';
import { errorCode } from '#lib/log.ts';
import { accountByEmail } from '#prisma/accounts.ts';
import type { Database } from '#prisma/client.ts';
import type { Answer, Asked } from './api-route.ts';
import { log } from './log.ts';
import { linksGoBy, type MailKind, sendMail } from './mail.ts';

declare global {
  var weerklankLetters: RateLimiterMemory | undefined;
}

/** So many mails of all kinds for one address in so many seconds: nobody's mailbox is filled through us. */
const perMailbox = { points: 5, duration: 15 * 60 };

/** A mail leaves within so many milliseconds: the load of sending it must not show in the next answer. */
const spread = 500;

/** What is mailed to an address: which mail, and where its link leads. Null for nothing. */
type Letter = { kind: MailKind; path: string } | null;

/** Chooses what is mailed, by whether the address has an account. */
type Choose = (db: Database, userId: UserId | null, ask: LinkAsk) => Promise<Letter>;

/**
 * Answers what is the same for everybody, and only then looks whose address it is and mails what `choose`
 * says: so neither the answer nor how long it takes tells whether there is such an account.
 */
export function sendsLink(choose: Choose): (asked: Asked<LinkAsk>) => Promise<Answer> {
  return async ({ db, input }) => {
    const by = linksGoBy();
    if (by === 'email') after(() => send(db, input, choose));
    const body: LinkAsked = { by };
    return { body };
  };
}

async function send(db: Database, ask: LinkAsk, choose: Choose): Promise<void> {
  const { email: to, language } = ask;
  globalThis.weerklankLetters ??= new RateLimiterMemory(perMailbox);
  try {
    await pause(randomInt(spread));
    await globalThis.weerklankLetters.consume(to);
    const account = await accountByEmail(db, to);
    const letter = await choose(db, account?.userId ?? null, ask);
    if (letter) await sendMail({ to, language, ...letter });
  } catch (error) {
    const code = error instanceof RateLimiterRes ? 'too many' : errorCode(error);
    log().warn('no link was sent', { code });
  }
}
