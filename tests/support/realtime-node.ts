import { createServer } from 'node:http';
import { onTestFinished } from 'vitest';
import type { Time } from '#lib/dialogue/id.ts';
import { createLog, type Log } from '#lib/log.ts';
import { createDatabase, type Database } from '#prisma/client.ts';
import { type NodeSettings, startNode } from '#server/node.ts';
import { library } from './exercises.ts';
import { keysPage } from './keys-page.ts';
import { settingsFor } from './realtime-settings.ts';

/** Everything the server does over sockets, in this process, on a port and a database of its own. */
export interface RealtimeNode {
  url: string;
  /** The connection the node itself uses. */
  db: Database;
  /** Lets everyone go, as on a signal; done by itself when the test is over. */
  stop(): Promise<void>;
}

/**
 * Starts a node on a migrated database file.
 * @param now the clock the node goes by.
 * @param settings what is set otherwise than in most tests.
 * @param log where it writes; nowhere when left out.
 */
export async function realtimeNode(
  file: string,
  now: () => Time = Date.now,
  settings: Partial<NodeSettings> = {},
  log: Log = createLog('silent'),
): Promise<RealtimeNode> {
  const server = createServer();
  const db = await createDatabase({ file });
  const node = await startNode(
    server,
    { ...settingsFor(0), ...settings },
    { db, log, library, now, answerPage: keysPage(db, now) },
  );
  let stopped: Promise<void> | null = null;
  const stop = () => {
    stopped ??= node.drain();
    return stopped;
  };
  onTestFinished(stop);
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('A server without a port');
  return { url: `http://127.0.0.1:${address.port}`, db, stop };
}
