import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { HeldKeys } from '#lib/client/held-keys.ts';
import type { NoStep } from '#lib/client/key-steps.ts';
import { Giver } from '#lib/client/observation/giver.ts';
import { noteLetIn } from '#lib/client/observation/let-in.ts';
import type { RoomSnapshot, SessionSnapshot } from '#lib/client/snapshot.ts';
import type { Lens } from '#lib/dialogue/observer.ts';
import { type Bundle, CaseId, type Tended } from '#lib/observation.ts';
import type { RoomView } from '#lib/protocol.ts';
import { type OpenedBundle, openBundle } from '#lib/vault/bundle.ts';
import { newHolder } from '#lib/vault/holder-keys.ts';
import { memorySafe } from '#lib/vault/memory-safe.ts';
import { newId, newObservationId, newRoomId, newSessionId } from '#lib/vault/new-id.ts';
import { newRoomKey } from '#lib/vault/room-key.ts';
import { RoomKeys } from '#lib/vault/room-keys.ts';
import { Random } from '#tests/support/random.ts';
import { SkewedClock, Timeline } from '#tests/support/virtual-clock.ts';

/** Long enough for everything that is sealed here; nothing else takes time. */
const quiet = () => new Promise((resolve) => setTimeout(resolve, 60));

const roomId = newRoomId();
const sessionId = newSessionId();
const observation = newObservationId();
const caseId = v.parse(CaseId, newId());
const [helper, observer, evil] = [await newHolder(), await newHolder(), await newHolder()];

interface Scene {
  pinned?: Lens | null;
  lens?: Lens;
  epochs?: readonly number[];
  given?: readonly number[];
  /** What the room's own view calls her key. */
  observerKey?: typeof observer.publicKey;
  answers?: (NoStep | 'taken')[];
}

