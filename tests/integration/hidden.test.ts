import { describe, expect, it, onTestFinished } from 'vitest';
import { databaseFile } from '#tests/contract/database-file.ts';
import { RawClient } from '#tests/support/raw-client.ts';
import { introductionOf, joinPages } from '#tests/support/raw-joining.ts';
import { type RealtimeNode, realtimeNode } from '#tests/support/realtime-node.ts';
import { coupleIn, seatTaken } from '#tests/support/seats.ts';
import { arriveBoth, isAt, level, make, open, playUntil } from '#tests/support/talking.ts';
import type { Guest } from '../../scripts/drive/guest.ts';
import type { Partner } from '../../scripts/drive/partner.ts';

const piece = 8;

/** Every piece of ciphertext, long enough not to be there by chance. */
function piecesOf(sealed: string): string[] {
  return sealed
    .split('.')
    .slice(1)
    .flatMap((part) =>
      Array.from({ length: part.length - piece + 1 }, (_, at) => part.slice(at, at + piece)),
    );
}

async function sealedAt(node: RealtimeNode, sessionId: string, seq: number): Promise<string> {
  const { sealed } = await node.db.event.findFirstOrThrow({ where: { sessionId, seq } });
  if (sealed === null) throw new Error('There is nothing sealed there');
  return sealed;
}

/** Somebody who follows the session from now on, with every frame that reaches them. */
async function follower(node: RealtimeNode, guest: Guest, sessionId: string): Promise<RawClient> {
  const raw = await RawClient.enter(node.url, introductionOf(guest, node.url));
  if (typeof raw === 'string') throw new Error(raw);
  onTestFinished(() => raw.socket.terminate());
  await joinPages(raw, sessionId);
  return raw;
}

function found({ frames }: RawClient, sealed: string): number {
  const all = frames.join('\n');
  return piecesOf(sealed).filter((part) => all.includes(part)).length;
}

async function upTo(step: string) {
  const node = await realtimeNode(await databaseFile());
  const guests = await coupleIn(node.db, node.url);
  const partners = await arriveBoth(guests);
  await open(partners);
  await playUntil(partners, (one) => isAt(one, step));
  const [a, b] = partners;
  const sessionId = await a.until(({ session }) => session?.sessionId);
  const rate = async (partner: Partner) => {
    const before = partner.session?.seq ?? 0;
    await partner.act('rate', 0);
    await Promise.all([a, b].map((one) => one.until(({ session }) => session?.seq === before + 1)));
    return before + 1;
  };
  return { node, guests, partners, a, b, sessionId, rate };
}

const tells = (seq: number) => (text: string) => text.includes(`"seq":${seq},`);

describe('A hidden answer', () => {
  it.each(['arrive', 'halfway', 'depart'])(
    'does not reach the other before theirs, neither live nor who joins late (%s)',
    async (step) => {
      const { node, guests, a, b, sessionId, rate } = await upTo(step);
      const live = await follower(node, guests.b, sessionId);
      const own = await follower(node, guests.a, sessionId);
      const first = await rate(a);
      const sealed = await sealedAt(node, sessionId, first);
      await live.frame(tells(first));
      const late = await follower(node, guests.b, sessionId);
      for (const one of [live, late]) {
        expect(one.frames.filter(tells(first))).not.toEqual([]);
        expect(found(one, sealed)).toBe(0);
      }
      await own.frame(tells(first));
      expect(found(own, sealed)).toBe(piecesOf(sealed).length);

      const second = await rate(b);
      const answer = await sealedAt(node, sessionId, second);
      await Promise.all([live, late, own].map((one) => one.frame(tells(second))));
      const later = await follower(node, guests.b, sessionId);
      const other = await follower(node, guests.a, sessionId);
      for (const one of [live, late, later, own, other]) {
        expect(found(one, sealed)).toBe(piecesOf(sealed).length);
        expect(found(one, answer)).toBe(piecesOf(answer).length);
      }
    },
  );

  it('is shown to who was away while it was laid open', async () => {
    const { node, guests, a, b, sessionId, rate } = await upTo('arrive');
    const first = await rate(a);
    const sealed = await sealedAt(node, sessionId, first);
    const away = await RawClient.enter(node.url, introductionOf(guests.b, node.url));
    if (typeof away === 'string') throw new Error(away);
    onTestFinished(() => away.socket.terminate());
    await rate(b);
    expect(found(away, sealed)).toBe(0);
    await away.ask('session:join', { sessionId, after: first });
    expect(found(away, sealed)).toBe(piecesOf(sealed).length);
  });

  it('is not read by someone who takes the seat it was given in', async () => {
    const { node, guests, b, sessionId, rate } = await upTo('arrive');
    const first = await rate(b);
    const sealed = await sealedAt(node, sessionId, first);
    const taker = await seatTaken(node.db, guests.a, 'b');
    const late = await follower(node, taker, sessionId);
    expect(late.frames.filter(tells(first))).not.toEqual([]);
    expect(found(late, sealed)).toBe(0);
  });

  it('stays hidden for ever when the session stops before the other has answered', async () => {
    const { node, guests, a, b, sessionId, rate } = await upTo('halfway');
    const live = await follower(node, guests.b, sessionId);
    const first = await rate(a);
    const sealed = await sealedAt(node, sessionId, first);
    await make(b, { type: 'stop' });
    await level(b, a);
    await Promise.all([a, b].map((one) => make(one, { type: 'keep', keep: true })));
    await b.until(
      ({ session }) => session?.state.status === 'ended' && session.state.words === 'kept',
    );
    const late = await follower(node, guests.b, sessionId);
    await live.frame(tells(b.session?.seq ?? 0));
    expect([live, late].map((one) => found(one, sealed))).toEqual([0, 0]);
    expect(b.lines[first - 1]?.content).toEqual({ kind: 'withheld' });
    const own = await follower(node, guests.a, sessionId);
    expect(found(own, sealed)).toBe(piecesOf(sealed).length);
  });
});
