import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { hasHappened } from '#components/replay/rights/has-happened.ts';
import { beginningsOf, scenesOf, talkOf } from '#components/replay/scene.ts';
import type { SessionRecord } from '#lib/archive.ts';
import { type ArchiveDeps, fetchPastSessions, openRecording } from '#lib/client/archive.ts';
import { Act } from '#lib/dialogue/act.ts';
import { decide, wordsFor } from '#lib/dialogue/decide.ts';
import { firstEpoch } from '#lib/dialogue/epoch.ts';
import type { DialogueEvent } from '#lib/dialogue/event.ts';
import { evolve } from '#lib/dialogue/evolve.ts';
import type { Digest } from '#lib/dialogue/id.ts';
import type { Move } from '#lib/dialogue/move.ts';
import type { Result } from '#lib/dialogue/result.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import { type DialogueState, newSession } from '#lib/dialogue/state.ts';
import { redact } from '#lib/dialogue/view.ts';
import type { Words } from '#lib/dialogue/words.ts';
import { sealName } from '#lib/vault/name.ts';
import { newMoveId, newRoomId, newSessionId } from '#lib/vault/new-id.ts';
import { newRoomKey, sessionKeyOf } from '#lib/vault/room-key.ts';
import { firstKeys } from '#lib/vault/room-keys.ts';
import { sealWords } from '#lib/vault/words.ts';
import { fetchExercise, mirrorDialogue } from '#tests/support/exercises.ts';
import { upToSecondHalf, upToSend, wholeTalk } from '#tests/support/mirror-talk.ts';
import type { Played } from '#tests/support/scenario.ts';
import { moveOf, start } from '#tests/support/scenario.ts';

const roomId = newRoomId();
const sessionId = newSessionId();
const roomKey = newRoomKey();
const sessionKey = await sessionKeyOf(roomKey, { roomId, sessionId, epoch: firstEpoch });
const { id, version } = mirrorDialogue;
const opening: Played = ['a', { type: 'open', exercise: { id, version }, mode: 'written' }];

function accept<Value>(result: Result<Value, string>): Value {
  if (!result.ok) throw new Error(`Refused: ${result.reason}`);
  return result.value;
}

const saidAt = (seq: number) => `Wat op plaats ${seq} gezegd werd`;

/** A log with real ciphertext; every rating is its own place, modulo 11. */
async function logOf(...script: readonly Played[]) {
  let state: DialogueState = newSession;
  const events: DialogueEvent[] = [];
  let now = start;
  for (const played of [opening, ...script]) {
    if ('pass' in played) {
      now += played.pass;
      continue;
    }
    const [seat, asked] = played;
    const move = moveOf(asked);
    const moveId = newMoveId();
    const words = await sealedFor(state, seat, move, moveId);
    const event = accept(decide(mirrorDialogue, state, { moveId, move, words }, seat, now));
    state = evolve(mirrorDialogue, state, event);
    events.push(event);
    now += 1_000;
  }
  return { state, events };
}

async function sealedFor(
  state: DialogueState,
  seat: Seat,
  move: Move,
  moveId: DialogueEvent['moveId'],
) {
  const act = v.safeParse(Act, move.type);
  if (state.status === 'new' || !act.success) return null;
  const kind = wordsFor(move.type, state.mode);
  if (kind !== 'text' && kind !== 'rating') return null;
  const seq = state.seq + 1;
  const words: Words = kind === 'rating' ? { kind, rating: seq % 11 } : { kind, text: saidAt(seq) };
  const exercise = { id, version };
  const place = { roomId, sessionId, epoch: firstEpoch, moveId, seat, act: act.output, exercise };
  return accept(await sealWords(sessionKey, { ...place, prev: state.head }, words));
}

/** What the server would send to this seat. */
async function recordFor(you: Seat, ...script: readonly Played[]): Promise<SessionRecord> {
  const { state, events } = await logOf(...script);
  return {
    roomId,
    you,
    sealedNames: { a: accept(await sealName(roomKey, roomId, 'a', 'Anna')), b: null },
    events: events.map((event) => redact(event, state, you)),
  };
}

async function depsFor(
  answer: () => Response,
  withKey = true,
  last: Digest | null = null,
): Promise<ArchiveDeps> {
  const keys = withKey ? { held: firstKeys(roomKey), lost: false, renew: async () => false } : null;
  const given = async () => answer();
  return {
    get: given,
    post: given,
    keysOf: async () => keys,
    lastWordOf: async () => last,
    fetchExercise,
  };
}

