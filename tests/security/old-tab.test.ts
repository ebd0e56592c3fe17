import * as v from 'valibot';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Link } from '#lib/client/link.ts';
import type { RoomId } from '#lib/dialogue/id.ts';
import { MoveReply } from '#lib/protocol.ts';
import type { Database } from '#prisma/client.ts';
import { keyStateOf } from '#prisma/room-epochs.ts';
import { fresh } from '#tests/contract/database-file.ts';
import { moveExchanges } from '#tests/support/exchanges.ts';
import { fetchExercise } from '#tests/support/exercises.ts';
import { RawClient } from '#tests/support/raw-client.ts';
import { introductionOf } from '#tests/support/raw-joining.ts';
import {
  deviceOf,
  epochIs,
  keptRoom,
  remove,
  rotateElsewhere,
  textsOf,
} from '#tests/support/rotating.ts';
import { isAt, level, open, playUntil } from '#tests/support/talking.ts';
import { Tries } from '#tests/support/tally.ts';
import type { Guest } from '../../scripts/drive/guest.ts';
import { linkOf, Partner } from '../../scripts/drive/partner.ts';

const name = 'attack-10-old-tab';

/** A tab that hears nothing of the room any more once it is told to sleep: it still can send. */
function sleepyTab(guest: Guest): { tab: Partner; sleep: () => void } {
  const link = linkOf(guest);
  let asleep = false;
  const deaf: Link = {
    ...link,
    listen: (listener) =>
      link.listen({ ...listener, room: (view) => void (asleep || listener.room(view)) }),
  };
  const tab = new Partner(guest, fetchExercise, { link: deaf });
  onTestFinished(() => tab.close());
  const sleep = () => {
    asleep = true;
  };
  return { tab, sleep };
}

/** What was sealed with a former key and is in the log all the same, since the key changed. */
async function staleAfter(db: Database, roomId: RoomId, seq: number): Promise<number> {
  const { epoch } = await keyStateOf(db, roomId);
  return db.event.count({
    where: { session: { roomId }, seq: { gt: seq }, hash: { not: null }, epoch: { lt: epoch } },
  });
}

describe('(attack 10) A tab that slept while the key changed', () => {
  it('gets nothing in that it sealed with the old key, and loses none of its words', async () => {
    const { node, tap, guests, partners, roomId } = await keptRoom();
    const [a, b] = partners;
    await open(partners);
    const tries = new Tries();
    for (const step of ['topic', 'speaker-intends', 'tell']) {
      await playUntil(partners, (one) => isAt(one, step));
      const { tab, sleep } = sleepyTab({ ...guests.a, keys: a.vault.held });
      await level(a, tab);
      sleep();
      const { epoch } = tab.vault.held;
      await rotateElsewhere(node.db, { ...guests.a, keys: a.vault.held });
      await Promise.all(partners.map(epochIs(epoch + 1)));
      const heard = tap.said.length;
      const before = a.session?.seq ?? 0;
      const act = tab.nextAct();
      if (!act) throw new Error('The tab has nothing to do');
      expect(tab.vault.held.epoch).toBe(epoch);
      const text = await tab.act(act, Date.now() + 60_000);
      await b.until(({ session }) => (session?.seq ?? 0) > before);
      await level(b, a);
      const sent = moveExchanges(tap.said.slice(heard));
      const stale = sent.filter(({ submission }) => submission.words?.epoch === epoch);
      expect(stale.length).toBeGreaterThan(0);
      for (const { reply } of stale) tries.note(`${act} at ${step}`, reply?.ok === true);
      tries.note(`the log at ${step}`, (await staleAfter(node.db, roomId, before)) > 0);
      if (text) expect(textsOf(b)).toContain(text);
      tab.close();
    }
    expect([a, b].map(({ session }) => session?.intact)).toEqual([true, true]);
    expect(tries.told(name)).toEqual([]);
  });

  it('of a device that was taken out gets nothing in at all, also when it lies about the epoch', async () => {
    const { node, tap, guests, partners } = await keptRoom();
    const [a, b] = partners;
    await open(partners);
    await playUntil(partners, (one) => isAt(one, 'give-back'));
    const lost = await deviceOf(node.db, guests.b);
    await level(a, lost);
    await remove(node.db, lost);
    await Promise.all(partners.map(epochIs(2)));
    await lost.until(({ key }) => key === 'lost');
    await lost.act('mirror', 0);
    await lost.until(({ session }) => session?.pending?.trouble === 'stale-epoch');

    const sealed = moveExchanges(tap.said).filter(({ submission }) => submission.words);
    const raw = await RawClient.enter(node.url, introductionOf(guests.b, node.url));
    if (typeof raw === 'string') throw new Error(raw);
    onTestFinished(() => raw.socket.terminate());
    const tries = new Tries();
    const state = b.session?.state;
    const head = state?.head ?? null;
    for (const { sessionId, submission } of sealed) {
      for (const epoch of [1, 3, 99]) {
        const words = submission.words && { ...submission.words, epoch, prev: head };
        const asked = { sessionId, submission: { ...submission, moveId: fresh.move(), words } };
        const reply = v.safeParse(MoveReply, await raw.ask('move:submit', asked));
        tries.note(
          `${submission.move.type} as of epoch ${epoch}`,
          reply.success && reply.output.ok,
        );
      }
    }
    // As of the epoch that is in use it is taken, and whoever reads it sees that it is none.
    const [last] = sealed.slice(-1);
    if (!last?.submission.words) throw new Error('Nothing was sealed');
    const lie = {
      ...last.submission,
      moveId: fresh.move(),
      words: { ...last.submission.words, epoch: 2, prev: head },
    };
    await raw.ask('move:submit', { sessionId: last.sessionId, submission: lie });
    await level(b, a);
    await Promise.all([a, b].map((one) => one.until(({ session }) => session?.intact === false)));
    for (const one of [a, b])
      tries.note(
        'read',
        lost.said.some((text) => textsOf(one).includes(text)),
      );
    expect(tries.told(name)).toEqual([]);
  });
});
