import { firstEpoch } from '#lib/dialogue/epoch.ts';
import type { RoomId, Time } from '#lib/dialogue/id.ts';
import { otherSeat, type Seat, seats } from '#lib/dialogue/seat.ts';
import type { RoomView } from '#lib/protocol.ts';
import type { Database } from '#prisma/client.ts';
import { openInvitation } from '#prisma/invitations.ts';
import { keyRequestIn } from '#prisma/key-requests.ts';
import { proposalIn } from '#prisma/proposals.ts';
import { type KeyState, keyStateOf } from '#prisma/room-epochs.ts';
import { roomSeats } from '#prisma/rooms.ts';
import { currentSession } from '#prisma/sessions.ts';

interface Visitor {
  seat: Seat;
  writing: boolean;
}

type Stored = Pick<RoomView, 'sessionId' | 'proposal' | 'invitation' | keyof KeyState> & {
  seats: Record<Seat, { taken: boolean; sealedName: string | null }>;
  keysAskedBy: Seat | null;
};

/** A room that is being visited: what the database says of it, and who is here. Presence is not logged. */
export class RoomHost {
  readonly roomId: RoomId;
  readonly #visitors = new Map<string, Visitor>();
  /** What each seat was told last, as text. */
  readonly #told = new Map<Seat, string>();
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
  };

  constructor(roomId: RoomId) {
    this.roomId = roomId;
  }

  get empty(): boolean {
    return this.#visitors.size === 0;
  }

  /** Reads again what the database says of the room. */
  async refresh(db: Database, now: Time): Promise<void> {
    const [seatsNow, session, proposal, invitation, keyState, keyRequest] = await Promise.all([
      roomSeats(db, this.roomId),
      currentSession(db, this.roomId),
      proposalIn(db, this.roomId),
      openInvitation(db, this.roomId, now),
      keyStateOf(db, this.roomId),
      keyRequestIn(db, this.roomId, now),
    ]);
    const sessionId = session?.sessionId ?? null;
    const stored = (seat: Seat) => {
      const { taken, sealedName } = seatsNow[seat];
      return { taken, sealedName };
    };
    const both = { a: stored('a'), b: stored('b') };
    const keysAskedBy = keyRequest && !keyRequest.given ? keyRequest.by : null;
    this.#stored = { seats: both, sessionId, proposal, invitation, ...keyState, keysAskedBy };
  }

  enter(socketId: string, seat: Seat): void {
    this.#visitors.set(socketId, { seat, writing: false });
    // Whoever comes in has been told nothing yet.
    this.#told.delete(seat);
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
      if (visitor.seat === seat) visitor.writing = false;
    }
  }

  viewFor(you: Seat): RoomView {
    const seatView = (seat: Seat) => {
      const sitting = [...this.#visitors.values()].filter((visitor) => visitor.seat === seat);
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
    };
  }

  /** The views that are other than what their seats were told last; from now on they count as told. */
  news(): RoomView[] {
    return seats.flatMap((seat) => {
      const view = this.viewFor(seat);
      const text = JSON.stringify(view);
      if (this.#told.get(seat) === text) return [];
      this.#told.set(seat, text);
      return [view];
    });
  }

  /** Whether both seats have been taken. */
  get complete(): boolean {
    return seats.every((seat) => this.#stored.seats[seat].taken);
  }
}
