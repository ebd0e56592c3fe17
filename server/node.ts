import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Time } from '#lib/dialogue/id.ts';
import type { Env } from '#lib/env.ts';
import type { Library } from '#lib/exercises/library.ts';
import { errorCode, type Log } from '#lib/log.ts';
import { rateLimits } from '#lib/rate-limits.ts';
import type { Database } from '#prisma/client.ts';
import { createEventStore } from '#prisma/event-store.ts';
import { reapplyErasures } from '#prisma/reapply-erasures.ts';
import { countOn, noticeRestored } from '#prisma/restored.ts';
import { emptyWriteAheadLog } from '#prisma/write-ahead-log.ts';
import { letThrough, standBefore, whence } from './gate.ts';
import { healthAnswer } from './health.ts';
import { createRealtime } from './realtime.ts';

const settleEvery = 60_000;
/** Whatever a browser or a disk does, the process ends within this. */
const drainWithin = 9_000;
/** Whoever is still asking or being answered when the node drains has this long. */
const requestsWithin = 2_000;

/** A server that pages and sockets share one port of. */
export interface Node {
  /** Takes no new moves, lets everyone go, empties the write-ahead log. Within ten seconds. */
  drain(): Promise<void>;
}

export type NodeSettings = Pick<
  Env,
  | 'development'
  | 'host'
  | 'port'
  | 'publicUrl'
  | 'rateLimitFactor'
  | 'secret'
  | 'secure'
  | 'trustedProxies'
>;

export interface NodeDeps {
  /** Closed by `drain`. */
  db: Database;
  log: Log;
  library: Library;
  now: () => Time;
  /** Answers whatever is no question about health and no socket. */
  answerPage: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

/** Makes a node of an HTTP server that does not listen yet, and resolves when it can be reached. */
export async function startNode(
  server: Server,
  settings: NodeSettings,
  { db, log, library, now, answerPage }: NodeDeps,
): Promise<Node> {
  let draining = false;
  const limits = rateLimits(settings.rateLimitFactor);
  for (const { file, line, says } of library.faults) {
    log.warn('exercise-refused', { file, line, fault: says });
  }

  // Before the sockets: Socket.IO takes its own requests out and passes on the rest.
  server.on('request', async (request, response) => {
    const { development } = settings;
    if (!(await letThrough(request, response, { limits, development }))) return;
    const health = await healthAnswer(request.url, db, draining);
    if (!health) return answerPage(request, response);
    response
      .writeHead(health.status, { 'content-type': 'text/plain; charset=utf-8' })
      .end(health.text);
  });
  const realtime = createRealtime(server, {
    db,
    store: createEventStore(db),
    library,
    now,
    log,
    keys: { secret: settings.secret, secure: settings.secure },
    publicUrl: settings.publicUrl,
    limits,
    addressOf: (request) => whence(request, settings),
  });
  standBefore(server, settings);
  server.on('upgrade', (request, socket) => {
    const ours = request.url?.startsWith('/socket.io/');
    const reload = settings.development && request.url?.startsWith('/_next/');
    if (!ours && !reload) socket.destroy();
  });

  // Before anyone can come in: this may be a backup that was put back.
  await reapplyErasures(db, now());
  if (await noticeRestored(db, now())) log.warn('a backup was put back; accounts are signed out');
  await realtime.begin();
  await realtime.settleRest();
  const settling = setInterval(() => {
    void realtime.settleRest();
    countOn(db).catch((error: unknown) => {
      log.warn('could not count on', { error: errorCode(error) });
    });
  }, settleEvery);
  await listen(server, settings);
  log.info('ready', { port: settings.port });

  return {
    async drain() {
      draining = true;
      clearInterval(settling);
      const forced = setTimeout(() => process.exit(0), drainWithin);
      const impatient = setTimeout(() => server.closeAllConnections(), requestsWithin);
      await realtime.drain();
      clearTimeout(impatient);
      await emptyWriteAheadLog(db);
      await db.$disconnect();
      clearTimeout(forced);
    },
  };
}

function listen(server: Server, { port, host }: NodeSettings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
