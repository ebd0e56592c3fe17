// A server of sockets alone, started and ended as server/index.ts is.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { createLog } from '#lib/log.ts';
import { createDatabase } from '#prisma/client.ts';
import { startNode } from '#server/node.ts';
import { stopOnSignals, stopOnUnexpectedErrors } from '#server/stop.ts';
import { library } from './exercises.ts';
import { keysPage } from './keys-page.ts';
import { settingsFor } from './realtime-settings.ts';

const { values } = parseArgs({
  options: { file: { type: 'string', default: '' }, port: { type: 'string', default: '0' } },
});
const log = createLog('debug');
stopOnUnexpectedErrors(log);

// Loaded ahead of time, so that a restart takes no longer than the server itself does.
await once(process.stdin, 'data');
process.stdin.destroy();

const db = await createDatabase({ file: values.file });
const deps = { db, log, library, now: Date.now, answerPage: keysPage(db, Date.now) };
stopOnSignals(await startNode(createServer(), settingsFor(Number(values.port)), deps), log);
