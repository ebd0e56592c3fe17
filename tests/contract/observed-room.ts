import { createHash } from 'node:crypto';
import Sqlite from 'better-sqlite3';
import * as v from 'valibot';
import {
  Digest,
  ObservationId,
  type RoomId,
  type SessionId,
  type UserId,
} from '#lib/dialogue/id.ts';
import type { Lens } from '#lib/dialogue/observer.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import { PublicKey } from '#lib/keyholder.ts';
import type { Attend, Bundle, CaseId, LinkOpened, Tend } from '#lib/observation.ts';
import { takeAttendStep } from '#prisma/attending.ts';
import { caseOf } from '#prisma/cases.ts';
import type { Database } from '#prisma/client.ts';
import { createEventStore } from '#prisma/event-store.ts';
import { makeInvitation } from '#prisma/invitations.ts';
import { attendanceOf, observationIn } from '#prisma/observations.ts';
import { openObserverLink } from '#prisma/observer-invitations.ts';
import { redeemInvitation } from '#prisma/redemption.ts';
import { openSession } from '#prisma/sessions.ts';
import { takeTendStep } from '#prisma/tending.ts';
import { createUser } from '#prisma/users.ts';
import { connectionTo, databaseFile, exercise, fresh, ownedRoom } from './database-file.ts';
import { wordsAt } from './event-arbitrary.ts';

export const start = 1_764_000_000_000;
const digest = (of: string) => v.parse(Digest, createHash('sha256').update(of).digest('base64url'));
export const publicKey = (of = '') =>
  v.parse(PublicKey, `B${digest(of)}${digest(`${of}.`)}`.slice(0, 87));
export const newObservation = () => v.parse(ObservationId, fresh.move());

/** Somebody new sits down in this seat, in the place of whoever sits there. */
export async function sitDown(db: Database, roomId: RoomId, seat: Seat): Promise<UserId> {
  const userId = fresh.user();
  await createUser(db, userId);
  const invitationId = fresh.invitation();
  const [tokenHash, claimHash] = [fresh.digest(), fresh.digest()];
  const made = { invitationId, roomId, seat, tokenHash, wrappedKey: 'wrapped', now: start };
  await makeInvitation(db, made);
  const redemption = { invitationId, tokenHash, claimHash, userId, now: start };
  await redeemInvitation(db, { ...redemption, sealedName: 'sealed' });
  return userId;
}

/** Somebody with an account of a therapist, who says who she is. */
export async function therapistIn(db: Database, name: string | null = 'Lena Smets') {
  const userId = fresh.user();
  await createUser(db, userId);
  const keys = { passwordWrap: 'x', publicKey: 'x', sealedPrivateKey: 'x', passwordHash: 'x' };
  const said = { name, statedRole: name && 'relatietherapeut', role: 'therapist' };
  const times = { passwordChangedAt: start, createdAt: start };
  await db.account.create({
    data: { userId, email: `${userId.toLowerCase()}@praktijk.be`, ...said, ...keys, ...times },
  });
  return userId;
}

/** A room with its two partners, and a therapist who was not asked yet. */
export class ObservedRoom {
  readonly db: Database;
  readonly file: string;
  readonly roomId: RoomId;
  readonly partners: Readonly<Record<Seat, UserId>>;
  readonly therapist: UserId;
  now = start;

  private constructor(of: Pick<ObservedRoom, 'db' | 'file' | 'roomId' | 'partners' | 'therapist'>) {
    this.db = of.db;
    this.file = of.file;
    this.roomId = of.roomId;
    this.partners = of.partners;
    this.therapist = of.therapist;
  }

  static async open(): Promise<ObservedRoom> {
    const file = await databaseFile();
    const db = await connectionTo(file);
    const { roomId, userId: a } = await ownedRoom(db);
    const partners = { a, b: await sitDown(db, roomId, 'b') };
    return new ObservedRoom({ db, file, roomId, partners, therapist: await therapistIn(db) });
  }

