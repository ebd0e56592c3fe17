import * as v from 'valibot';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { deviceClock } from '#lib/client/clock.ts';
import { ObserverClient } from '#lib/client/observation/observer-client.ts';
import type { ObserverLink, ObserverLinkListener } from '#lib/client/observation/observer-link.ts';
import type { ObserverSnapshot } from '#lib/client/observation/observer-snapshot.ts';
import { noteWatching } from '#lib/client/observation/watching.ts';
import type { DialogueEvent } from '#lib/dialogue/event.ts';
import { evolve } from '#lib/dialogue/evolve.ts';
import { decideObserver } from '#lib/dialogue/observe.ts';
import type { Lens } from '#lib/dialogue/observer.ts';
import { CaseId } from '#lib/observation.ts';
import type { ObserverRequest, ObserverView } from '#lib/observer-protocol.ts';
import type { MoveReply } from '#lib/protocol.ts';
import { sealBundle } from '#lib/vault/bundle.ts';
import { type HolderKeys, newHolder } from '#lib/vault/holder-keys.ts';
import { memorySafe } from '#lib/vault/memory-safe.ts';
import { newId, newMoveId, newObservationId } from '#lib/vault/new-id.ts';
import { fetchExercise, mirrorDialogue } from '#tests/support/exercises.ts';
import { upToSecondHalf } from '#tests/support/mirror-talk.ts';
import { start } from '#tests/support/scenario.ts';
import { home, played, type TrueLog } from '#tests/support/true-log.ts';

const { roomId, sessionId, roomKey } = home;
const observation = newObservationId();
const caseId = v.parse(CaseId, newId());
const [hers, helper, evil] = [await newHolder(), await newHolder(), await newHolder()];

let talk: TrueLog;
beforeAll(async () => {
  const opened = await played(null);
  const act = {
    ...({ type: 'enter', observation, name: 'Lena', lens: 'ratings' } as const),
    privateCues: false,
  };
  const now = start + 500;
  const submission = { moveId: newMoveId(), act, cue: null };
  const entered = decideObserver(mirrorDialogue, opened.state, submission, now);
  if (!entered.ok) throw new Error(entered.reason);
  const state = evolve(mirrorDialogue, opened.state, entered.value);
  talk = await played({ state, events: [...opened.events, entered.value] }, ...upToSecondHalf);
});

/** What a server and a partner's device send her. */
interface Sent {
  /** What the server says that she may see, and what the bundle says. */
  lens?: Lens;
  sealedFor?: Lens;
  by?: HolderKeys;
  events?: readonly DialogueEvent[];
  compared?: boolean;
}

/** Her client, on a link that is played by hand. */
async function watcher({
  lens = 'words',
  sealedFor = lens,
  by = helper,
  events = talk.events,
  compared = true,
}: Sent = {}) {
  const safe = memorySafe();
  const answer = { helperKey: helper.publicKey, helperNonce: newId() };
  if (compared) {
    await noteWatching(safe, roomId, observation, { nonce: newId(), answer, agreed: true });
  }
  const told: { listener: ObserverLinkListener | null; closed: boolean } = {
    listener: null,
    closed: false,
  };
  const acts: ObserverRequest[] = [];
  const answers: (MoveReply | null)[] = [];
  const link: ObserverLink = {
    listen: (listener) => {
      told.listener = listener;
    },
    join: async ({ after }) => ({
      ...{ ok: true, events: events.filter(({ seq }) => seq > after) },
      ...{ head: events.length, now: Date.now() },
    }),
    act: async (request) => {
      acts.push(request);
      return answers.shift() ?? null;
    },
    suggest: async () => ({ ok: true }),
    close: () => {
      told.closed = true;
    },
  };
  const caseKeys: number[] = [];
  const client = new ObserverClient({
    ...{ roomId, link, safe, clock: deviceClock, holder: hers, fetchExercise },
    take: async () => ({ caseId, observation: null }),
    caseKeyCame: ({ epoch }) => caseKeys.push(epoch),
  });
  onTestFinished(() => client.close());
  const keys = { observerKey: hers.publicKey, helperKey: by.publicKey };
  const place = { roomId, observation, sessionId, epoch: 1, ...keys };
  const names = { a: 'Noor', b: 'Sam' };
  const sealed = await sealBundle(by, place, { roomKey, caseId, lens: sealedFor, names });
  const view: ObserverView = {
    ...{ roomId, observation, lens, privateCues: false, here: { a: true, b: true } },
    ...{ sessionId, helperKey: by.publicKey, bundles: [], suggestion: null },
  };
  const given = { ...view, bundles: [{ sessionId, epoch: 1, sealed: sealed ?? '' }] };
  const until = (holds: (snapshot: ObserverSnapshot) => boolean) =>
    vi.waitFor(() => expect(holds(client.snapshot)).toBe(true));
  const { listener } = told;
  if (!listener) throw new Error('Nobody listens');
  return { client, listener, told, safe, acts, answers, view, given, until, caseKeys };
}

