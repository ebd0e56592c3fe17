import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { Server } from 'socket.io';
import { createDenials } from '#lib/denials.ts';
import { isSeat } from '#lib/dialogue/event.ts';
import type { RoomId, SessionId, Time } from '#lib/dialogue/id.ts';
import type { EventStore } from '#lib/event-store.ts';
import type { Library } from '#lib/exercises/library.ts';
import { errorCode, type Log } from '#lib/log.ts';
import { isOurOrigin } from '#lib/origin.ts';
import type { RateLimits } from '#lib/rate-limits.ts';
import type { Database } from '#prisma/client.ts';
import { keyStateOf } from '#prisma/room-epochs.ts';
import { authenticate, speaksOtherwise } from './authenticate.ts';
import { handle } from './handlers.ts';
import { limitRequests } from './limits.ts';
import { handleObserver } from './observer-handlers.ts';
import { Observing } from './observing.ts';
import { keepToOwnRequests } from './own-requests.ts';
import {
  cutOff,
  publishCommit,
  publishRoom,
  publishToObserver,
  type Realtime,
  type RoomSocket,
  roomChannel,
  watcherOf,
} from './publish.ts';
import { RoomHosts } from './room-hosts.ts';
import { SessionHosts } from './session-hosts.ts';
import { settle, settleEntry } from './settle.ts';
import { noteInterrupted, settleRest } from './settle-rest.ts';
import { UnderWay } from './under-way.ts';
import { Watch } from './watch.ts';

/** How long a browser that is let go may take over what was still to be sent to it. */
const goneWithin = 1_000;

export interface RealtimeDeps {
  db: Database;
  store: EventStore;
  library: Library;
  now: () => Time;
  log: Log;
  /** What auth cookies are signed with, and whether they carry the https-only name. */
  keys: { secret: string; secure: boolean };
  /** The one origin pages are served from; null accepts the host that was asked for. */
  publicUrl: string | null;
  limits: RateLimits;
  /** Where a request comes from, for counting. */
  addressOf: (request: IncomingMessage) => string;
}

/** The running sockets of one node. */
export interface RealtimeServer {
  io: Realtime;
  /** Takes note of what an earlier run may have left undone, and from now on of what pages do. */
  begin(): Promise<void>;
  /** Does what an earlier run or a full disk left undone. Called at start and every minute. */
  settleRest(): Promise<void>;
  /** From now on no new move is taken; resolves when every socket has been told and let go. */
  drain(): Promise<void>;
}

