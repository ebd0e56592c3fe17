import { env } from '#lib/env.ts';
import { createLog, errorCode } from './log.ts';
import { serve } from './serve.ts';

const settings = env();
const log = createLog(settings.logLevel);

// An unexpected error leaves nothing to trust: stop, and be started again from the log.
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);

const node = await serve(settings, log);
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, async () => {
    log.info('draining', { code: signal });
    await node.drain();
    process.exit(0);
  });
}

function fail(error: unknown): void {
  log.error('stopped by an unexpected error', { error: errorCode(error) });
  process.exit(1);
}
