import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { DialogueEvent } from '#lib/dialogue/event.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import { transcriptOf } from '#lib/dialogue/transcript.ts';
import { redact } from '#lib/dialogue/view.ts';
import { Words } from '#lib/dialogue/words.ts';
import { mirrorDialogue } from '#tests/support/exercises.ts';
import {
  upToClosing,
  upToSecondHalf,
  upToSend,
  upToSwitch,
  wholeTalk,
} from '#tests/support/mirror-talk.ts';
import { given, hours, type Played, type Situation } from '#tests/support/scenario.ts';

/** The transcript on the device of `viewer`, who can open every word it was given. */
function read({ events, state }: Situation, viewer: Seat = 'a') {
  const got = events.map((event) => redact(event, state, viewer));
  return transcriptOf(mirrorDialogue, got, opened(got));
}

function opened(events: readonly DialogueEvent[]): ReadonlyMap<number, Words> {
  const readable = events.filter((event) => event.sealed !== null);
  return new Map(
    readable.map(({ seq, fact }): [number, Words] => [
      seq,
      fact.type === 'rated' ? { kind: 'rating', rating: 7 } : { kind: 'text', text: `Line ${seq}` },
    ]),
  );
}

describe('transcript', () => {
  it('[R8] there is one line for each event, in order', () => {
    const talk = given(...wholeTalk);
    const lines = read(talk);
    expect(lines.map(({ seq, at, fact }) => ({ seq, at, fact }))).toEqual(
      talk.events.map(({ seq, at, fact }) => ({ seq, at, fact })),
    );
  });

  it('[R8] a line stands in the phase and half in which it happened', () => {
    const lines = read(given(...upToClosing));
    const places = lines.map(({ phaseId, half }) => `${phaseId} ${half}`);
    expect(places.slice(0, 9)).toEqual([
      'appointment 0',
      'appointment 0',
      'appointment 0',
      'arrival 0',
      'arrival 0',
      'safety 0',
      'safety 0',
      'send 1',
      'mirror 1',
    ]);
    expect(lines[given(...upToSecondHalf).events.length]).toMatchObject({
      phaseId: 'send',
      half: 2,
      by: 'b',
    });
  });

  it('[R8] words are shown, and acts without words have none', () => {
    const lines = read(given(['a', 'propose'], ['b', 'accept'], ['a', 'rate'], ['b', 'rate']));
    expect(lines.map((line) => line.content)).toEqual([
      { kind: 'none' },
      { kind: 'text', text: 'Line 2' },
      { kind: 'none' },
      { kind: 'rating', rating: 7 },
      { kind: 'rating', rating: 7 },
    ]);
  });

  it('[R8] erased and unreadable words show as a gap', () => {
    const talk = given(...upToSend, ['a', { type: 'erase', seqs: [2] }]);
    expect(read(talk)[1]).toMatchObject({ by: 'a', content: { kind: 'gap' } });
    const unreadable = transcriptOf(mirrorDialogue, talk.events, new Map());
    expect(unreadable[3]?.content).toEqual({ kind: 'gap' });
  });

  it('[R8] words that are still in hand are not shown once they are gone', () => {
    const talk = given(...wholeTalk, ['b', 'destroy']);
    const lines = transcriptOf(mirrorDialogue, talk.events, opened(talk.events));
    expect(new Set(lines.map((line) => line.content.kind))).toEqual(new Set(['none', 'gap']));
  });

  it('[R8] a hidden answer of the other is withheld, its own is shown', () => {
    for (const script of [[], [['a', 'stop']]] satisfies Played[][]) {
      const talk = given(...upToSwitch, ['b', 'rate'], ...script);
      const at = upToSwitch.length + 1;
      expect(read(talk, 'a')[at]?.content).toEqual({ kind: 'withheld' });
      expect(read(talk, 'b')[at]?.content).toEqual({ kind: 'rating', rating: 7 });
    }
  });

  it('[P9] holds, endings and answers about the words carry no seat', () => {
    const held = given(...upToSend, ['b', { type: 'propose-mode', mode: 'spoken' }]);
    const started = held.play(['a', 'decline-mode'], ['a', 'pause']);
    const back = started.play(['b', { type: 'time-out', until: started.now + hours(1) }]);
    const lines = read(
      back.play(
        ['a', { type: 'counter', until: back.now + hours(2) }],
        ['b', 'accept-return'],
        ['a', 'leave'],
        { pass: hours(3) },
        ['a', 'resume'],
        ['b', 'resume'],
        ['b', 'stop'],
        ['a', { type: 'erase', seqs: [2] }],
        ['a', { type: 'keep', keep: true }],
        ['b', 'destroy'],
      ),
    );
    const added = lines.slice(upToSend.length + 1);
    expect(added).toHaveLength(13);
    expect(added.map((line) => line.by)).toEqual(added.map(() => null));
    expect(lines.slice(0, 3).map((line) => line.by)).toEqual(['a', 'a', 'b']);
  });

  it('[R8] a rating is a whole number from 0 to 10', () => {
    for (const rating of [0, 10])
      expect(v.safeParse(Words, { kind: 'rating', rating }).success).toBe(true);
    for (const rating of [-1, 11, 5.5, '5']) {
      expect(v.safeParse(Words, { kind: 'rating', rating }).success).toBe(false);
    }
  });
});
