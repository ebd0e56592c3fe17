import { describe, expect, it, onTestFinished } from 'vitest';
import type { Seat } from '#lib/dialogue/seat.ts';
import type { Log, LogFields } from '#lib/log.ts';
import type { RoomView } from '#lib/protocol.ts';
import { databaseFile, fresh } from '#tests/contract/database-file.ts';
import {
  admit,
  admitted,
  knocked,
  knockIn,
  therapistIn,
  Watching,
} from '#tests/support/admitted.ts';
import { databaseDigest } from '#tests/support/database-digest.ts';
import { RawClient } from '#tests/support/raw-client.ts';
import { introductionOf, joinPages } from '#tests/support/raw-joining.ts';
import { realtimeNode } from '#tests/support/realtime-node.ts';
import { coupleIn } from '#tests/support/seats.ts';
import { arriveBoth, exercise, isAt, make, open, playUntil } from '#tests/support/talking.ts';
import { logOf, seqOf, watchedTalk } from '#tests/support/watched-room.ts';

type Talk = Awaited<ReturnType<typeof watchedTalk>>;

const box = () => `wk1.${fresh.digest()}.${fresh.digest()}`;

/** A cue as her device would hand it in. */
function cueTo(sessionId: string, to: Seat | 'both', sealed = box(), epoch = 1) {
  return { sessionId, moveId: fresh.move(), act: { type: 'cue', to }, cue: { sealed, epoch } };
}

function asking(sessionId: string, type: 'ask-pause' | 'propose-phase') {
  return { sessionId, moveId: fresh.move(), act: { type }, cue: null };
}

/** A second window of a partner, that follows the session; every frame that comes there. */
async function window({ guests, url, sessionId }: Talk, seat: Seat): Promise<RawClient> {
  const raw = await RawClient.enter(url, introductionOf(guests[seat], url));
  if (typeof raw === 'string') throw new Error(raw);
  onTestFinished(() => raw.socket.terminate());
  await joinPages(raw, sessionId);
  return raw;
}

const has = ({ frames }: RawClient, sealed: string) => frames.join('\n').includes(sealed);

describe('A cue', () => {
  it('to both reaches both, at once and who joins late', async () => {
    const talk = await watchedTalk();
    const { sessionId, watching, a } = talk;
    const windows = [await window(talk, 'a'), await window(talk, 'b')];
    const sealed = box();
    expect(await watching.ask('observer:act', cueTo(sessionId, 'both', sealed))).toBe('ok');
    await Promise.all(windows.map((one) => one.frame((text) => text.includes('"cued"'))));
    const late = [await window(talk, 'a'), await window(talk, 'b')];
    expect([...windows, ...late].map((one) => has(one, sealed))).toEqual(Array(4).fill(true));
    await a.until(({ session }) => session?.seq === 3 && session.intact);
  });

  it('to one is for that one and for her; the other sees that there was one, and nothing of it', async () => {
    const talk = await watchedTalk({ privateCues: true });
    const { sessionId, watching } = talk;
    const [a, b] = [await window(talk, 'a'), await window(talk, 'b')];
    const sealed = box();
    expect(await watching.ask('observer:act', cueTo(sessionId, 'a', sealed))).toBe('ok');
    await Promise.all([a, b].map((one) => one.frame((text) => text.includes('"cued"'))));
    const late = await window(talk, 'b');
    await watching.until(3);
    const own = await watching.join(sessionId);
    expect([a, b, late].map((one) => has(one, sealed))).toEqual([true, false, false]);
    expect([has(watching.client, sealed), own.at(-1)?.sealed]).toEqual([true, sealed]);
  });

  it('to one is refused unless both allowed it', async () => {
    const { sessionId, watching, node } = await watchedTalk();
    expect(await watching.ask('observer:act', cueTo(sessionId, 'a'))).toBe('no-private-cues');
    expect(await logOf(node, sessionId)).toHaveLength(2);
  });

  it('is made once: the same again is answered as before, another by its name is refused', async () => {
    const { sessionId, watching, node } = await watchedTalk();
    const cue = cueTo(sessionId, 'both');
    const asked = [
      cue,
      cue,
      { ...cue, cue: { ...cue.cue, sealed: box() } },
      asking(sessionId, 'ask-pause'),
    ];
    const answers: string[] = [];
    for (const one of asked) answers.push(await watching.ask('observer:act', one));
    expect(answers).toEqual(['ok', 'ok', 'move-id-reused', 'ok']);
    expect((await logOf(node, sessionId)).map(({ type }) => type)).toEqual([
      'opened',
      'observer-entered',
      'cued',
      'pause-asked',
    ]);
  });

  it('must be sealed with the key that is in use, and comes while they talk', async () => {
    const { sessionId, watching, a } = await watchedTalk();
    expect(await watching.ask('observer:act', cueTo(sessionId, 'both', box(), 2))).toBe(
      'stale-epoch',
    );
    const bare = { ...cueTo(sessionId, 'both'), cue: null };
    expect(await watching.ask('observer:act', bare)).toBe('words-required');
    await make(a, { type: 'pause' });
    expect(await watching.ask('observer:act', cueTo(sessionId, 'both'))).toBe('on-hold');
  });
});