  /** A step of a partner. @returns how it stands then. */
  async tend(seat: Seat, step: Exclude<Tend, { step: 'state' }>) {
    const { db, roomId, now } = this;
    await takeTendStep(db, step, { roomId, seat, now });
    return this.seen(seat);
  }

  /** How it stands, as the partner in this seat sees it. */
  seen(seat: Seat = 'a') {
    return observationIn(this.db, this.roomId, seat);
  }

  /** A link as a partner makes it. */
  async link(seat: Seat = 'a', invitationId = fresh.invitation()) {
    const tokenHash = fresh.digest();
    await this.tend(seat, { step: 'invite', invitationId, tokenHash });
    return { invitationId, tokenHash };
  }

  opened(
    link: Awaited<ReturnType<ObservedRoom['link']>>,
    userId: UserId = this.therapist,
  ): Promise<LinkOpened> {
    return openObserverLink(this.db, { ...link, userId, now: this.now });
  }

  /** Lets a therapist as far as the door. @returns her case. */
  async asked(userId: UserId = this.therapist): Promise<CaseId> {
    await this.opened(await this.link(), userId);
    const caseId = await caseOf(this.db, { roomId: this.roomId, userId });
    if (!caseId) throw new Error('A link that led nowhere');
    return caseId;
  }

  /** A step of a therapist with a case. @returns how it stands for her then. */
  async attend(step: Exclude<Attend, { step: 'state' }>, userId: UserId = this.therapist) {
    const { db, roomId, now } = this;
    const caseId = await caseOf(db, { roomId, userId });
    if (!caseId) return 'not-found';
    await takeAttendStep(db, step, { roomId, userId, caseId, now });
    return attendanceOf(db, caseId);
  }

  knockOf(id = newObservation(), purpose = 'Meekijken vandaag') {
    const commitment = digest(id);
    return { step: 'knock', id, purpose, publicKey: publicKey('hers'), commitment } as const;
  }

  async knocked(userId?: UserId): Promise<ObservationId> {
    const knock = this.knockOf();
    await this.attend(knock, userId);
    return knock.id;
  }

  turn(seat: Seat, id: ObservationId, lens: Lens = 'words', privateCues = false) {
    return this.tend(seat, { step: 'turn', id, lens, privateCues });
  }

  answer(seat: Seat, id: ObservationId) {
    const nonce = fresh.move();
    return this.tend(seat, { step: 'answer', id, publicKey: publicKey(seat), nonce });
  }

  reveal(id: ObservationId) {
    return this.attend({ step: 'reveal', id, nonce: fresh.move() });
  }

  give(seat: Seat, id: ObservationId, bundles: Bundle[] = []) {
    return this.tend(seat, { step: 'give', id, bundles });
  }

  /** Everything in its order, up to before this step. @returns what she asked. */
  async upTo(step: 'turn' | 'answer' | 'reveal' | 'give' | 'watch'): Promise<ObservationId> {
    const { db, roomId, therapist: userId } = this;
    if (!(await caseOf(db, { roomId, userId }))) await this.asked();
    const id = await this.knocked();
    if (step === 'turn') return id;
    await this.turn('a', id);
    await this.turn('b', id);
    if (step === 'answer') return id;
    await this.answer('a', id);
    if (step === 'reveal') return id;
    await this.reveal(id);
    if (step === 'give') return id;
    await this.give('a', id);
    return id;
  }

  /** A session that runs. */
  async session(): Promise<SessionId> {
    const { db, roomId, now } = this;
    const sessionId = fresh.session();
    await openSession(db, { sessionId, roomId, exercise, now });
    await createEventStore(db).append(sessionId, wordsAt(1));
    return sessionId;
  }

  /** What the database itself says to this, from outside: why not, or null. */
  direct(sql: string): string | null {
    const other = new Sqlite(this.file);
    try {
      other.exec(sql);
      return null;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    } finally {
      other.close();
    }
  }

  async dueEpoch(): Promise<number> {
    return (await this.db.room.findUniqueOrThrow({ where: { id: this.roomId } })).dueEpoch;
  }
}