async function open(record: SessionRecord, withKey = true) {
  const deps = await depsFor(() => Response.json(record), withKey);
  return accept(await openRecording(roomId, sessionId, { what: 'transcript' }, deps));
}

const bothKeep: readonly Played[] = [
  ['a', { type: 'keep', keep: true }],
  ['b', { type: 'keep', keep: true }],
];

describe('a recording', () => {
  it('gives back every word of a whole talk, with the names that open', async () => {
    const recording = await open(await recordFor('b', ...wholeTalk, ...bothKeep));
    expect(recording).toMatchObject({ you: 'b', key: 'present', intact: true });
    expect(recording.names).toEqual({ a: 'Anna', b: null });
    expect(recording.state).toMatchObject({ status: 'ended', how: 'completed', words: 'kept' });
    const said = recording.lines.filter(({ content }) => content.kind === 'text');
    expect(said.length).toBeGreaterThan(10);
    for (const { seq, content } of said) {
      expect(content).toEqual({ kind: 'text', text: saidAt(seq) });
    }
    expect(recording.lines.filter(({ content }) => content.kind === 'gap')).toEqual([]);
  });

  it('shows a gap where words were erased, and is whole all the same', async () => {
    const erased: Played = ['a', { type: 'erase', seqs: [2, 8] }];
    const recording = await open(await recordFor('b', ...wholeTalk, ...bothKeep, erased));
    expect(recording.intact).toBe(true);
    const gaps = recording.lines.filter(({ content }) => content.kind === 'gap');
    expect(gaps.map(({ seq }) => seq)).toEqual([2, 8]);
  });

  it('withholds a hidden answer of a talk that stopped before both were in', async () => {
    const script: readonly Played[] = [
      ['a', 'propose'],
      ['b', 'accept'],
      ['a', 'rate'],
      ['b', 'stop'],
    ];
    const theirs = await open(await recordFor('b', ...script));
    expect(theirs.lines[3]?.content).toEqual({ kind: 'withheld' });
    expect(theirs.intact).toBe(true);
    const own = await open(await recordFor('a', ...script));
    expect(own.lines[3]?.content).toEqual({ kind: 'rating', rating: 4 });
  });

  it('opens without a key as far as that goes, and says so', async () => {
    const recording = await open(await recordFor('a', ...wholeTalk, ...bothKeep), false);
    expect(recording).toMatchObject({ key: 'missing', intact: true });
    expect(recording.names).toEqual({ a: null, b: null });
    expect(recording.lines.some(({ content }) => content.kind === 'text')).toBe(false);
    expect(recording.frames.length).toBe(recording.lines.length);
  });

  it('says so when two words changed places, and when words are missing that nobody erased', async () => {
    const record = await recordFor('a', ...wholeTalk, ...bothKeep);
    const [tell, mirror] = [record.events[7], record.events[8]];
    const swapped = record.events
      .with(7, { ...present(tell), sealed: mirror?.sealed ?? null })
      .with(8, { ...present(mirror), sealed: tell?.sealed ?? null });
    expect((await open({ ...record, events: swapped })).intact).toBe(false);
    const lacking = record.events.with(7, { ...present(tell), sealed: null });
    expect((await open({ ...record, events: lacking })).intact).toBe(false);
  });

  it.each([
    ['an event is left out', (events: readonly DialogueEvent[]) => events.toSpliced(7, 1)],
    [
      'an event is there twice',
      (events: readonly DialogueEvent[]) => {
        const seventh = events.slice(6, 7);
        return [...events.slice(0, 7), ...seventh, ...events.slice(7)];
      },
    ],
  ])('ends before what does not fit when %s', async (_, damage) => {
    const record = await recordFor('a', ...wholeTalk, ...bothKeep);
    const recording = await open({ ...record, events: [...damage(record.events)] });
    expect(recording.intact).toBe(false);
    expect(recording.lines.length).toBe(7);
  });
});

