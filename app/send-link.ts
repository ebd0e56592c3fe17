import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { after } from 'next/server';
import type { LinkAsk, LinkAsked } from '#lib/account/links.ts';
import { errorCode } from '#lib/log.ts';
import { type Account, accountByEmail } from '#prisma/accounts.ts';
import type { Database } from '#prisma/client.ts';
import type { Answer, Asked } from './api-route.ts';
import { clientAddress } from './client-address.ts';
import { createLetters, type LetterKind, type Letters } from './letters.ts';
import { log } from './log.ts';
import { linksGoBy, type MailKind, sendMail } from './mail.ts';

declare global {
  var weerklankLetters: Letters | undefined;
}

/** A mail leaves within so many milliseconds: the load of sending it must not show in the next answer. */
const spread = 500;

/** What is mailed to an address: which mail, and where its link leads. Null for nothing. */
type Letter = { kind: MailKind; path: string } | null;

/** Chooses what is mailed, by whether the address has an account. */
type Choose = (db: Database, account: Account | null, ask: LinkAsk) => Promise<Letter>;

/**
 * Answers what is the same for everybody, and only then looks whose address it is and mails what `choose`
 * says: so neither the answer nor how long it takes tells whether there is such an account.
 */
export function sendsLink(
  kind: LetterKind,
  choose: Choose,
): (asked: Asked<LinkAsk>) => Promise<Answer> {
  return async ({ db, input, request }) => {
    const by = linksGoBy();
    const wanted = { kind, to: input.email, from: clientAddress(request) };
    if (by === 'email') after(() => send(db, input, wanted, choose));
    const body: LinkAsked = { by };
    return { body };
  };
}

async function send(
  db: Database,
  ask: LinkAsk,
  wanted: Parameters<Letters['mayGo']>[0],
  choose: Choose,
): Promise<void> {
  const { email: to, language } = ask;
  globalThis.weerklankLetters ??= createLetters();
  try {
    await pause(randomInt(spread));
    if (!(await globalThis.weerklankLetters.mayGo(wanted))) {
      return log().warn('no link was sent', { code: 'too many' });
    }
    const letter = await choose(db, await accountByEmail(db, to), ask);
    if (letter) await sendMail({ to, language, ...letter });
  } catch (error) {
    log().warn('no link was sent', { code: errorCode(error) });
  }
}
