import { describe, expect, it, vi } from 'vitest';
import type { ObserverSnapshot } from '#lib/client/observation/observer-snapshot.ts';
import type { Cue } from '#lib/dialogue/cue.ts';
import type { Lens } from '#lib/dialogue/observer.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import { databaseFile } from '#tests/contract/database-file.ts';
import type { AtDoor } from '#tests/support/door.ts';
import { Observing } from '#tests/support/observing.ts';
import { realtimeNode } from '#tests/support/realtime-node.ts';
import { coupleIn } from '#tests/support/seats.ts';
import { arriveBoth, isAt, make, open, playUntil } from '#tests/support/talking.ts';

/** A couple in their room, and a therapist with a way to their door. */
async function together() {
  const node = await realtimeNode(await databaseFile());
  const { db, url } = node;
  const guests = await coupleIn(db, url);
  const [a, b] = await arriveBoth(guests);
  const observing = await Observing.in(db, { url, roomId: guests.a.roomId });
  const [ofA, ofB] = [await observing.device(a), await observing.device(b)];
  const letIn = (lenses: Record<Seat, Lens>, privateCues = false) =>
    observing.letIn(ofA.door, ofB.door, lenses, privateCues);
  return { node, db, partners: [a, b] as const, a, b, observing, ofA, ofB, letIn };
}

const textsIn = ({ session }: ObserverSnapshot) =>
  session?.lines.flatMap(({ content }) => (content.kind === 'text' ? [content.text] : [])) ?? [];

/** Nothing of ours is left on this device, or will be in a moment. */
const keepsNothing = ({ safe }: AtDoor) =>
  vi.waitFor(async () => expect(await safe.names('')).toEqual([]));

