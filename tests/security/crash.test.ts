import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Link } from '#lib/client/link.ts';
import type { Submission } from '#lib/dialogue/move.ts';
import { memorySafe } from '#lib/vault/memory-safe.ts';
import { databaseFile } from '#tests/contract/database-file.ts';
import { moveExchanges } from '#tests/support/exchanges.ts';
import { fetchExercise } from '#tests/support/exercises.ts';
import { realtimeNode } from '#tests/support/realtime-node.ts';
import { coupleIn } from '#tests/support/seats.ts';
import { level, open } from '#tests/support/talking.ts';
import { Tries } from '#tests/support/tally.ts';
import { Wiretap } from '#tests/support/wiretap.ts';
import { linkOf, Partner } from '../../scripts/drive/partner.ts';

/** When a page is gone: a move was sealed and not sent, or sent and its answer not heard. */
const moments = ['before sending', 'before the answer'] as const;
type Moment = (typeof moments)[number];

/** A way to the server that ends at the first move. Resolves `died` with that move. */
function dyingLink(link: Link, moment: Moment): { link: Link; died: Promise<Submission> } {
  let die: (move: Submission) => void = () => undefined;
  const died = new Promise<Submission>((resolve) => {
    die = resolve;
  });
  return {
    died,
    link: {
      listen: (listener) => link.listen(listener),
      tellWriting: (writing) => link.tellWriting(writing),
      close: () => link.close(),
      async request(name, request) {
        if (!('submission' in request)) return link.request(name, request);
        if (moment === 'before the answer') await link.request(name, request);
        die(request.submission);
        return new Promise(() => undefined);
      },
    },
  };
}

describe('(attack 15) A device that dies between sealing and sending', () => {
  it('sends the very same bytes when it comes back, and never seals a move twice', async () => {
    const node = await realtimeNode(await databaseFile());
    const tap = await Wiretap.before(Number(new URL(node.url).port));
    const guests = await coupleIn(node.db, tap.url);
    const safes = { a: memorySafe(), b: memorySafe() };
    const visit = (seat: 'a' | 'b', link?: Link) => {
      const device = { safe: safes[seat], ...(link ? { link } : {}) };
      const partner = new Partner(guests[seat], fetchExercise, device);
      onTestFinished(() => partner.close());
      return partner;
    };
    let [a, b] = [visit('a'), visit('b')];
    await Promise.all(
      [a, b].map((one) => one.until(({ view }) => view?.seats.a.here && view.seats.b.here)),
    );
    await open([a, b]);

    const tries = new Tries();
    for (let round = 0; round < 12; round += 1) {
      const seat = a.nextAct() ? 'a' : 'b';
      const [mover, other] = seat === 'a' ? [a, b] : [b, a];
      const before = other.session?.seq ?? 0;
      const heard = tap.said.length;
      mover.close();
      const { link, died } = dyingLink(linkOf(guests[seat]), moments[round % 2] ?? moments[0]);
      const dying = visit(seat, link);
      await level(other, dying);
      const act = dying.nextAct();
      if (!act) throw new Error('Nobody has anything to do');
      await dying.act(act, Date.now() + 60_000);
      const sealed = await died;
      dying.close();

      const back = visit(seat);
      await back.until(({ session }) => session && session.seq > before && !session.pending);
      await level(back, other);
      const sent = moveExchanges(tap.said.slice(heard)).map(({ submission }) => submission);
      expect(sent.length).toBeGreaterThan(0);
      for (const submission of sent) {
        tries.note(`${act} in round ${round}`, !isDeepStrictEqual(submission, sealed));
      }
      const rows = await node.db.event.findMany({ where: { seq: { gt: before } } });
      expect(rows.map(({ moveId, hash }) => [moveId, hash])).toEqual([
        [sealed.moveId, sealed.words?.hash ?? null],
      ]);
      [a, b] = seat === 'a' ? [back, b] : [a, back];
    }
    expect(tries.told('attack-15-crashes')).toEqual([]);
  });
});
