import * as v from 'valibot';
import { firstEpoch } from '#lib/dialogue/epoch.ts';
import { Digest, MoveId, ObservationId } from '#lib/dialogue/id.ts';
import type { SealedWords } from '#lib/dialogue/move.ts';

/** A well-formed move id, different for each number. */
export function moveIdOf(number: number): MoveId {
  return v.parse(MoveId, `move${number}`.padEnd(22, '-'));
}

/** A digest with the right looks, different for each number. */
export function digestOf(number: number): Digest {
  return v.parse(Digest, `digest${number}`.padEnd(43, '-'));
}

/** A well-formed id of an observation, different for each number. */
export function observationOf(number: number): ObservationId {
  return v.parse(ObservationId, `observation${number}`.padEnd(22, '-'));
}

/** Words nobody can open, chained to `prev`; their own digest is `digestOf(number)`. */
export function sealedWords(number: number, prev: Digest | null): SealedWords {
  return { sealed: `sealed${number}`, epoch: firstEpoch, prev, hash: digestOf(number) };
}