/** A device in a room that is watched, and what it gave. */
async function device({
  pinned = 'words',
  lens = 'words',
  epochs = [1],
  given = [],
  observerKey = observer.publicKey,
  answers = [],
}: Scene = {}) {
  const safe = memorySafe();
  if (pinned) {
    const pin = { observerKey: observer.publicKey, caseId, lens: pinned };
    await noteLetIn(safe, roomId, observation, { pinned: pin });
  }
  const timeline = new Timeline(0);
  const bundles: Bundle[] = [];
  const told = given.map((epoch) => ({ sessionId, epoch }));
  let steps = 0;
  let held = new RoomKeys(
    ...([
      { epoch: 2, key: newRoomKey() },
      { epoch: 1, key: newRoomKey() },
    ] as const),
  );
  const keys: HeldKeys = {
    get held() {
      return held;
    },
    lost: false,
    renew: async () => false,
  };
  const watchers = new Set<() => void>();
  const seat = { taken: true, sealedName: null, here: true, writing: false };
  const view: RoomView = {
    ...{ roomId, you: 'a', seats: { a: seat, b: seat }, sessionId, proposal: null, epoch: 2 },
    ...{ rotationDue: false, keysWanted: false, invitation: null },
    observation: {
      ...{ id: observation, name: 'Lena', admitted: true, here: true, yourKey: true },
      ...{ stage: 'admitted', lens, observerKey, suggestion: null },
      given: told,
    },
  };
  const session = v.parse(
    v.custom<SessionSnapshot>(() => true),
    { sessionId, epochs },
  );
  const names = { a: 'Noor', b: 'Sam' };
  const snapshot: RoomSnapshot = {
    ...{ connection: 'online', view, names, session, key: 'held', clockOffset: 0 },
  };
  const room = {
    snapshot,
    keys,
    watch: (watcher: () => void) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
  const giver = new Giver({
    roomId,
    room,
    safe,
    clock: new SkewedClock(timeline, new Random(1)),
    holder: async () => helper,
    take: async (step) => {
      steps += 1;
      const answer = answers.shift() ?? 'taken';
      if (answer !== 'taken') return answer;
      if (step.step === 'give') {
        bundles.push(...step.bundles);
        told.push(...step.bundles);
      }
      const nothing = { invitation: null, cases: [], homework: [], appointments: [] };
      return { you: 'a', observation: null, ...nothing } satisfies Tended;
    },
  });
  await quiet();
  const change = async () => {
    for (const watcher of watchers) watcher();
    await quiet();
  };
  /** Lets the time of one more try come. */
  const again = async () => {
    await timeline.pass(3_000);
    await quiet();
  };
  return {
    giver,
    bundles,
    again,
    change,
    steps: () => steps,
    renew: () => {
      held = held.with({ epoch: 3, key: newRoomKey() });
    },
    opened: () => Promise.all(bundles.map((bundle) => openedBy(bundle))),
  };
}

async function openedBy(
  { epoch, sealed }: Bundle,
  holder = observer,
): Promise<OpenedBundle | null> {
  const keys = { observerKey: observer.publicKey, helperKey: helper.publicKey };
  const opened = await openBundle(
    holder,
    { roomId, observation, sessionId, epoch, ...keys },
    sealed,
  );
  return opened.ok ? opened.value : null;
}

describe('a device that lets an observer read along', () => {
  it('gives the key in use and each that the words were sealed with, once', async () => {
    const { bundles, opened, again, change, steps } = await device();
    expect(bundles.map(({ epoch }) => epoch).toSorted()).toEqual([1, 2]);
    for (const bundle of await opened()) {
      expect(bundle?.names).toEqual({ a: 'Noor', b: 'Sam' });
      expect(bundle?.sessionKey).not.toBeNull();
    }
    await change();
    await again();
    expect(steps()).toBe(1);
  });

  it('gives what was not given before, and a new key when the room goes over to one', async () => {
    const { bundles, again, change, renew } = await device({ given: [1] });
    expect(bundles.map(({ epoch }) => epoch)).toEqual([2]);
    renew();
    await change();
    await again();
    expect(bundles.map(({ epoch }) => epoch)).toEqual([2, 3]);
  });

  it('that compared no digits gives nothing', async () => {
    const { bundles, steps } = await device({ pinned: null });
    expect([bundles.length, steps()]).toEqual([0, 0]);
  });

  it('gives no key of words where one of the two chose the course alone, whatever the server says later', async () => {
    for (const scene of [
      { pinned: 'phases', lens: 'ratings' },
      { pinned: 'words', lens: 'phases' },
    ] as const) {
      const opened = await (await device(scene)).opened();
      expect(opened).toHaveLength(2);
      for (const bundle of opened) {
        expect(bundle).toMatchObject({ sessionKey: null, lens: 'phases' });
      }
    }
  });

  it('seals for the key that it compared, and not for one that the server shows in its place', async () => {
    const { bundles, opened } = await device({ observerKey: evil.publicKey });
    expect((await opened()).every((bundle) => bundle !== null)).toBe(true);
    expect(await Promise.all(bundles.map((bundle) => openedBy(bundle, evil)))).toEqual([
      null,
      null,
    ]);
  });

  it('tries again when no answer comes, and stops when it is closed', async () => {
    const { bundles, again, steps, giver } = await device({
      answers: ['offline', 'offline', 'taken'],
    });
    expect([bundles.length, steps()]).toEqual([0, 1]);
    await again();
    await again();
    await again();
    expect([bundles.length, steps()]).toEqual([2, 3]);
    giver.close();
    const other = await device({ answers: ['offline'] });
    other.giver.close();
    await other.again();
    expect(other.bundles).toEqual([]);
  });

  it('gives no key that it does not hold itself, and makes none up', async () => {
    const { bundles } = await device({ epochs: [1, 2, 7] });
    expect(bundles.map(({ epoch }) => epoch).toSorted()).toEqual([1, 2]);
  });
});
