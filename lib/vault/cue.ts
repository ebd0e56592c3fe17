import * as v from 'valibot';
import { Cue, type CueTo } from '#lib/dialogue/cue.ts';
import type { MoveId, ObservationId, RoomId, SessionId } from '#lib/dialogue/id.ts';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import { openText, sealText, version } from './box.ts';
import { deriveBytes, deriveKey } from './derive.ts';
import { lp } from './lp.ts';
import { pad, unpad } from './padding.ts';
import type { RoomKey, SessionKeyPlace } from './room-key.ts';
import { Secret } from './secret.ts';

/** Seals and opens the cues of one session in one epoch. Opens no words. */
export const CueKey = v.pipe(Secret, v.brand('CueKey'));
export type CueKey = v.InferOutput<typeof CueKey>;

/** The one place where a cue belongs; it opens nowhere else. */
export interface CuePlace {
  roomId: RoomId;
  sessionId: SessionId;
  observation: ObservationId;
  /** Whole, from 1. */
  epoch: number;
  moveId: MoveId;
  to: CueTo;
}

/** One length for all cues: 80 characters however JSON and UTF-8 have to write them. */
const bucket = [512];

const aadOf = ({ roomId, sessionId, observation, epoch, moveId, to }: CuePlace) =>
  lp(version, 'cue', roomId, sessionId, observation, String(epoch), moveId, to);

const keyOf = (key: CueKey) => deriveKey(key, 'weerklank cue box');

/**
 * The key of a session's cues, by HKDF-SHA-256 (RFC 5869). Who has it learns nothing of the room key or of
 * the key of the words.
 * @param roomKey the key of `epoch`.
 */
export async function cueKeyOf(
  roomKey: RoomKey,
  { roomId, sessionId, epoch }: SessionKeyPlace,
): Promise<CueKey> {
  const bytes = await deriveBytes(roomKey, 'weerklank cue', roomId, sessionId, String(epoch));
  return v.parse(CueKey, bytes);
}

/** Seals a cue for its place, as text of one length for all cues. Throws on what is no `Cue`. */
export async function sealCue(key: CueKey, place: CuePlace, cue: Cue): Promise<string> {
  const canonical = cue.kind === 'own' ? { ...cue, text: cue.text.normalize() } : cue;
  const plaintext = pad(v.parse(Cue, canonical), bucket);
  if (!plaintext) throw new Error('A cue that fits nowhere');
  return sealText(await keyOf(key), aadOf(place), plaintext);
}

/**
 * Opens a cue where it was found. Refused with `unreadable` when the key or any part of the place is
 * another, one bit was changed, or what is inside is no cue. Never throws for anything a server can send.
 */
export async function openCue(
  key: CueKey,
  place: CuePlace,
  sealed: string,
): Promise<Result<Cue, 'unreadable'>> {
  const plaintext = await openText(await keyOf(key), aadOf(place), sealed);
  const cue = v.safeParse(Cue, plaintext && unpad(plaintext, bucket));
  return cue.success ? accepted(cue.output) : refused('unreadable');
}
