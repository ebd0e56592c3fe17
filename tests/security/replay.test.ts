import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { LinkListener } from '#lib/client/link.ts';
import type { SessionId } from '#lib/dialogue/id.ts';
import { seats } from '#lib/dialogue/seat.ts';
import { type EventsNotice, MoveReply } from '#lib/protocol.ts';
import { createEventStore } from '#prisma/event-store.ts';
import { databaseFile, fresh } from '#tests/contract/database-file.ts';
import { databaseDigest } from '#tests/support/database-digest.ts';
import { moveExchanges } from '#tests/support/exchanges.ts';
import { fetchExercise } from '#tests/support/exercises.ts';
import { RawClient } from '#tests/support/raw-client.ts';
import { introductionOf } from '#tests/support/raw-joining.ts';
import { realtimeNode } from '#tests/support/realtime-node.ts';
import { coupleIn } from '#tests/support/seats.ts';
import { arrive, arriveBoth, isAt, level, make, open, playUntil } from '#tests/support/talking.ts';
import { Tries } from '#tests/support/tally.ts';
import { Wiretap } from '#tests/support/wiretap.ts';
import { linkOf, Partner } from '../../scripts/drive/partner.ts';

const name = 'attack-04-replay-reorder-drop-fork';

/** Whatever a server answers that takes nothing new. */
const RefusedOrKnown = v.pipe(
  MoveReply,
  v.check((reply) => !reply.ok || reply.again),
);

async function couple() {
  const file = await databaseFile();
  const node = await realtimeNode(file);
  const tap = await Wiretap.before(Number(new URL(node.url).port));
  const guests = await coupleIn(node.db, tap.url);
  return { file, node, tap, guests };
}

describe('(attack 4) Words that were said once', () => {
  it('are not taken again, from either seat, under any move, in this session or the next', async () => {
    const { file, node, tap, guests } = await couple();
    const partners = await arriveBoth(guests);
    const [a, b] = partners;
    await open(partners);
    const raws = await Promise.all(
      seats.map(async (seat) => {
        const raw = await RawClient.enter(node.url, introductionOf(guests[seat], node.url));
        if (typeof raw === 'string') throw new Error(raw);
        onTestFinished(() => raw.socket.terminate());
        return raw;
      }),
    );
    const tries = new Tries();
    const sealed = () =>
      moveExchanges(tap.said).filter(({ submission, reply }) => submission.words && reply?.ok);
    /** Everything that was sealed so far is sent again, by both, under its own id and another. */
    const sendAgain = async (
      sessionId: SessionId,
      note: (what: string, reply: unknown) => void,
    ) => {
      for (const { submission } of sealed()) {
        for (const raw of raws) {
          for (const moveId of [submission.moveId, fresh.move()]) {
            const again = { sessionId, submission: { ...submission, moveId } };
            const reply = await raw.ask('move:submit', again);
            note(`${submission.move.type} ${moveId}`, reply);
          }
        }
      }
    };
    for (const step of ['give-back', 'landed']) {
      await playUntil(partners, (one) => isAt(one, step));
      const before = databaseDigest(file);
      await sendAgain(await a.until(({ session }) => session?.sessionId), (what, reply) =>
        // The very same move of the very same seat is answered as it was the first time.
        tries.note(what, !v.is(RefusedOrKnown, reply)),
      );
      tries.note('the database', !isDeepStrictEqual(databaseDigest(file), before));
    }
    const said = new Set([...a.said, ...b.said]);
    await make(a, { type: 'stop' });
    await level(a, b);
    await Promise.all(partners.map((one) => make(one, { type: 'keep', keep: true })));
    await Promise.all(partners.map((one) => one.until(({ view }) => view && !view.sessionId)));
    await open(partners);

    // In another session the server cannot know them again: whoever reads does.
    let landed = 0;
    await sendAgain(await a.until(({ session }) => session?.sessionId), (_, reply) => {
      if (!v.is(RefusedOrKnown, reply)) landed += 1;
    });
    expect(landed).toBeGreaterThan(0);
    await Promise.all(partners.map((one) => one.until(({ session }) => session?.intact === false)));
    for (const { lines } of partners) {
      for (const { content, seq } of lines) {
        tries.note(`read at ${seq}`, content.kind === 'text' && said.has(content.text));
      }
    }
    expect(tries.told(name)).toEqual([]);
  });

  it('do not go back on a device to what the server says they were before', async () => {
    const { node, guests } = await couple();
    const truthful = linkOf(guests.b);
    const heard: LinkListener[] = [];
    const listen = (listener: LinkListener) => {
      heard.push(listener);
      truthful.listen(listener);
    };
    const a = arrive(guests.a);
    const b = new Partner(guests.b, fetchExercise, { link: { ...truthful, listen } });
    onTestFinished(() => b.close());
    await a.until(({ view }) => view?.seats.a.here && view.seats.b.here);
    await open([a, b]);
    await playUntil([a, b], (one) => isAt(one, 'landed'));
    const sessionId = await b.until(({ session }) => session?.sessionId);
    const log = await createEventStore(node.db).read(sessionId, 0);
    const spoken = log.filter(({ sealed }) => sealed !== null);
    const before = b.lines;
    const lie = (notice: EventsNotice) => heard.map((listener) => listener.events(notice));
    const tries = new Tries();
    for (const event of spoken) {
      for (const other of spoken) {
        if (other === event) continue;
        const { sealed, prev, hash } = other;
        const lies = [
          { ...event, sealed },
          { ...event, sealed, prev, hash },
          { ...other, seq: event.seq },
          { ...event, sealed: null, hash: null },
        ];
        lie({ sessionId, events: lies });
      }
      lie({ sessionId, events: log.slice(0, event.seq) });
    }
    await make(a, { type: 'pause' });
    await level(a, b);
    for (const [index, line] of before.entries()) {
      tries.note(`line ${index + 1}`, !isDeepStrictEqual(b.lines[index], line));
    }
    expect(b.lines).toHaveLength(before.length + 1);
    expect(tries.tried).toBeGreaterThan(8);
    expect(tries.told(name)).toEqual([]);
  });
});