describe('what is expected to fail', () => {
  it.each([
    ['no answer', () => Response.error(), 'no-answer'],
    ['a server in trouble', () => new Response('', { status: 503 }), 'no-answer'],
    ['a page of somebody in between', () => new Response('<html>'), 'no-answer'],
    ['no seat in the room', () => Response.json({}, { status: 404 }), 'not-found'],
    ['something else than a record', () => Response.json({ events: 3 }), 'unreadable'],
  ] as const)('is a value: %s', async (_, answer, reason) => {
    const deps = await depsFor(answer);
    expect(await openRecording(roomId, sessionId, { what: 'transcript' }, deps)).toEqual({
      ok: false,
      reason,
    });
    expect(await fetchPastSessions(roomId, deps)).toEqual({ ok: false, reason });
  });

  it('says so when the last words are missing that this device was there for', async () => {
    const whole = await recordFor('b', ...upToSecondHalf);
    const words = whole.events.filter(({ hash }) => hash !== null);
    const last = words.at(-1);
    if (!last?.hash) throw new Error('A talk without words');
    const cut = { ...whole, events: whole.events.filter(({ seq }) => seq < last.seq) };
    const read = async (record: SessionRecord, head: Digest | null) => {
      const deps = await depsFor(() => Response.json(record), true, head);
      return accept(await openRecording(roomId, sessionId, { what: 'transcript' }, deps)).intact;
    };
    expect(await read(whole, last.hash)).toBe(true);
    expect(await read(cut, last.hash)).toBe(false);
    // Who was not there cannot know.
    expect(await read(cut, null)).toBe(true);
  });

  it('keeps the session of one room out of another', async () => {
    const record = await recordFor('a', ...upToSend);
    const deps = await depsFor(() => Response.json({ ...record, roomId: newRoomId() }));
    expect(await openRecording(roomId, sessionId, { what: 'transcript' }, deps)).toEqual({
      ok: false,
      reason: 'not-found',
    });
  });

  it('finds nothing to show in a session without a beginning', async () => {
    const record = await recordFor('a', ...upToSend);
    const deps = await depsFor(() => Response.json({ ...record, events: [] }));
    expect(await openRecording(roomId, sessionId, { what: 'transcript' }, deps)).toEqual({
      ok: false,
      reason: 'unreadable',
    });
  });
});

describe('the scenes of a replay', () => {
  it('are those of the talk, without what was decided afterwards', async () => {
    const recording = await open(await recordFor('a', ...wholeTalk, ...bothKeep));
    expect(talkOf(recording).length).toBe(wholeTalk.length + 1);
    expect(scenesOf(recording).map(({ line }) => line.seq)).toEqual(
      recording.lines.slice(0, -2).map(({ seq }) => seq),
    );
  });

  it('show hidden answers together, at the moment both were in', async () => {
    const scenes = scenesOf(await open(await recordFor('a', ...upToSend, ['a', 'stop'])));
    const [first, second] = scenes.filter(({ line }) => line.fact.type === 'rated');
    expect(first).toMatchObject({ stillHidden: true, revealed: [], askedBoth: true });
    expect(second?.stillHidden).toBe(false);
    expect(second?.revealed.map(({ seq }) => seq)).toEqual([4, 5]);
  });

  it('begin each phase where it was first asked, and only the phases that were reached', async () => {
    const recording = await open(await recordFor('a', ...upToSecondHalf, ['a', 'stop']));
    const scenes = scenesOf(recording);
    const beginnings = beginningsOf(talkOf(recording));
    expect(Math.max(...beginnings.keys())).toBe(10);
    for (const [leg, scene] of beginnings) expect(scenes[scene]?.line.legIndex).toBe(leg);
  });

  it('tell which step was on when something happened', async () => {
    const scenes = scenesOf(await open(await recordFor('a', ...upToSecondHalf, ['a', 'stop'])));
    expect(scenes.slice(0, 4).map(({ step }) => step)).toEqual([
      'topic',
      'topic',
      'answer',
      'arrive',
    ]);
  });
});

describe('a move over the words', () => {
  it('has happened once the session shows it', async () => {
    const before = await open(await recordFor('a', ...wholeTalk));
    const keep = { type: 'keep', keep: true } as const;
    const erase = { type: 'erase', seqs: [2] } as const;
    const destroy = { type: 'destroy' } as const;
    expect(hasHappened(keep, before)).toBe(false);
    expect(hasHappened({ ...erase, seqs: [2] }, before)).toBe(false);
    expect(hasHappened(destroy, before)).toBe(false);
    const kept = await open(await recordFor('a', ...wholeTalk, ['a', keep]));
    expect(hasHappened(keep, kept)).toBe(true);
    const erased = await open(await recordFor('a', ...wholeTalk, ['a', { ...erase, seqs: [2] }]));
    expect(hasHappened({ ...erase, seqs: [2] }, erased)).toBe(true);
    const gone = await open(await recordFor('a', ...wholeTalk, ['a', destroy]));
    expect(hasHappened(destroy, gone)).toBe(true);
  });
});

function present(event: DialogueEvent | undefined): DialogueEvent {
  if (!event) throw new Error('No such event');
  return event;
}
