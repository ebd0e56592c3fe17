import { performance } from 'node:perf_hooks';
import * as v from 'valibot';
import { onTestFinished } from 'vitest';
import type { DialogueEvent } from '#lib/dialogue/event.ts';
import {
  ObservationId,
  type RoomId,
  type SessionId,
  type Time,
  type UserId,
} from '#lib/dialogue/id.ts';
import type { Lens } from '#lib/dialogue/observer.ts';
import { ObserverView } from '#lib/observer-protocol.ts';
import { EventsNotice, JoinReply } from '#lib/protocol.ts';
import type { Database } from '#prisma/client.ts';
import { createUser } from '#prisma/users.ts';
import { fresh } from '#tests/contract/database-file.ts';
import { handshakeFor, RawClient } from './raw-client.ts';
import { cookieOf } from './seats.ts';

/** What a therapist says who knocks, and a key that stands for hers. */
export const knocked = {
  name: 'Lena Smets',
  role: 'relatietherapeut',
  verified: false,
  purpose: 'Meekijken met het gesprek van vandaag',
  publicKey: Buffer.alloc(65, 4).toString('base64url'),
};

/** A therapist with a second factor, and the cookie of her browser. */
export interface Therapist {
  userId: UserId;
  cookie: string;
}

/** An account of a therapist, as it stands in the database after all its steps. */
export async function therapistIn(db: Database): Promise<Therapist> {
  const userId = fresh.user();
  await createUser(db, userId);
  const keys = { passwordHash: '-', passwordWrap: '-', publicKey: '-', sealedPrivateKey: '-' };
  const who = { role: 'therapist', name: knocked.name, statedRole: knocked.role };
  const email = `${userId.toLowerCase()}@practice.test`;
  const at = { passwordChangedAt: 0n, createdAt: 0n };
  await db.account.create({ data: { userId, email, ...who, ...keys, ...at } });
  const passkey = { id: fresh.digest(), publicKey: '', counter: 0n, transports: '', name: 'Phone' };
  await db.passkey.create({ data: { ...passkey, userId, createdAt: 0n } });
  return { userId, cookie: await cookieOf(db, userId) };
}

/** What each partner chose, and whether both allowed private cues. */
interface Allowed {
  lensA?: Lens;
  lensB?: Lens;
  privateCues?: boolean;
  /** When they did. */
  at?: Time;
}

/** She knocks; nobody has turned a key yet. */
export async function knockIn(
  db: Database,
  { userId }: Therapist,
  roomId: RoomId,
): Promise<ObservationId> {
  const now = BigInt(Date.now());
  const open = await db.case.findFirst({ where: { roomId, userId, endedAt: null } });
  const caseId = open?.id ?? fresh.move();
  if (!open) await db.case.create({ data: { id: caseId, roomId, userId, createdAt: now } });
  const id = v.parse(ObservationId, fresh.move());
  const commitment = fresh.digest();
  await db.observation.create({
    data: { id, caseId, roomId, userId, knockedAt: now, commitment, ...knocked },
  });
  return id;
}

/** Both partners let in who knocked: their keys, the digits, the keys of the talk. */
export async function admit(
  db: Database,
  id: ObservationId,
  { lensA = 'words', lensB = 'words', privateCues = false, at = Date.now() }: Allowed = {},
): Promise<void> {
  const both = { privateA: privateCues, privateB: privateCues, lensA, lensB };
  const digits = { nonce: fresh.move(), helper: 'a', helperNonce: fresh.move() };
  const helperKey = knocked.publicKey;
  await db.observation.update({ where: { id }, data: { ...both, ...digits, helperKey } });
  await db.observation.update({ where: { id }, data: { admittedAt: BigInt(at) } });
}

/** A therapist who was let in by both, through these lenses. */
export async function admitted(db: Database, roomId: RoomId, allowed: Allowed = {}) {
  const therapist = await therapistIn(db);
  const id = await knockIn(db, therapist, roomId);
  await admit(db, id, allowed);
  return { ...therapist, id };
}

/** An observation ends by a step outside every session. */
export async function endRow(db: Database, id: ObservationId, endedBy: string): Promise<void> {
  const endedAt = BigInt(Date.now());
  await db.observation.update({ where: { id }, data: { endedAt, endedBy } });
}

const Reply = v.object({ ok: v.boolean(), reason: v.optional(v.string()) });

/** A browser of hers, frame by frame. */
export class Watching {
  /** When the connection was gone, by `performance.now()`; null while it is not. */
  closedAt: number | null = null;
  readonly client: RawClient;

  private constructor(client: RawClient) {
    this.client = client;
    void client.closed.then(() => {
      this.closedAt = performance.now();
    });
  }

  /** Comes in; why not, when she is refused. */
  static async enter(
    url: string,
    { cookie }: Pick<Therapist, 'cookie'>,
    roomId: RoomId,
  ): Promise<Watching | string> {
    const shown = { cookie, origin: url, auth: handshakeFor(roomId) };
    const client = await RawClient.enter(url, shown);
    if (typeof client === 'string') return client;
    onTestFinished(() => client.socket.terminate());
    return new Watching(client);
  }

  /** Comes in, and is let in. */
  static async in(...where: Parameters<typeof Watching.enter>): Promise<Watching> {
    const watching = await Watching.enter(...where);
    if (typeof watching === 'string') throw new Error(watching);
    return watching;
  }

  /** How the room was shown to her, in order. */
  get views(): ObserverView[] {
    return this.#told('observer:changed').map((told) => v.parse(ObserverView, told));
  }

  /** Every event she was told of on her own, in order. */
  get events(): DialogueEvent[] {
    return this.#told('session:events').flatMap((told) => v.parse(EventsNotice, told).events);
  }

  /** The session she is to follow, as soon as she is told of it. */
  async session(): Promise<SessionId> {
    await this.client.frame(() => this.views.some(({ sessionId }) => sessionId !== null));
    const sessionId = this.views.findLast((view) => view.sessionId !== null)?.sessionId;
    if (!sessionId) throw new Error('No session in her view');
    return sessionId;
  }

  /** Joins a session; every event of it, through her lens. */
  async join(sessionId: SessionId, after = 0): Promise<readonly DialogueEvent[]> {
    const reply = v.parse(JoinReply, await this.client.ask('session:join', { sessionId, after }));
    if (!reply.ok) throw new Error(`Not joined: ${reply.reason}`);
    const last = reply.events.at(-1)?.seq ?? after;
    return last >= reply.head
      ? reply.events
      : [...reply.events, ...(await this.join(sessionId, last))];
  }

  /** Waits until she was told of the event at this place. */
  async until(seq: number): Promise<void> {
    await this.client.frame(() => this.events.some((event) => event.seq === seq));
  }

  /** The answer to a request, as `ok` or the reason why not. */
  async ask(name: string, request: unknown): Promise<string> {
    const reply = v.parse(v.nullable(Reply), await this.client.ask(name, request));
    return reply ? (reply.reason ?? 'ok') : 'gone';
  }

  #told(name: string): unknown[] {
    const opening = `42["${name}",`;
    return this.client.frames
      .filter((frame) => frame.startsWith(opening))
      .map((frame): unknown => JSON.parse(`[${frame.slice(opening.length)}`))
      .flatMap((told) => v.parse(v.array(v.unknown()), told));
  }
}
