import type { Cue } from '#lib/dialogue/cue.ts';
import type { DialogueEvent } from '#lib/dialogue/event.ts';
import type { ObservationId, RoomId, SessionId } from '#lib/dialogue/id.ts';
import { type CueKey, cueKeyOf, openCue } from '#lib/vault/cue.ts';
import type { RoomKeys } from '#lib/vault/room-keys.ts';

/** A log whose cues are to be opened. */
export interface CuedLog {
  roomId: RoomId;
  sessionId: SessionId;
  /** From the first event on. */
  events: readonly DialogueEvent[];
  /** The key of the cues of an epoch; null when it is not here. */
  keyOf: (epoch: number) => Promise<CueKey> | CueKey | null;
}

/** The cues of a log that open with these keys, by seq. One that is gone, or not for this viewer, is not among them. */
export async function openCues({
  roomId,
  sessionId,
  events,
  keyOf,
}: CuedLog): Promise<ReadonlyMap<number, Cue>> {
  const opened = new Map<number, Cue>();
  let observation: ObservationId | null = null;
  for (const { fact, sealed, epoch, moveId, seq } of events) {
    if (fact.type === 'observer-entered') observation = fact.observation;
    if (fact.type !== 'cued' || sealed === null || !observation) continue;
    const key = await keyOf(epoch);
    const { to } = fact;
    const place = { roomId, sessionId, observation, epoch, moveId, to };
    const cue = key && (await openCue(key, place, sealed));
    if (cue?.ok) opened.set(seq, cue.value);
  }
  return opened;
}

/** The keys of a session's cues, from the room's. */
export function cueKeysOf(
  keys: RoomKeys,
  place: { roomId: RoomId; sessionId: SessionId },
): CuedLog['keyOf'] {
  return (epoch) => {
    const roomKey = keys.of(epoch);
    return roomKey && cueKeyOf(roomKey, { ...place, epoch });
  };
}
