import type { Denials } from '#lib/denials.ts';
import { type ExerciseRef, isRefOf } from '#lib/dialogue/exercise.ts';
import type { RoomId, SessionId, Time } from '#lib/dialogue/id.ts';
import type { EventStore } from '#lib/event-store.ts';
import type { Library } from '#lib/exercises/library.ts';
import type { Log } from '#lib/log.ts';
import {
  type Done,
  InviteRequest,
  type JoinReply,
  JoinRequest,
  type MoveReply,
  MoveRequest,
  type OpenReply,
  OpenRequest,
  ProposeRequest,
  RetractRequest,
  WithdrawRequest,
  WritingRequest,
} from '#lib/protocol.ts';
import type { Database } from '#prisma/client.ts';
import { withdrawInvitation } from '#prisma/invitations.ts';
import { endStaleObservations } from '#prisma/observations.ts';
import { propose, retractProposal } from '#prisma/proposals.ts';
import { noteReading } from '#prisma/readings.ts';
import { isTheirs, seatOf } from '#prisma/rooms.ts';
import { currentSession } from '#prisma/sessions.ts';
import type { PartnerViewer } from './authenticate.ts';
import { endpoint } from './endpoint.ts';
import { invite } from './inviting.ts';
import type { Observing } from './observing.ts';
import { openProposed } from './opening.ts';
import { type RoomSocket, sessionChannel } from './publish.ts';
import type { RoomHosts } from './room-hosts.ts';
import type { HeldSession, SessionHosts } from './session-hosts.ts';
import { withStorage } from './storage.ts';
import type { UnderWay } from './under-way.ts';

export interface HandlerDeps {
  db: Database;
  store: EventStore;
  library: Library;
  rooms: RoomHosts;
  sessions: SessionHosts;
  log: Log;
  denials: Denials;
  underWay: UnderWay;
  observing: Observing;
  now: () => Time;
  tellRoom: (roomId: RoomId, reread: boolean) => Promise<void>;
  draining: () => boolean;
}

export const drainingNow = { ok: false, reason: 'draining' } as const;
export const forbidden = { ok: false, reason: 'forbidden' } as const;

/** Whether an exercise may be put forward. */
export function isOffered({ library }: Pick<HandlerDeps, 'library'>, exercise: ExerciseRef) {
  return library.offered.some(({ definition }) => isRefOf(exercise, definition));
}

/** Answers every request of the protocol that a partner may make, on their authenticated socket. */
export function handle(socket: RoomSocket, viewer: PartnerViewer, deps: HandlerDeps): void {
  const { db, rooms, sessions, observing, now, tellRoom, draining } = deps;
  const { roomId, seat, userId, since } = viewer;
  /** The readings of this socket that were noted, so that however often it joins there is one of each. */
  const noted = new Map<SessionId, Promise<void>>();

  /** A session is reached only from its own room, and by who was not given the seat after it. */
  const find = async (sessionId: SessionId): Promise<HeldSession | null> => {
    const held = await sessions.find(sessionId);
    if (held?.roomId !== roomId) return null;
    const { state } = held.host;
    return state.status === 'new' || isTheirs(viewer, state.openedAt) ? held : null;
  };

  const noteOnce = (sessionId: SessionId): Promise<void> => {
    const known = noted.get(sessionId);
    if (known) return known;
    const noting = noteReading(db, { roomId, seat, what: 'transcript', sessionId, now: now() });
    noted.set(sessionId, noting);
    noting.catch(() => noted.delete(sessionId));
    return noting;
  };

  endpoint<typeof ProposeRequest, Done>(
    socket,
    deps,
    'exercise:propose',
    ProposeRequest,
    ({ exercise, mode }) =>
      withStorage<Done>(async () => {
        if (draining()) return drainingNow;
        const room = await rooms.visited(roomId);
        if (!room?.complete) return { ok: false, reason: 'not-now' };
        if (!isOffered(deps, exercise)) return { ok: false, reason: 'unknown-exercise' };
        const current = await currentSession(db, roomId);
        if (current && current.endedAt === null) return { ok: false, reason: 'session-open' };
        await propose(db, { roomId, by: seat, exercise, mode, now: now() });
        await tellRoom(roomId, true);
        return { ok: true };
      }),
  );

  endpoint<typeof RetractRequest, Done>(
    socket,
    deps,
    'exercise:retract',
    RetractRequest,
    ({ proposal }) =>
      withStorage(async () => {
        await retractProposal(db, { roomId, ...proposal });
        await tellRoom(roomId, true);
        return { ok: true };
      }),
  );

  endpoint<typeof OpenRequest, OpenReply>(socket, deps, 'session:open', OpenRequest, (request) =>
    withStorage<OpenReply>(async () => {
      if (draining()) return drainingNow;
      // Whoever was let in for a talk that did not come for too long is not let in to this one.
      await endStaleObservations(db, now(), roomId);
      const reply = await openProposed(request, viewer, deps);
      if (reply.ok) {
        await observing.reconcile(roomId);
        await tellRoom(roomId, true);
      }
      return reply;
    }),
  );

  endpoint<typeof JoinRequest, JoinReply>(socket, deps, 'session:join', JoinRequest, (request) =>
    withStorage<JoinReply>(async () => {
      // The seat may have been given to another device since this one connected.
      if ((await seatOf(db, roomId, userId)) !== seat) return forbidden;
      const held = await find(request.sessionId);
      if (!held) return forbidden;
      await socket.join(sessionChannel(request.sessionId, seat));
      const page = await held.host.page(request.after, seat, since);
      // Whoever comes back to words of a talk that is over reads them, as in the replay.
      const over = held.host.state.status === 'ended';
      if (over && page.events.some(({ sealed }) => sealed !== null)) {
        await noteOnce(request.sessionId);
      }
      return { ok: true, ...page, now: now() };
    }),
  );

  endpoint<typeof MoveRequest, MoveReply>(
    socket,
    deps,
    'move:submit',
    MoveRequest,
    async (request) => {
      if (draining()) return drainingNow;
      const held = await find(request.sessionId);
      return held ? held.host.submit(request.submission, seat) : forbidden;
    },
  );

  endpoint<typeof InviteRequest, Done>(socket, deps, 'invitation:make', InviteRequest, (request) =>
    withStorage(async () => {
      const room = await rooms.visited(roomId);
      const made = await invite(db, request, {
        roomId,
        by: seat,
        here: room?.viewFor(seat).seats[request.seat].here ?? false,
        now: now(),
      });
      await tellRoom(roomId, true);
      return made;
    }),
  );

  endpoint<typeof WithdrawRequest, Done>(
    socket,
    deps,
    'invitation:withdraw',
    WithdrawRequest,
    ({ invitationId }) =>
      withStorage(async () => {
        await withdrawInvitation(db, { roomId, invitationId, now: now() });
        await tellRoom(roomId, true);
        return { ok: true };
      }),
  );

  endpoint(socket, deps, 'presence:writing', WritingRequest, async ({ writing }) => {
    const room = await rooms.visited(roomId);
    if (room?.setWriting(socket.id, writing)) await tellRoom(roomId, false);
    return { ok: true };
  });
}
