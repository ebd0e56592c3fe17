import type { SessionSnapshot } from '#lib/client/snapshot.ts';
import type { ObservationId } from '#lib/dialogue/id.ts';
import type { Lens } from '#lib/dialogue/observer.ts';
import type { TranscriptLine } from '#lib/dialogue/transcript.ts';
import type { RoomView } from '#lib/protocol.ts';

/** Somebody who is in the room, as a partner sees it. */
export interface Watching {
  observation: ObservationId;
  name: string;
  lens: Lens;
  /** Whether they watch at this moment. Without a connection it is as it last was. */
  here: boolean;
  /** Whether they are in the talk that is on: then a move lets them go. */
  inTalk: boolean;
}

/** Who watches, by what the room tells and by the log of the talk: either is enough to show them. */
export function watchingOf(
  { observation }: Pick<RoomView, 'observation'>,
  session: Pick<SessionSnapshot, 'state'> | null,
): Watching | null {
  const seen = observation?.admitted ? observation : null;
  // When a talk is over, so is watching it.
  const logged = session && session.state.status !== 'ended' ? session.state.observer : null;
  if (logged) {
    const { observation: id, name, lens } = logged;
    return { observation: id, name, lens, here: seen?.here ?? true, inTalk: true };
  }
  if (!seen) return null;
  const { id, name, lens, here } = seen;
  return { observation: id, name, lens: lens ?? 'phases', here, inTalk: false };
}

/** Who went in this talk, as long as nobody came after; null when nobody did. `seq` is where they went. */
export function goneOf(
  session: Pick<SessionSnapshot, 'state' | 'lines' | 'seq'> | null,
): { name: string; seq: number } | null {
  if (!session) return null;
  const { state, lines, seq } = session;
  if (state.status === 'ended' && state.observer) return { name: state.observer.name, seq };
  const last = lines.findLast(
    ({ fact: { type } }) =>
      type === 'observer-entered' || type === 'observer-left' || type === 'revoked',
  );
  if (!last || last.fact.type === 'observer-entered') return null;
  return { name: nameAt(lines, last.seq), seq: last.seq };
}

/** How whoever watched at this point of a talk is called; empty where nobody did. */
export function nameAt(lines: readonly TranscriptLine[], seq: number): string {
  const came = lines.findLast((line) => line.seq <= seq && line.fact.type === 'observer-entered');
  return came?.fact.type === 'observer-entered' ? came.fact.name : '';
}
