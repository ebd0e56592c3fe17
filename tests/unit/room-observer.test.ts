import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { cueAtHand } from '#components/observing/cue-at-hand.ts';
import { goneOf, nameAt, watchingOf } from '#components/observing/watching.ts';
import { transcriptOf } from '#lib/dialogue/transcript.ts';
import { PublicKey } from '#lib/keyholder.ts';
import type { RoomObservation } from '#lib/protocol.ts';
import { upToSend, wholeTalk } from '#tests/support/mirror-talk.ts';
import { given, type Situation } from '#tests/support/scenario.ts';
import { cue, enter, observation } from '#tests/support/watched-talk.ts';

/** A session as a partner's screen has it. */
function onScreen({ exercise, events, state }: Situation) {
  if (state.status === 'new') throw new Error('Nobody opened it');
  return { state, lines: transcriptOf(exercise, events, new Map()), seq: state.seq };
}

const { name, lens } = enter;
const watched = given().watched(enter);
const seen: RoomObservation = {
  id: observation,
  name,
  admitted: true,
  here: false,
  yourKey: true,
  stage: 'admitted',
  lens,
  observerKey: v.parse(PublicKey, Buffer.alloc(65, 4).toString('base64url')),
  given: [],
  suggestion: null,
};

describe('who watches, on the screen of a partner', () => {
  it('is shown by the log of the talk alone, and by what the room tells alone', () => {
    expect(watchingOf({ observation: null }, onScreen(watched))).toMatchObject({
      name,
      lens,
      inTalk: true,
    });
    expect(watchingOf({ observation: seen }, onScreen(given()))).toMatchObject({
      name,
      inTalk: false,
    });
    expect(watchingOf({ observation: seen }, null)).toMatchObject({ name, here: false });
  });

  it('is nobody while somebody only waits, and after the talk', () => {
    const waits = { ...seen, admitted: false, stage: 'waiting' } as const;
    expect(watchingOf({ observation: waits }, onScreen(given()))).toBeNull();
    const over = onScreen(
      given()
        .watched(enter)
        .play(...wholeTalk),
    );
    expect(watchingOf({ observation: null }, over)).toBeNull();
    expect(goneOf(over)?.name).toBe(name);
  });

  it('is told to be gone, whoever ended it, until somebody comes again', () => {
    for (const gone of [watched.play(['b', 'revoke']), watched.watched({ type: 'leave' })]) {
      const session = onScreen(gone);
      expect(watchingOf({ observation: null }, session)).toBeNull();
      expect(goneOf(session)).toEqual({ name, seq: session.seq });
      expect(goneOf(onScreen(gone.watched(enter)))).toBeNull();
    }
    expect(goneOf(onScreen(given()))).toBeNull();
  });
});

describe('a cue at hand', () => {
  it('is the newest, and is over for a side once that side did something', () => {
    const told = given(...upToSend).watched(enter, cue, cue);
    const before = onScreen(told);
    expect(cueAtHand(before, 'a')).toEqual({ seq: before.seq, to: 'both', cue: null });
    expect(nameAt(before.lines, before.seq)).toBe(name);
    const after = onScreen(told.play(['a', 'send']));
    expect(cueAtHand(after, 'a')).toBeNull();
    expect(cueAtHand(after, 'b')?.seq).toBe(before.seq);
  });
});
