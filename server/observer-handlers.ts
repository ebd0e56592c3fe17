import type { SessionId } from '#lib/dialogue/id.ts';
import { ObserverRequest, SuggestRequest } from '#lib/observer-protocol.ts';
import { type Done, type JoinReply, JoinRequest, type MoveReply } from '#lib/protocol.ts';
import { admissionOf, suggest } from '#prisma/observation-rows.ts';
import { currentSession } from '#prisma/sessions.ts';
import type { ObserverViewer } from './authenticate.ts';
import { endpoint } from './endpoint.ts';
import { drainingNow, forbidden, type HandlerDeps, isOffered } from './handlers.ts';
import { type RoomSocket, sessionChannel } from './publish.ts';
import type { HeldSession } from './session-hosts.ts';
import { withStorage } from './storage.ts';
import { watching } from './watching.ts';

/** Answers every request of the protocol that an observer may make, on her authenticated socket. */
export function handleObserver(
  socket: RoomSocket,
  { roomId, userId, observationId }: ObserverViewer,
  deps: HandlerDeps,
): void {
  const { db, sessions, observing, now, tellRoom, draining } = deps;

  /** The session she was let in to, of her own room; null for every other, and once she is let go. */
  const find = async (sessionId: SessionId): Promise<HeldSession | null> => {
    if ((await admissionOf(db, roomId, userId)) !== observationId) return null;
    const held = await sessions.find(sessionId);
    if (held?.roomId !== roomId) return null;
    // The row may be tied to a session of which the log does not know it yet.
    if (watching(held.host.state)?.observation !== observationId) await observing.reconcile(roomId);
    return held;
  };

  endpoint<typeof JoinRequest, JoinReply>(
    socket,
    deps,
    'session:join',
    JoinRequest,
    ({ sessionId, after }) =>
      withStorage<JoinReply>(async () => {
        const held = await find(sessionId);
        if (!held) return forbidden;
        await socket.join(sessionChannel(sessionId, observationId));
        const page = await held.host.pageFor(observationId, after);
        return page ? { ok: true, ...page, now: now() } : forbidden;
      }),
    'observation:watch',
  );

  endpoint<typeof ObserverRequest, MoveReply>(
    socket,
    deps,
    'observer:act',
    ObserverRequest,
    ({ sessionId, ...submission }) =>
      withStorage<MoveReply>(async () => {
        if (draining()) return drainingNow;
        const held = await find(sessionId);
        return held ? held.host.observe(submission, observationId) : forbidden;
      }),
  );

  endpoint<typeof SuggestRequest, Done>(
    socket,
    deps,
    'exercise:suggest',
    SuggestRequest,
    ({ suggestion }) =>
      withStorage<Done>(async () => {
        if (draining()) return drainingNow;
        if (suggestion && !isOffered(deps, suggestion.exercise)) {
          return { ok: false, reason: 'unknown-exercise' };
        }
        const session = await currentSession(db, roomId);
        if (session && session.endedAt === null) return { ok: false, reason: 'session-open' };
        const stands = await suggest(db, { id: observationId, suggestion });
        await tellRoom(roomId, true);
        return stands ? { ok: true } : { ok: false, reason: 'not-now' };
      }),
  );
}