const kindsIn = ({ session }: ObserverSnapshot) =>
  new Set(session?.lines.map(({ content }) => content.kind));

describe('the client of a therapist who watches', () => {
  it('shows the course at once, and the words when a device of theirs gave the key', async () => {
    const { client, listener, view, given, until, caseKeys } = await watcher();
    listener.view(view);
    await until(({ session }) => session?.seq === talk.events.length);
    expect(client.snapshot.session).toMatchObject({ keys: 'waiting', intact: true });
    expect(kindsIn(client.snapshot)).toEqual(new Set(['none', 'withheld', 'unseen']));
    listener.view(given);
    await until(({ session }) => session?.keys === 'held');
    expect(kindsIn(client.snapshot)).toEqual(new Set(['none', 'text', 'unseen']));
    expect(client.snapshot).toMatchObject({ names: { a: 'Noor', b: 'Sam' } });
    expect(client.snapshot.session?.intact).toBe(true);
    expect(caseKeys).toEqual([1]);
  });

  it('opens nothing beyond the lens in the bundle, whatever the server says and sends', async () => {
    const { client, listener, given, until } = await watcher({
      lens: 'ratings',
      sealedFor: 'words',
    });
    listener.view(given);
    await until(({ session }) => session?.keys === 'held' && session.seq === talk.events.length);
    expect(kindsIn(client.snapshot)).toEqual(new Set(['none', 'text', 'unseen']));
    const wide = await watcher({ lens: 'ratings' });
    wide.listener.view(wide.given);
    await wide.until(({ session }) => session?.keys === 'held' && session.seq > 6);
    expect(kindsIn(wide.client.snapshot)).toContain('rating');
  });

  it('believes no bundle of a device that she did not compare with', async () => {
    const { client, listener, given, until } = await watcher({ by: evil });
    listener.view(given);
    await until(({ session }) => session?.keys === 'unreadable');
    expect(client.snapshot.names).toEqual({ a: null, b: null });
    expect(await client.cue({ kind: 'ready', id: 'breathe' }, 'both')).toBe('no-key');
  });

  it('follows nothing on a device that compared nothing', async () => {
    const { client, listener, given, until } = await watcher({ compared: false });
    listener.view(given);
    await until(({ view }) => view !== null);
    expect(client.snapshot).toMatchObject({ compared: false, session: null });
  });

  it('sees that words are missing from the chain, with words and without', async () => {
    const at = talk.events.findIndex(({ hash, seq }) => hash !== null && seq > 6);
    const events = talk.events
      .toSpliced(at, 1)
      .map((event, index) => ({ ...event, seq: index + 1 }));
    for (const lens of ['phases', 'words'] as const) {
      const whole = await watcher({ lens });
      whole.listener.view(whole.given);
      await whole.until(({ session }) => session?.seq === talk.events.length);
      expect(whole.client.snapshot.session?.intact).toBe(true);
      const less = await watcher({ lens, events });
      less.listener.view(less.given);
      await less.until(({ session }) => session?.intact === false);
    }
  });

  it('keeps an act until it is answered, over a connection that comes and goes', async () => {
    const { client, listener, given, until, acts, answers } = await watcher();
    listener.view(given);
    await until(({ session }) => session?.keys === 'held');
    client.askPause();
    await until(({ session }) => session?.pending[0]?.trouble === 'no-answer');
    listener.disconnected();
    answers.push({ ok: true, seq: 99, again: true });
    listener.connected();
    await until(({ session }) => session?.pending.length === 0);
    expect(acts).toHaveLength(2);
    expect(acts[0]).toEqual(acts[1]);
  });

  it('lets go of every word, name and key once she is turned away', async () => {
    const { client, listener, told, given, safe, until } = await watcher();
    listener.view(given);
    await until(({ session }) => session?.keys === 'held');
    listener.turnedAway();
    expect(client.snapshot).toMatchObject({
      ...{ view: null, compared: false, names: { a: null, b: null } },
      ...{ session: null, ended: 'over' },
    });
    expect(told.closed).toBe(true);
    await vi.waitFor(async () => expect(await safe.names('')).toEqual([]));
    // What was still under way does not bring any of it back.
    listener.view(given);
    listener.events({ sessionId, events: [...talk.events] });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(client.snapshot).toMatchObject({ view: null, session: null, ended: 'over' });
  });
});