/** Everything the server does over sockets, on an HTTP server that someone else listens with. */
export function createRealtime(httpServer: HttpServer, deps: RealtimeDeps): RealtimeServer {
  const { db, store, library, now, log } = deps;
  const denials = createDenials(() => log);
  let draining = false;
  const io: Realtime = new Server(httpServer, {
    transports: ['websocket'],
    serveClient: false,
    destroyUpgrade: false,
    perMessageDeflate: false,
    maxHttpBufferSize: 65_536,
    pingInterval: 10_000,
    pingTimeout: 8_000,
    connectTimeout: 10_000,
    allowRequest: async (request, decided) => {
      const { origin, host } = request.headers;
      const ours = isOurOrigin(origin, host, { ...deps, secure: deps.keys.secure });
      if (!ours) {
        denials.note('origin handshake');
        return decided(null, false);
      }
      const turn = await deps.limits.takeTurn('handshake', deps.addressOf(request));
      if (!turn) denials.note('slow-down handshake');
      decided(null, turn);
    },
  });
  const underWay = new UnderWay();
  const rooms = new RoomHosts(db, now);
  const settling = { db, store, log, unfinished: new Set<SessionId>() };

  const tellRoom = async (roomId: RoomId, reread: boolean) => {
    const room = await rooms.visited(roomId);
    if (!room) return;
    if (reread) await room.refresh(db, now());
    for (const view of room.news()) publishRoom(io, view);
    const observerView = room.newsForObserver();
    if (observerView) publishToObserver(io, observerView);
  };

  const sessions: SessionHosts = new SessionHosts({
    db,
    findExercise: library.findDefinition,
    hostDeps: (sessionId, roomId) => ({
      store,
      now,
      epoch: async () => (await keyStateOf(db, roomId)).epoch,
      committed: async (commit) => {
        const { event, gone } = commit;
        publishCommit(io, { roomId, sessionId }, commit);
        const room = await rooms.visited(roomId);
        if (isSeat(event.author)) room?.stopWriting(event.author);
        const changed = await settle(settling, sessionId, commit);
        // Whoever was still coming in meanwhile found the door open.
        if (gone) cutOff(io, roomId, gone);
        if (changed) await tellRoom(roomId, true);
      },
    }),
    loaded: async (entry, held) => {
      const changed = await settleEntry(settling, entry, held.host.state);
      await observing.level(held);
      if (changed) await tellRoom(entry.roomId, true);
    },
  });

  const observing = new Observing({ db, store, log, sessions, now });

  const changed = async (roomId: RoomId) => {
    await sessions.catchUp(roomId);
    // A room that nobody is in here is brought level when somebody comes.
    if (await rooms.visited(roomId)) await observing.reconcile(roomId);
    await tellRoom(roomId, true);
  };
  const watch = new Watch({
    io,
    db,
    now,
    log,
    changed: (roomId) => underWay.add(changed(roomId)),
  });

  io.use(async (socket, next) => {
    try {
      // Not 'forbidden': to whoever has a page from before an update that would be a false alarm.
      if (speaksOtherwise(socket.handshake.auth)) return next(new Error('upgrade'));
      const { cookie } = socket.handshake.headers;
      socket.data.cursor = watch.cursor;
      const viewer = await authenticate(db, cookie, socket.handshake.auth, deps.keys, now());
      if (!viewer) {
        denials.note('forbidden handshake');
        return next(new Error('forbidden'));
      }
      socket.data.viewer = viewer;
      next();
    } catch (error) {
      log.error('a handshake failed', { error: errorCode(error) });
      next(new Error('retry'));
    }
  });

  io.on('connection', async (socket) => {
    const { viewer: coming } = socket.data;
    const { roomId, userId } = coming;
    limitRequests(socket, deps.limits, `${roomId} ${userId}`);
    keepToOwnRequests(socket, denials);
    const told = { tellRoom, draining: () => draining };
    const at = { db, store, library, rooms, sessions, observing, log, denials, underWay, now };
    if (coming.place === 'partner') handle(socket, coming, { ...at, ...told });
    else handleObserver(socket, coming, { ...at, ...told });
    try {
      await socket.join(roomChannel(roomId, watcherOf(coming)));
      await rooms.enter(socket.id, socket.data.viewer);
      socket.on('disconnect', () => underWay.add(leave(socket)));
      // Gone before the door was open: nobody would ever take this visitor out.
      if (!socket.connected) return await leave(socket);
      const { viewer, cursor } = socket.data;
      const letGo = viewer.place === 'observer' && !(await observing.isIn(viewer));
      if (letGo || watch.missed(viewer, cursor)) return void socket.disconnect(true);
      await tellRoom(roomId, true);
    } catch (error) {
      log.error('a room could not be entered', { roomId, error: errorCode(error) });
      socket.disconnect(true);
    }
  });

  async function leave(socket: RoomSocket): Promise<void> {
    const { roomId } = socket.data.viewer;
    const nobodyLeft = await rooms.leave(roomId, socket.id);
    if (nobodyLeft) await sessions.releaseRoom(roomId);
    else await tellRoom(roomId, false);
  }

  return {
    io,
    begin: async () => {
      await noteInterrupted(settling);
      await watch.start();
    },
    settleRest: () => underWay.add(settleRest({ ...settling, sessions, observing, now, tellRoom })),
    drain: async () => {
      draining = true;
      watch.stop();
      await underWay.finished();
      io.emit('server:restart', { in: Math.floor(Math.random() * 3_000) });
      const sockets = [...io.of('/').sockets.values()];
      const gone = sockets.map(({ conn }) => new Promise((resolve) => conn.once('close', resolve)));
      io.disconnectSockets(true);
      // Closing the server throws away what is still to be sent: answers, and this notice.
      await Promise.race([Promise.all(gone), pause(goneWithin, null, { ref: false })]);
      await io.close();
      await underWay.finished();
    },
  };
}