describe('What she asks of them', () => {
  it('stands until they answer, and moves nothing', async () => {
    const { sessionId, watching, partners, a, b } = await watchedTalk();
    await playUntil(partners, (one) => isAt(one, 'more-or-enough') || isAt(one, 'invite'));
    const place = a.session?.state.status === 'running' ? a.session.state.place : null;
    expect(await watching.ask('observer:act', asking(sessionId, 'ask-pause'))).toBe('ok');
    expect(await watching.ask('observer:act', asking(sessionId, 'ask-pause'))).toBe(
      'already-answered',
    );
    const seq = seqOf(a);
    await Promise.all(
      [a, b].map((one) => one.until(({ session }) => session && session.seq >= seq)),
    );
    await b.until(({ session }) => session?.state.status === 'running' && session.state.request);
    expect(b.session?.state).toMatchObject({ place, request: { kind: 'pause' } });
    await make(b, { type: 'decline-request' });
    expect(b.session?.state).toMatchObject({ place, request: null });
  });

  it('is not for a session of others, nor for one before she was let in', async () => {
    const { node, watching, sessionId: own } = await watchedTalk();
    const others = await watchedTalk({}, node);
    const { sessionId } = others;
    expect(await watching.ask('observer:act', cueTo(sessionId, 'both'))).toBe('forbidden');
    expect(await watching.ask('session:join', { sessionId, after: 0 })).toBe('forbidden');
    expect(await watching.ask('session:join', { sessionId: fresh.session(), after: 0 })).toBe(
      'forbidden',
    );
    expect(await watching.ask('observer:act', { ...cueTo(own, 'both'), more: 1 })).toBe(
      'bad-request',
    );
  });
});

describe('A suggestion', () => {
  const suggestion = { exercise, mode: 'spoken' as const };

  async function lobby() {
    const node = await realtimeNode(await databaseFile());
    const guests = await coupleIn(node.db, node.url);
    const therapist = await admitted(node.db, guests.a.roomId);
    const [a, b] = await arriveBoth(guests);
    const watching = await Watching.in(node.url, therapist, guests.a.roomId);
    return { node, a, b, watching, therapist };
  }

  it('stands before both while they do nothing else, and is gone once they begin', async () => {
    const { a, b, watching, therapist } = await lobby();
    expect(await watching.ask('exercise:suggest', { suggestion })).toBe('ok');
    for (const one of [a, b]) {
      await one.until(({ view }) => view?.observation?.suggestion?.mode === 'spoken');
    }
    await watching.client.frame(() => watching.views.at(-1)?.suggestion !== null);
    expect(await watching.ask('exercise:suggest', { suggestion: null })).toBe('ok');
    await a.until(({ view }) => view?.observation?.suggestion === null);
    expect(await watching.ask('exercise:suggest', { suggestion })).toBe('ok');
    // Nothing is proposed by it: one of the two puts it forward as their own.
    expect(a.client.snapshot.view?.proposal).toBe(null);
    await open([a, b]);
    await a.until(({ view }) => view?.observation?.suggestion === null);
    expect(await watching.ask('exercise:suggest', { suggestion })).toBe('session-open');
    expect(a.client.snapshot.view?.observation?.id).toBe(therapist.id);
  });

  it('is of an exercise that is offered', async () => {
    const { watching } = await lobby();
    const unknown = { exercise: { id: 'no-such-exercise', version: 1 }, mode: 'written' };
    expect(await watching.ask('exercise:suggest', { suggestion: unknown })).toBe(
      'unknown-exercise',
    );
  });
});

