import { firstEpoch } from '#lib/dialogue/epoch.ts';
import type { RoomId } from '#lib/dialogue/id.ts';
import { createEventStore } from '#prisma/event-store.ts';
import { propose } from '#prisma/proposals.ts';
import { currentSession, openSession } from '#prisma/sessions.ts';
import type { AllRequests } from '#server/publish.ts';
import { fresh } from '#tests/contract/database-file.ts';
import { type Cast, invite } from './cast.ts';
import { publicUrl } from './house.ts';
import { handshakeFor, RawClient } from './raw-client.ts';
import type { Visitor } from './visitor.ts';

const exercise = { id: 'mirror-dialogue', version: 1 };
const mode = 'written' as const;

/** Puts an exercise forward from the seat of the other. */
async function proposed({ house: { db } }: Cast, roomId: RoomId) {
  await propose(db, { roomId, by: 'b', exercise, mode, now: Date.now() });
}

/** The session that runs in the room of the cast; one is begun when none does. */
async function running({ house: { db }, roomId }: Cast) {
  const open = await currentSession(db, roomId);
  if (open && open.endedAt === null) return open.sessionId;
  const sessionId = fresh.session();
  const now = Date.now();
  await openSession(db, { sessionId, roomId, exercise, now });
  await createEventStore(db).append(sessionId, {
    seq: 1,
    moveId: fresh.move(),
    author: 'a',
    at: now,
    v: 1,
    fact: { type: 'opened', exercise, mode },
    sealed: null,
    epoch: firstEpoch,
    prev: null,
    hash: null,
  });
  return sessionId;
}

/**
 * What is asked over the sockets, so that nothing is wrong with it but, perhaps, who asks.
 * @param roomId the room whose socket it is asked over; the things it is about are those of the cast.
 */
export const eventAsks: {
  [Name in keyof AllRequests]: (cast: Cast, roomId: RoomId) => Promise<unknown> | unknown;
} = {
  // Before a session runs.
  'exercise:suggest': () => ({ suggestion: { exercise, mode } }),
  'exercise:propose': () => ({ exercise, mode }),
  'exercise:retract': async (cast, roomId) => {
    await proposed(cast, roomId);
    return { proposal: { by: 'b', exercise, mode } };
  },
  'session:open': async (cast, roomId) => {
    await proposed(cast, roomId);
    const sessionId = roomId === cast.roomId ? fresh.session() : cast.sessionId;
    return { sessionId, moveId: fresh.move(), exercise, mode };
  },
  'session:join': ({ sessionId }) => ({ sessionId, after: 0 }),
  'move:submit': ({ sessionId }) => ({
    sessionId,
    submission: { moveId: fresh.move(), move: { type: 'erase', seqs: [2] }, words: null },
  }),
  'invitation:make': async ({ house, roomId: theirs }, roomId) => {
    const { invitationId } =
      roomId === theirs ? { invitationId: fresh.invitation() } : await invite(house, theirs, 'b');
    const wrapped = { wrappedKey: 'wrapped', epoch: 1, rotation: null };
    return { invitationId, seat: 'a', tokenHash: fresh.digest(), ...wrapped };
  },
  'invitation:withdraw': async ({ house, roomId }) => {
    const { invitationId } = await invite(house, roomId, 'b');
    return { invitationId };
  },
  'presence:writing': () => ({ writing: true }),
  'observer:act': async (cast) => ({
    sessionId: await running(cast),
    moveId: fresh.move(),
    act: { type: 'ask-pause' },
    cue: null,
  }),
};

/** Opens a socket into a room with the cookies of a visitor: the client, or why not. */
export function knock(
  { house }: Cast,
  visitor: Visitor,
  roomId: RoomId,
): Promise<RawClient | string> {
  const shown = { cookie: visitor.cookie, origin: publicUrl, auth: handshakeFor(roomId) };
  return RawClient.enter(house.weerklank.url, shown);
}
