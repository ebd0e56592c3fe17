import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { Env } from '#lib/env.ts';
import { findExercise } from '#lib/exercises/library.ts';
import { createEventStore } from '#prisma/event-store.ts';
import { database } from '#prisma/shared.ts';
import { emptyWriteAheadLog } from '#prisma/write-ahead-log.ts';
import { ownCertificate } from './certificate.ts';
import { healthAnswer } from './health.ts';
import type { Log } from './log.ts';
import { preparePages } from './pages.ts';
import { createRealtime } from './realtime.ts';

const settleEvery = 60_000;
/** Whatever a browser or a disk does, the process ends within this. */
const drainWithin = 9_000;

/** A node that serves pages and sockets on one port. */
export interface Node {
  /** Takes no new moves, lets everyone go, empties the write-ahead log. Within ten seconds. */
  drain(): Promise<void>;
}

/** Starts a node and resolves when it can be reached. */
export async function serve(settings: Env, log: Log): Promise<Node> {
  const db = await database();
  const server: Server = settings.https
    ? createHttpsServer(await ownCertificate(settings.dataDir))
    : createHttpServer();
  const answerPage = await preparePages(server, settings);
  let draining = false;

  // Before the sockets: Socket.IO takes its own requests out and passes on the rest.
  server.on('request', async (request, response) => {
    const health = await healthAnswer(request.url, db, draining);
    if (!health) return answerPage(request, response);
    response.writeHead(health.status, { 'content-type': 'text/plain' }).end(health.text);
  });
  const realtime = createRealtime(server, {
    db,
    store: createEventStore(db),
    findExercise,
    now: Date.now,
    log,
    keys: { secret: settings.secret, secure: settings.secure },
    origin: settings.publicUrl,
  });
  server.on('upgrade', (request, socket) => {
    const ours = request.url?.startsWith('/socket.io/');
    const reload = settings.development && request.url?.startsWith('/_next/');
    if (!ours && !reload) socket.destroy();
  });

  await realtime.settleRest();
  const settling = setInterval(() => void realtime.settleRest(), settleEvery);
  await listen(server, settings);
  log.info('ready', { port: settings.port });

  return {
    async drain() {
      draining = true;
      clearInterval(settling);
      const forced = setTimeout(() => process.exit(0), drainWithin);
      await realtime.drain();
      server.closeAllConnections();
      await emptyWriteAheadLog(db);
      await db.$disconnect();
      clearTimeout(forced);
    },
  };
}

function listen(server: Server, { port, host }: Env): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
