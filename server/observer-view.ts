import type { RoomId } from '#lib/dialogue/id.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import type { ObserverView } from '#lib/observer-protocol.ts';
import type { RoomObservation } from '#lib/protocol.ts';
import type { OpenObservation } from '#prisma/observation-rows.ts';

/** What a partner sees of a therapist who waits, or is in. @param here whether she is watching now. */
export function roomObservation(
  { id, name, stage, turned, lens, observerKey, bundles, suggestion }: OpenObservation,
  you: Seat,
  here: boolean,
): RoomObservation {
  return {
    id,
    name,
    admitted: stage === 'admitted',
    here,
    yourKey: turned[you],
    stage,
    lens,
    observerKey,
    given: bundles.map(({ sessionId, epoch }) => ({ sessionId, epoch })),
    suggestion,
  };
}

/** What she sees of the room; null before both let her in, when it holds nothing for her. */
export function observerView(
  roomId: RoomId,
  observation: OpenObservation,
  here: Readonly<Record<Seat, boolean>>,
): ObserverView | null {
  const { id, stage, lens, privateCues, sessionId, helperKey, bundles, suggestion } = observation;
  if (stage !== 'admitted' || !lens || !helperKey) return null;
  return {
    roomId,
    observation: id,
    lens,
    privateCues,
    here,
    sessionId,
    helperKey,
    bundles: [...bundles],
    suggestion,
  };
}
