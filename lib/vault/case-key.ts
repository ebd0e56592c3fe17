import * as v from 'valibot';
import type { ExerciseRef } from '#lib/dialogue/exercise.ts';
import type { RoomId } from '#lib/dialogue/id.ts';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import type { CaseId, Homework } from '#lib/observation.ts';
import { openText, sealText, version } from './box.ts';
import { deriveBytes, deriveKey } from './derive.ts';
import { lp } from './lp.ts';
import { pad, unpad } from './padding.ts';
import type { RoomKey } from './room-key.ts';
import { Secret } from './secret.ts';

/** Seals and opens what passes between a therapist and a couple between two sessions. Opens no words of theirs. */
export const CaseKey = v.pipe(Secret, v.brand('CaseKey'));
export type CaseKey = v.InferOutput<typeof CaseKey>;

/** The one piece of homework that a line belongs to; it opens nowhere else. */
export interface LinePlace {
  caseId: CaseId;
  id: Homework['id'];
  exercise: ExerciseRef;
  /** Whole, from 1. */
  epoch: number;
}

/** What she writes beside an exercise. */
export const Line = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300));

/** Holds 300 characters of any script. */
const buckets = [256, 1_280];

const aadOf = ({ caseId, id, exercise, epoch }: LinePlace) =>
  lp(version, 'homework', caseId, id, exercise.id, String(exercise.version), String(epoch));

const keyOf = (key: CaseKey) => deriveKey(key, 'weerklank homework');

/**
 * The key of a case, by HKDF-SHA-256 (RFC 5869): the couple derives it, a therapist is given it. Who has it
 * learns nothing of the room key.
 * @param roomKey the key of `epoch`.
 */
export async function caseKeyOf(
  roomKey: RoomKey,
  { roomId, caseId, epoch }: { roomId: RoomId; caseId: CaseId; epoch: number },
): Promise<CaseKey> {
  const bytes = await deriveBytes(roomKey, 'weerklank case', roomId, caseId, String(epoch));
  return v.parse(CaseKey, bytes);
}

/** Seals a line for its piece of homework. Refused with `too-long` over 300 characters, `empty` for none. */
export async function sealLine(
  key: CaseKey,
  place: LinePlace,
  line: string,
): Promise<Result<string, 'too-long' | 'empty'>> {
  const canonical = line.normalize().trim();
  if (canonical === '') return refused('empty');
  const plaintext = v.is(Line, canonical) ? pad(canonical, buckets) : null;
  if (!plaintext) return refused('too-long');
  return accepted(await sealText(await keyOf(key), aadOf(place), plaintext));
}

/** Opens a line where it was found. Refused with `unreadable` for anything else. Never throws on bad input. */
export async function openLine(
  key: CaseKey,
  place: LinePlace,
  sealed: string,
): Promise<Result<string, 'unreadable'>> {
  const plaintext = await openText(await keyOf(key), aadOf(place), sealed);
  const line = v.safeParse(Line, plaintext && unpad(plaintext, buckets));
  return line.success ? accepted(line.output) : refused('unreadable');
}
