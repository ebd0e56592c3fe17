import type { Recording } from '#lib/client/archive.ts';
import { attemptsOf, carries, submissionOf } from '#lib/dialogue/attempt.ts';
import { decide, wordsFor } from '#lib/dialogue/decide.ts';
import type { DialogueEvent } from '#lib/dialogue/event.ts';
import { evolve } from '#lib/dialogue/evolve.ts';
import type { MoveType } from '#lib/dialogue/move.ts';
import { framesOf } from '#lib/dialogue/replay.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import { type DialogueState, newSession } from '#lib/dialogue/state.ts';
import { transcriptOf } from '#lib/dialogue/transcript.ts';
import type { Words } from '#lib/dialogue/words.ts';
import type { Exercise } from '#lib/exercises/exercise.ts';
import { fresh } from '#tests/contract/database-file.ts';
import { pathThrough } from './path.ts';

/**
 * A whole talk, played to its end and kept, with the first words of each erased, as a device would have it.
 * @param wordsAt what is said in sentences at a place, by whom.
 */
export function recordingOf(
  exercise: Exercise,
  you: Seat,
  wordsAt: (seq: number, by: Seat) => Words,
): Recording {
  const { definition, texts } = exercise;
  const words = new Map<number, Words>();
  const events: DialogueEvent[] = [];
  let state: DialogueState = newSession;

  const take = (seat: Seat, type: MoveType, own: readonly number[] = []) => {
    const now = state.status === 'new' ? 1_000 : state.at + 1_000;
    const [found] = attemptsOf(type, definition, state, seat, now);
    if (!found) throw new Error(`No such move as ${type}`);
    const move = found.type === 'erase' ? { ...found, seqs: [...own] } : found;
    const submission = submissionOf(move, state, carries(move, state));
    const verdict = decide(definition, state, { ...submission, moveId: fresh.move() }, seat, now);
    if (!verdict.ok) throw new Error(`${seat} ${type}: ${verdict.reason}`);
    const said = wordsOf(type, verdict.value, seat);
    if (said) words.set(verdict.value.seq, said);
    state = evolve(definition, state, verdict.value);
    events.push(verdict.value);
  };
  const wordsOf = (type: MoveType, { seq }: DialogueEvent, seat: Seat): Words | null => {
    const kind = state.status === 'new' ? 'none' : wordsFor(type, state.mode);
    switch (kind) {
      case 'none':
        return null;
      case 'text':
        return wordsAt(seq, seat);
      case 'rating':
        return { kind, rating: seq % 11 };
      case 'ratings':
        return { kind, ratings: [seq % 11, 3, 7] };
      case 'date':
        return { kind, date: '2027-03-14' };
    }
  };

  take('a', 'open');
  for (const { seat, act } of pathThrough(definition)) take(seat, act);
  for (const seat of ['a', 'b'] as const) take(seat, 'keep');
  for (const seat of ['a', 'b'] as const) {
    const [first] = state.status === 'new' ? [] : state.content.filter(({ by }) => by === seat);
    if (!first) continue;
    take(seat, 'erase', [first.seq]);
    words.delete(first.seq);
  }
  const frames = framesOf(definition, events);
  const last = frames.at(-1)?.state;
  if (!last) throw new Error('A talk without events');
  return {
    roomId: fresh.room(),
    sessionId: fresh.session(),
    you,
    names: { a: 'Anna', b: 'Boris' },
    exercise: definition,
    texts,
    state: last,
    frames,
    lines: transcriptOf(definition, events, words),
    key: 'present',
    intact: true,
  };
}
