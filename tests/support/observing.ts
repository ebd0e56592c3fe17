import { onTestFinished } from 'vitest';
import { deviceClock } from '#lib/client/clock.ts';
import { Doorkeeper } from '#lib/client/observation/doorkeeper.ts';
import { Giver } from '#lib/client/observation/giver.ts';
import { Knocker } from '#lib/client/observation/knocker.ts';
import { ObserverClient } from '#lib/client/observation/observer-client.ts';
import { observerLink } from '#lib/client/observation/observer-link.ts';
import type { ObserverSnapshot } from '#lib/client/observation/observer-snapshot.ts';
import type { TakeAttend, TakeTend } from '#lib/client/observation/steps.ts';
import type { RoomId } from '#lib/dialogue/id.ts';
import type { Lens } from '#lib/dialogue/observer.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import { takeAttendStep } from '#prisma/attending.ts';
import { caseOf } from '#prisma/cases.ts';
import type { Database } from '#prisma/client.ts';
import { attendanceOf, observationIn } from '#prisma/observations.ts';
import { takeTendStep } from '#prisma/tending.ts';
import { fresh } from '#tests/contract/database-file.ts';
import type { Partner } from '../../scripts/drive/partner.ts';
import { type Therapist, therapistIn } from './admitted.ts';
import { type AtDoor, deviceAtDoor, digitsAtDoor, digitsInLobby } from './door.ts';
import { fetchExercise } from './exercises.ts';

/** A partner's steps, as their route takes them. */
export function tendIn(db: Database, roomId: RoomId, seat: Seat): TakeTend {
  return async (step) => {
    if (step.step !== 'state') await takeTendStep(db, step, { roomId, seat, now: Date.now() });
    const nothing = { invitation: null, cases: [], homework: [], appointments: [] };
    return { you: seat, observation: await observationIn(db, roomId, seat), ...nothing };
  };
}

/** A therapist's steps, as her route takes them. */
export function attendIn(db: Database, roomId: RoomId, { userId }: Therapist): TakeAttend {
  return async (step) => {
    const caseId = await caseOf(db, { roomId, userId });
    if (!caseId) return 'refused';
    if (step.step !== 'state') {
      await takeAttendStep(db, step, { roomId, userId, caseId, now: Date.now() });
    }
    return { caseId, observation: await attendanceOf(db, caseId) };
  };
}

/** A therapist who opened a link of this room. */
export async function askedIn(db: Database, roomId: RoomId): Promise<Therapist> {
  const therapist = await therapistIn(db);
  const { userId } = therapist;
  const createdAt = BigInt(Date.now());
  await db.case.create({ data: { id: fresh.move(), roomId, userId, createdAt } });
  return therapist;
}

/** A couple's devices beside their screens in the room, and a therapist's, all with real clients. */
export class Observing {
  readonly db: Database;
  readonly url: string;
  readonly roomId: RoomId;
  readonly therapist: Therapist;
  readonly hers: AtDoor;
  readonly knocker: Knocker;

  private constructor(
    db: Database,
    { url, roomId }: { url: string; roomId: RoomId },
    of: Pick<Observing, 'therapist' | 'hers'>,
  ) {
    this.db = db;
    this.url = url;
    this.roomId = roomId;
    this.therapist = of.therapist;
    this.hers = of.hers;
    const { safe, holder } = of.hers;
    const take = attendIn(db, roomId, of.therapist);
    this.knocker = new Knocker({ roomId, take, safe, holder: async () => holder });
  }

  static async in(db: Database, where: { url: string; roomId: RoomId }): Promise<Observing> {
    const therapist = await askedIn(db, where.roomId);
    return new Observing(db, where, { therapist, hers: await deviceAtDoor() });
  }

  anotherDevice(): Promise<AtDoor> {
    return deviceAtDoor();
  }

  /** The device of a partner at the door, and what it gives from the room. */
  async device(partner: Partner): Promise<{ door: Doorkeeper; at: AtDoor; giver: Giver }> {
    const at = await deviceAtDoor();
    return { door: new Doorkeeper(this.#deps(partner, at)), at, giver: this.give(partner, at) };
  }

  /** Gives from the room what this device of a partner has to give. */
  give(partner: Partner, at: AtDoor): Giver {
    const deps = this.#deps(partner, at);
    const giver = new Giver({ ...deps, room: partner.client, clock: deviceClock });
    onTestFinished(() => giver.close());
    return giver;
  }

  #deps(partner: Partner, { safe, holder }: AtDoor) {
    const { roomId, db } = this;
    const take = tendIn(db, roomId, partner.guest.seat);
    return { roomId, take, safe, holder: async () => holder };
  }

  /** Everything up to being let in, with the digits compared on both sides. */
  async letIn(a: Doorkeeper, b: Doorkeeper, lenses: Record<Seat, Lens>, privateCues = false) {
    await this.knocker.knock('Meekijken vandaag');
    await a.turn(lenses.a, privateCues);
    await b.turn(lenses.b, privateCues);
    await a.answer();
    const hers = await digitsInLobby(this.knocker);
    const theirs = await digitsAtDoor(a);
    if (!hers || hers !== theirs) throw new Error(`Other digits: ${hers} and ${theirs}`);
    await this.knocker.agree(hers);
    await a.give(theirs);
    return this.knocker.look();
  }

  /** Her screen; opened anew on the same device, unless another is given. */
  watch({ safe, holder }: AtDoor = this.hers): Watcher {
    const { roomId, url, therapist, db } = this;
    const headers = { cookie: therapist.cookie, origin: url };
    const client = new ObserverClient({
      roomId,
      link: observerLink(roomId, { url, headers }),
      take: attendIn(db, roomId, therapist),
      safe,
      clock: deviceClock,
      holder,
      fetchExercise,
    });
    onTestFinished(() => client.close());
    return new Watcher(client);
  }
}

/** A therapist at her screen. */
export class Watcher {
  constructor(readonly client: ObserverClient) {}

  /** What holds as soon as it does. Rejects after ten seconds. */
  async until<Found>(
    holds: (snapshot: ObserverSnapshot) => Found | null | undefined | false,
  ): Promise<Found> {
    const { client } = this;
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = holds(client.snapshot);
        if (found === null || found === undefined || found === false) return;
        stop();
        clearTimeout(timer);
        resolve(found);
      };
      const late = () => reject(new Error(`Not seen: ${JSON.stringify(client.snapshot)}`));
      const timer = setTimeout(late, 10_000);
      const stop = client.watch(look);
      look();
    });
  }
}
