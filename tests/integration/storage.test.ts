import { describe, expect, it } from 'vitest';
import { databaseFile } from '#tests/contract/database-file.ts';
import { moveExchanges } from '#tests/support/exchanges.ts';
import { lockedFor } from '#tests/support/lock.ts';
import { checkLog } from '#tests/support/log-check.ts';
import { realtimeNode } from '#tests/support/realtime-node.ts';
import { coupleIn } from '#tests/support/seats.ts';
import { smallDisk } from '#tests/support/small-disk.ts';
import { arrive, arriveBoth, isAt, level, open, playUntil } from '#tests/support/talking.ts';
import { Wiretap } from '#tests/support/wiretap.ts';

/** A couple of which it is the first one's turn to tell. */
async function talkOn(file: string) {
  const node = await realtimeNode(file);
  const tap = await Wiretap.before(Number(new URL(node.url).port));
  const guests = await coupleIn(node.db, tap.url);
  const partners = await arriveBoth(guests);
  await open(partners);
  await playUntil(partners, (one) => isAt(one, 'tell'));
  const [a, b] = partners;

  /** The sentence is in the log once, for both and for who comes in now, and the talk goes on. */
  const arrivedOnce = async (sentence: string | null) => {
    await Promise.all([a, b].map((one) => one.until(() => isAt(one, 'give-back'))));
    await a.until(({ session }) => session && !session.pending);
    const late = arrive(guests.b);
    await level(a, late);
    for (const { lines } of [a, b, late]) {
      const told = lines.filter(({ fact }) => fact.type === 'sent');
      expect(told.map(({ content }) => content)).toEqual([{ kind: 'text', text: sentence }]);
    }
    await playUntil(partners, (one) => isAt(one, 'landed'));
    const check = checkLog(file, moveExchanges(tap.said));
    expect(check).toMatchObject({ integrity: 'ok', lost: 0, gaps: 0 });
    expect(check.acknowledged).toBe(check.events - 1);
  };
  /** The longest sentences there are, so that they need room. */
  const tell = async () => {
    const sentence = `sent ${crypto.randomUUID()} ${'x'.repeat(15_000)}`;
    await a.client.submit({ type: 'send' }, { kind: 'text', text: sentence });
    return sentence;
  };
  const trouble = () =>
    a.until(
      ({ session }) => session?.pending?.trouble !== 'no-answer' && session?.pending?.trouble,
    );
  return { node, tap, a, b, tell, trouble, arrivedOnce };
}

describe('While another program writes to the database', () => {
  it('for a moment, a move waits for it', async () => {
    const file = await databaseFile();
    const { tell, arrivedOnce } = await talkOn(file);
    const { released } = await lockedFor(file, 600);
    const sentence = await tell();
    await arrivedOnce(sentence);
    await released;
  });

  it('for longer, the mover is told and the move arrives once all the same', async () => {
    const file = await databaseFile();
    const { tap, tell, trouble, arrivedOnce } = await talkOn(file);
    const { released } = await lockedFor(file, 3_000);
    const sentence = await tell();
    expect(await trouble()).toBe('storage');
    await released;
    await arrivedOnce(sentence);
    const replies = moveExchanges(tap.said).flatMap(({ submission, reply }) =>
      submission.move.type === 'send' ? [reply?.ok === false ? reply.reason : reply?.ok] : [],
    );
    expect(new Set(replies)).toEqual(new Set(['storage', true]));
  });
});

describe('When the disk is full', () => {
  it('the mover is told, what was said stays, and the move arrives when there is room', async () => {
    const disk = await smallDisk();
    const { node, a, b, tell, trouble, arrivedOnce } = await talkOn(disk.file);
    const before = b.lines;
    await disk.fill(node.db);
    const sentence = await tell();
    expect(await trouble()).toBe('storage');
    expect(a.session?.pending?.words).toEqual({ kind: 'text', text: sentence });
    expect(b.lines).toEqual(before);
    await disk.free(node.db);
    await arrivedOnce(sentence);
  });

  it('nothing can be begun, and what is there can be read', async () => {
    const disk = await smallDisk();
    const { node, a, b } = await talkOn(disk.file);
    const others = await coupleIn(node.db, a.guest.url);
    const [one, other] = await arriveBoth(others);
    await disk.fill(node.db);
    // The page that is open in the log may still have room for a few rows.
    const answers: unknown[] = [];
    while (answers.at(-1) !== null && answers.length < 200) {
      answers.push(await one.client.makeInvitation('a'));
    }
    expect(answers.at(-1)).toBe(null);
    const late = arrive(b.guest);
    await level(a, late);
    expect(late.lines).toEqual(a.lines);
    await disk.free(node.db);
    await open([one, other]);
  });
});

describe('When the database can only be read', () => {
  it('the mover is told, and the move arrives when it can be written again', async () => {
    const file = await databaseFile();
    const { node, b, tell, trouble, arrivedOnce } = await talkOn(file);
    const before = b.lines;
    await node.db.$queryRaw`PRAGMA query_only = ON`;
    const sentence = await tell();
    expect(await trouble()).toBe('storage');
    expect(b.lines).toEqual(before);
    await node.db.$queryRaw`PRAGMA query_only = OFF`;
    await arrivedOnce(sentence);
  });
});