describe('How the partners see her', () => {
  it('follows each step of the way in, and whether she is there', async () => {
    const node = await realtimeNode(await databaseFile());
    const { db, url } = node;
    const guests = await coupleIn(db, url);
    const { roomId } = guests.a;
    const [a, b] = await arriveBoth(guests);
    const seen = (is: (found: NonNullable<RoomView['observation']>) => boolean) =>
      a.until(({ view }) => view?.observation && is(view.observation) && view.observation);
    const therapist = await therapistIn(db);
    const id = await knockIn(db, therapist, roomId);
    expect(await seen(() => true)).toEqual({
      id,
      name: knocked.name,
      admitted: false,
      here: false,
      yourKey: false,
      stage: 'waiting',
      lens: null,
      observerKey: knocked.publicKey,
      given: [],
      suggestion: null,
    });
    expect(await Watching.enter(url, therapist, roomId)).toBe('forbidden');
    await db.observation.update({ where: { id }, data: { lensB: 'ratings' } });
    await b.until(({ view }) => view?.observation?.yourKey);
    expect(a.client.snapshot.view?.observation).toMatchObject({ yourKey: false, lens: null });
    await db.observation.update({ where: { id }, data: { lensA: 'words' } });
    expect(await seen(({ stage }) => stage === 'turned')).toMatchObject({ lens: 'words' });
    expect(await Watching.enter(url, therapist, roomId)).toBe('forbidden');
    await admit(db, id);
    expect(await seen(({ stage }) => stage === 'admitted')).toMatchObject({ here: false });
    const watching = await Watching.in(url, therapist, roomId);
    await seen(({ here }) => here);
    expect(await watching.client.frame((text) => text.includes('observer:changed'))).toContain(id);
    await open([a, b]);
    const sessionId = await watching.session();
    const given = { sessionId, epoch: 1 };
    await db.observationBundle.create({ data: { observationId: id, ...given, sealed: 'box' } });
    expect(await seen((found) => found.given.length > 0)).toMatchObject({ given: [given] });
    await watching.client.frame(() => watching.views.at(-1)?.bundles.length === 1);
    expect(watching.views.at(-1)?.bundles).toEqual([{ ...given, sealed: 'box' }]);
    expect(JSON.stringify(a.client.snapshot.view)).not.toContain('box');
  });

  it('nobody without the role and a second factor comes in, even where a row says so', async () => {
    const node = await realtimeNode(await databaseFile());
    const { db, url } = node;
    const { roomId } = (await coupleIn(db, url)).a;
    const therapist = await admitted(db, roomId);
    await db.passkey.deleteMany({ where: { userId: therapist.userId } });
    expect(await Watching.enter(url, therapist, roomId)).toBe('forbidden');
    await db.account.update({ where: { userId: therapist.userId }, data: { role: 'partner' } });
    expect(await Watching.enter(url, therapist, roomId)).toBe('forbidden');
  });
});

describe('What only the other may ask', () => {
  it('is forbidden on her socket and on theirs, changes nothing, and is counted without a name', async () => {
    const lines: { happening: string; fields: LogFields }[] = [];
    const write = (happening: string, fields: LogFields = {}) =>
      void lines.push({ happening, fields });
    const log: Log = { info: () => undefined, warn: write, error: write };
    const file = await databaseFile();
    const node = await realtimeNode(file, Date.now, {}, log);
    const talk = await watchedTalk({}, node);
    const { watching, sessionId, therapist, roomId } = talk;
    const partner = await window(talk, 'b');
    const before = databaseDigest(file);
    const move = { moveId: fresh.move(), move: { type: 'revoke' }, words: null };
    const theirs = {
      'exercise:propose': { exercise, mode: 'written' },
      'exercise:retract': { proposal: { by: 'a', exercise, mode: 'written' } },
      'session:open': {
        sessionId: fresh.session(),
        moveId: fresh.move(),
        exercise,
        mode: 'written',
      },
      'move:submit': { sessionId, submission: move },
      'invitation:make': {},
      'invitation:withdraw': { invitationId: fresh.invitation() },
      'presence:writing': { writing: true },
    };
    const hers = {
      'observer:act': cueTo(sessionId, 'both'),
      'exercise:suggest': { suggestion: null },
    };
    for (const [name, request] of Object.entries(theirs)) {
      expect([name, await watching.ask(name, request)]).toEqual([name, 'forbidden']);
    }
    for (const [name, request] of Object.entries(hers)) {
      expect(await partner.ask(name, request)).toEqual({ ok: false, reason: 'forbidden' });
    }
    expect(databaseDigest(file)).toEqual(before);
    const names = [...Object.keys(theirs), ...Object.keys(hers)];
    expect(lines.map(({ happening, fields }) => [happening, fields.code])).toEqual(
      names.map((name) => ['denied', `forbidden ${name}`]),
    );
    expect(lines[0]?.fields).toEqual({
      code: 'forbidden exercise:propose',
      roomId,
      userId: therapist.userId,
    });
    expect(JSON.stringify(lines)).not.toContain('Lena');
  });

  it('comes no faster than anybody can take in', async () => {
    const node = await realtimeNode(await databaseFile(), Date.now, { rateLimitFactor: 1 });
    const { watching, sessionId } = await watchedTalk({}, node);
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => watching.ask('observer:act', cueTo(sessionId, 'both'))),
    );
    const passed = answers.filter((answer) => answer === 'ok').length;
    expect(passed).toBeGreaterThanOrEqual(7);
    expect(passed).toBeLessThan(12);
    expect(answers.filter((answer) => answer === 'slow-down')).toHaveLength(30 - passed);
  });
});
