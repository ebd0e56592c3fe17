import fc from 'fast-check';
import * as v from 'valibot';
import { firstEpoch } from '#lib/dialogue/epoch.ts';
import { type Author, DialogueEvent, type Fact } from '#lib/dialogue/event.ts';
import { ObservationId } from '#lib/dialogue/id.ts';
import { exercise, fresh } from './database-file.ts';

const moment = fc.integer({ min: 0, max: 8_640_000_000_000_000 });

const observation = v.parse(ObservationId, 'observation-000000000-');

const fact: fc.Arbitrary<Fact> = fc.oneof(
  fc.constantFrom<Fact>(
    { type: 'opened', exercise, mode: 'written' },
    { type: 'sent' },
    { type: 'mirrored' },
    { type: 'keep-answered', keep: false },
    { type: 'lapsed' },
    { type: 'observer-entered', observation, name: 'Véra', lens: 'words', privateCues: true },
    { type: 'observer-left', observation },
    { type: 'revoked', observation },
    { type: 'cued', to: 'both' },
    { type: 'pause-asked' },
    { type: 'phase-proposed' },
    { type: 'request-declined' },
  ),
  moment.map((until): Fact => ({ type: 'timed-out', until })),
  fc.array(fc.integer({ min: 1, max: 500 })).map((seqs): Fact => ({ type: 'erased', seqs })),
);

/** Any event that may stand at this place of a log. */
export function eventAt(seq: number): fc.Arbitrary<DialogueEvent> {
  return fc
    .record({
      fact,
      at: moment,
      author: fc.constantFrom<Author>('a', 'b', 'room', 'observer'),
      sealed: fc.oneof(
        fc.constant(null),
        fc.base64String(),
        fc.string({ unit: 'grapheme', maxLength: 200 }),
      ),
    })
    .map((parts) => ({
      seq,
      moveId: fresh.move(),
      v: 1,
      epoch: firstEpoch,
      // A cue is sealed, and has no place in the chain.
      prev: parts.sealed === null || parts.fact.type === 'cued' ? null : fresh.digest(),
      hash: parts.sealed === null || parts.fact.type === 'cued' ? null : fresh.digest(),
      ...parts,
    }));
}

/** An event with words, to stand at this place. */
export function wordsAt(seq: number, sealed = `words ${seq}`): DialogueEvent {
  return v.parse(DialogueEvent, {
    seq,
    moveId: fresh.move(),
    author: 'a',
    at: 1_700_000_000_000 + seq,
    v: 1,
    fact: { type: 'sent' },
    sealed,
    prev: null,
    hash: fresh.digest(),
  });
}

/** A cue, to stand at this place. */
export function cueAt(seq: number, epoch = firstEpoch): DialogueEvent {
  const fact: Fact = { type: 'cued', to: 'a' };
  return { ...wordsAt(seq, `cue ${seq}`), author: 'observer', fact, epoch, hash: null };
}
