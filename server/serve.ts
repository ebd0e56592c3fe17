import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { Env } from '#lib/env.ts';
import type { Log } from '#lib/log.ts';
import { database } from '#prisma/shared.ts';
import { sharedLibrary } from '#prisma/shared-library.ts';
import { ownCertificate } from './certificate.ts';
import { type Node, startNode } from './node.ts';
import { preparePages } from './pages.ts';

/** Starts a node that serves pages and sockets on one port. */
export async function serve(settings: Env, log: Log): Promise<Node> {
  const db = await database();
  const server: Server = settings.https
    ? createHttpsServer(await ownCertificate(settings.dataDir))
    : createHttpServer();
  const behindProxy = settings.publicUrl?.startsWith('https:') && !settings.https;
  if (behindProxy && settings.trustedProxies === 0) {
    log.warn('everybody seems to come from the proxy: set TRUST_PROXY', { code: 'TRUST_PROXY' });
  }
  const answerPage = await preparePages(server, settings);
  return startNode(server, settings, {
    db,
    log,
    library: await sharedLibrary(),
    now: Date.now,
    answerPage,
  });
}