describe('A therapist who watches', () => {
  it('knocks, is let in by both keys and the digits, reads the words, gives a cue and is let go', async () => {
    const { partners, a, b, observing, ofA, letIn } = await together();
    expect((await letIn({ a: 'words', b: 'ratings' })).stage).toBe('admitted');
    const watcher = observing.watch();
    await watcher.until(({ view }) => view);
    expect(watcher.client.snapshot.names).toEqual({ a: null, b: null });

    await open([...partners]);
    await playUntil([...partners], (one) => isAt(one, 'give-back'));
    const seq = a.session?.seq ?? 0;
    await watcher.until(({ session }) => session?.seq === seq && session.keys === 'held');
    const { names, session, compared } = watcher.client.snapshot;
    expect({ names, compared }).toEqual({ names: { a: 'An', b: 'Bo' }, compared: true });
    expect(session?.intact).toBe(true);
    const said = a.session?.lines.flatMap(({ content }) =>
      content.kind === 'text' ? [content.text] : [],
    );
    expect(said?.length).toBeGreaterThan(0);
    expect(textsIn(watcher.client.snapshot)).toEqual(said);

    const cue: Cue = { kind: 'own', text: 'Even ademen' };
    expect(await watcher.client.cue(cue, 'both')).toBeNull();
    for (const one of partners) {
      await one.until((shown) => shown.session?.cues.at(-1)?.cue?.kind === 'own');
      expect(one.session?.cues).toMatchObject([{ to: 'both', cue }]);
    }
    await watcher.until(({ session: seen }) => seen?.cues.length === 1 && !seen.pending.length);
    expect(watcher.client.snapshot.session?.cues).toMatchObject([{ to: 'both', cue }]);

    await make(b, { type: 'revoke' });
    await watcher.until(({ ended }) => ended === 'over');
    const { session: left, names: none, view } = watcher.client.snapshot;
    expect({ left, none, view }).toEqual({ left: null, none: { a: null, b: null }, view: null });
    await keepsNothing(observing.hers);
    // The door is as it was before her: nothing of it stays on the device that gave the keys.
    await ofA.door.look();
    expect(await ofA.at.safe.names('observation:')).toEqual([]);
  });

  it('sees the course and no words through the narrowest lens, and the chain fits all the same', async () => {
    const { partners, a, observing, letIn } = await together();
    await letIn({ a: 'ratings', b: 'phases' });
    const watcher = observing.watch();
    await open([...partners]);
    await playUntil([...partners], (one) => isAt(one, 'halfway'));
    const seq = a.session?.seq ?? 0;
    await watcher.until(({ session }) => session?.seq === seq && session.keys === 'held');
    const { session } = watcher.client.snapshot;
    expect(textsIn(watcher.client.snapshot)).toEqual([]);
    expect(session?.intact).toBe(true);
    expect(
      session?.lines.filter(({ content }) => content.kind === 'unseen').length,
    ).toBeGreaterThan(3);
    // Without a key of words she can still say something to them.
    expect(await watcher.client.cue({ kind: 'ready', id: 'breathe' }, 'both')).toBeNull();
    await a.until((shown) => shown.session?.cues.at(-1)?.cue);
  });

  it('who comes in half-way reads from the beginning, once the device that compared is there', async () => {
    const { partners, a, observing, ofA, letIn } = await together();
    ofA.giver.close();
    await open([...partners]);
    await playUntil([...partners], (one) => isAt(one, 'give-back'));
    await letIn({ a: 'words', b: 'words' });
    const watcher = observing.watch();
    await watcher.until(({ session }) => session?.keys === 'waiting' && session.seq > 3);
    const { session } = watcher.client.snapshot;
    expect(textsIn(watcher.client.snapshot)).toEqual([]);
    expect(session?.lines.some(({ content }) => content.kind === 'withheld')).toBe(true);
    expect(await watcher.client.cue({ kind: 'ready', id: 'breathe' }, 'both')).toBe('no-key');

    observing.give(a, ofA.at);
    await watcher.until(({ session: seen }) => seen?.keys === 'held');
    expect(textsIn(watcher.client.snapshot).length).toBeGreaterThan(0);
    expect(watcher.client.snapshot.session?.intact).toBe(true);
  });

  it('on a device that compared nothing sees nothing', async () => {
    const { partners, a, observing, letIn } = await together();
    await letIn({ a: 'words', b: 'words' });
    const other = observing.watch(await observing.anotherDevice());
    await open([...partners]);
    await playUntil([...partners], (one) => isAt(one, 'give-back'));
    await other.until(({ view }) => view?.sessionId && view.bundles.length > 0);
    expect(other.client.snapshot).toMatchObject({ compared: false, session: null });
    expect(a.session?.seq).toBeGreaterThan(3);
  });

  it('gives a cue to one alone when both allowed it, and the other sees only that there was one', async () => {
    const { partners, a, b, observing, letIn } = await together();
    await letIn({ a: 'phases', b: 'phases' }, true);
    const watcher = observing.watch();
    await open([...partners]);
    await watcher.until(({ session }) => session?.keys === 'held');
    const cue: Cue = { kind: 'ready', id: 'mirror-first' };
    await watcher.client.cue(cue, 'a');
    await a.until((shown) => shown.session?.cues.at(-1)?.cue);
    await b.until((shown) => shown.session?.cues.length === 1);
    expect(a.session?.cues).toMatchObject([{ to: 'a', cue }]);
    expect(b.session?.cues).toMatchObject([{ to: 'a', cue: null }]);
  });

  it('comes back after the page was loaded anew, and keeps nothing once the talk is over', async () => {
    const { partners, a, observing, letIn } = await together();
    await letIn({ a: 'words', b: 'words' });
    const first = observing.watch();
    await open([...partners]);
    await playUntil([...partners], (one) => isAt(one, 'give-back'));
    await first.until(({ session }) => session?.keys === 'held' && session.seq > 3);
    first.client.close();
    const again = observing.watch();
    await again.until((shown) => textsIn(shown).length > 0);
    await make(a, { type: 'stop' });
    await again.until(({ ended }) => ended === 'session');
    expect(again.client.snapshot.session).toBeNull();
    await keepsNothing(observing.hers);
  });

  it('goes by herself, and both hear that she went', async () => {
    const { partners, a, b, observing, letIn } = await together();
    await letIn({ a: 'words', b: 'words' });
    const watcher = observing.watch();
    await open([...partners]);
    await watcher.until(({ session }) => session?.keys === 'held');
    expect(await watcher.client.leave()).toBe(true);
    expect(watcher.client.snapshot).toMatchObject({ ended: 'left', session: null, view: null });
    for (const one of [a, b]) {
      await one.until(({ session }) =>
        session?.lines.some(({ fact }) => fact.type === 'observer-left'),
      );
    }
  });
});
