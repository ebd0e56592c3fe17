import { firstEpoch } from '#lib/dialogue/epoch.ts';
import type { RoomId, Time } from '#lib/dialogue/id.ts';
import { otherSeat, type Seat, seats } from '#lib/dialogue/seat.ts';
import type { ObserverView } from '#lib/observer-protocol.ts';
import type { RoomView } from '#lib/protocol.ts';
import type { Database } from '#prisma/client.ts';
import { openInvitation } from '#prisma/invitations.ts';
import { keyRequestIn } from '#prisma/key-requests.ts';
import { type OpenObservation, openObservation } from '#prisma/observation-rows.ts';
import { proposalIn } from '#prisma/proposals.ts';
import { type KeyState, keyStateOf } from '#prisma/room-epochs.ts';
import { roomSeats } from '#prisma/rooms.ts';
import { currentSession } from '#prisma/sessions.ts';
import { observerView, roomObservation } from './observer-view.ts';
import type { Watcher } from './publish.ts';

interface Visitor {
  watcher: Watcher;
  writing: boolean;
}

type Stored = Pick<RoomView, 'sessionId' | 'proposal' | 'invitation' | keyof KeyState> & {
  seats: Record<Seat, { taken: boolean; sealedName: string | null }>;
  keysAskedBy: Seat | null;
  observation: OpenObservation | null;
};

/** A room that is being visited: what the database says of it, and who is here. Presence is not logged. */
export class RoomHost {
  readonly roomId: RoomId;
  readonly #visitors = new Map<string, Visitor>();
  /** What each seat and observer was told last, as text. */
  readonly #told = new Map<Watcher, string>();
  #stored: Stored = {
    seats: {
      a: { taken: false, sealedName: null },
      b: { taken: false, sealedName: null },
    },
    sessionId: null,
    proposal: null,
    invitation: null,
    epoch: firstEpoch,
    rotationDue: false,
    keysAskedBy: null,
    observation: null,
  };

  constructor(roomId: RoomId) {
    this.roomId = roomId;
  }

  get empty(): boolean {
    return this.#visitors.size === 0;
  }

  /** Reads again what the database says of the room. */
  async refresh(db: Database, now: Time): Promise<void> {
    const [seatsNow, session, proposal, invitation, keyState, keyRequest, observation] =
      await Promise.all([
        roomSeats(db, this.roomId),
        currentSession(db, this.roomId),
        proposalIn(db, this.roomId),
        openInvitation(db, this.roomId, now),
        keyStateOf(db, this.roomId),
        keyRequestIn(db, this.roomId, now),
        openObservation(db, this.roomId),
      ]);
    const sessionId = session?.sessionId ?? null;
    const stored = (seat: Seat) => {
      const { taken, sealedName } = seatsNow[seat];
      return { taken, sealedName };
    };
    const both = { a: stored('a'), b: stored('b') };
    const keysAskedBy = keyRequest && !keyRequest.given ? keyRequest.by : null;
    const asked = { proposal, invitation, keysAskedBy, observation };
    this.#stored = { seats: both, sessionId, ...keyState, ...asked };
  }

  enter(socketId: string, watcher: Watcher): void {
    this.#visitors.set(socketId, { watcher, writing: false });
    // Whoever comes in has been told nothing yet.
    this.#told.delete(watcher);
  }

  leave(socketId: string): void {
    this.#visitors.delete(socketId);
  }

  /** Notes who is composing. True when that is news. */
  setWriting(socketId: string, writing: boolean): boolean {
    const visitor = this.#visitors.get(socketId);
    if (!visitor || visitor.writing === writing) return false;
    visitor.writing = writing;
    return true;
  }

  /** Nobody in this seat is composing any longer: the move has arrived. */
  stopWriting(seat: Seat): void {
    for (const visitor of this.#visitors.values()) {
      if (visitor.watcher === seat) visitor.writing = false;
    }
  }

  viewFor(you: Seat): RoomView {
    const { observation } = this.#stored;
    const seatView = (seat: Seat) => {
      const sitting = this.#visitorsAs(seat);
      return {
        ...this.#stored.seats[seat],
        here: sitting.length > 0,
        writing: sitting.some((visitor) => visitor.writing),
      };
    };
    return {
      roomId: this.roomId,
      you,
      seats: { a: seatView('a'), b: seatView('b') },
      sessionId: this.#stored.sessionId,
      proposal: this.#stored.proposal,
      invitation: this.#stored.invitation,
      epoch: this.#stored.epoch,
      rotationDue: this.#stored.rotationDue,
      keysWanted: this.#stored.keysAskedBy === otherSeat(you),
      observation: observation && roomObservation(observation, you, this.#isHere(observation.id)),
    };
  }

  /** What whoever was let in to watch sees of the room; null when nobody was. */
  viewForObserver(): ObserverView | null {
    const { observation } = this.#stored;
    const here = { a: this.#isHere('a'), b: this.#isHere('b') };
    return observation && observerView(this.roomId, observation, here);
  }

  /** The views that are other than what their seats were told last; from now on they count as told. */
  news(): RoomView[] {
    return seats.map((seat) => this.viewFor(seat)).filter((view) => this.#isNews(view.you, view));
  }

  /** The same for whoever watches; null when there is nothing to tell them. */
  newsForObserver(): ObserverView | null {
    const view = this.viewForObserver();
    return view && this.#isNews(view.observation, view) ? view : null;
  }

  /** Whether both seats have been taken. */
  get complete(): boolean {
    return seats.every((seat) => this.#stored.seats[seat].taken);
  }

  #visitorsAs(watcher: Watcher): Visitor[] {
    return [...this.#visitors.values()].filter((visitor) => visitor.watcher === watcher);
  }

  #isHere(watcher: Watcher): boolean {
    return this.#visitorsAs(watcher).length > 0;
  }

  #isNews(watcher: Watcher, view: RoomView | ObserverView): boolean {
    const text = JSON.stringify(view);
    if (this.#told.get(watcher) === text) return false;
    this.#told.set(watcher, text);
    return true;
  }
}
