import { randomBytes, randomInt } from 'node:crypto';
import * as v from 'valibot';
import { PasswordWrap } from '#lib/account/vault-material.ts';
import { Email } from '#lib/account.ts';
import { hashOf } from '#lib/credentials/password-hash.ts';
import { UserId } from '#lib/dialogue/id.ts';
import { createAccount } from '#prisma/accounts.ts';
import type { Database } from '#prisma/client.ts';
import { House } from '#tests/support/house.ts';
import { authKeyOf, newAccount } from '#tests/support/owner.ts';

// Whether the time an answer takes tells if an address has an account: asks about addresses that have one
// and addresses that have none, in a random order, and compares the medians. The pages must be built.

/** How many of each are asked about. */
const times = Number(process.argv[2] ?? 200);
/** Most that two medians may differ, in milliseconds. */
const bound = 5;

const questions = {
  stretch: (email: string) => ({ email }),
  'sign-in': (email: string) => ({ email, authKey: authKeyOf('wrong'), stay: false }),
  'create/ask': (email: string) => ({ email, language: 'nl' }),
  'reset/ask': (email: string) => ({ email, language: 'nl' }),
  'link/ask': (email: string) => ({ email, language: 'nl' }),
};

const house = await House.open({ TRUST_PROXY: '1' });
try {
  await makeAccounts(house.db);
  const differences = [];
  for (const [path, question] of Object.entries(questions)) {
    differences.push(await compare(path, question));
  }
  process.exitCode = differences.every((difference) => Math.abs(difference) <= bound) ? 0 : 1;
} finally {
  await house.close();
}

async function makeAccounts(db: Database): Promise<void> {
  const passwordHash = await hashOf(authKeyOf('right'));
  for (let at = 0; at < times; at += 1) {
    const email = v.parse(Email, `known${at}@home.test`);
    const userId = v.parse(UserId, randomBytes(16).toString('base64url'));
    const now = Date.now();
    const account = newAccount('right');
    const passwordWrap = v.parse(PasswordWrap, account.passwordWrap);
    await createAccount(db, { ...account, userId, email, passwordHash, passwordWrap, now });
  }
}

async function compare(path: string, question: (email: string) => object): Promise<number> {
  const took: Record<'known' | 'nobody', number[]> = { known: [], nobody: [] };
  // The first ones wait for code to be loaded and compiled.
  for (let at = -20; at < times; at += 1) {
    const first = randomInt(2) === 0;
    for (const who of first ? (['known', 'nobody'] as const) : (['nobody', 'known'] as const)) {
      const visitor = house.visitor();
      // From an address of its own, so that nobody is held back for what others asked.
      const headers = {
        'x-forwarded-for': `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`,
      };
      const began = performance.now();
      const { status } = await visitor.post(
        `/api/account/${path}`,
        question(`${who}${at}@home.test`),
        headers,
      );
      if (at >= 0) took[who].push(performance.now() - began);
      if (status !== 200) throw new Error(`${path} answered ${status}`);
    }
  }
  const [known, nobody] = [median(took.known), median(took.nobody)];
  const figures = [known, nobody, known - nobody].map((figure) => `${figure.toFixed(2)} ms`);
  console.log(`${path}: known ${figures[0]}, unknown ${figures[1]}, difference ${figures[2]}`);
  return known - nobody;
}

function median(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0;
}
