import { errorCode, type Log } from '#lib/log.ts';
import type { Node } from './node.ts';

/** An unexpected error leaves nothing to trust: stop, and be started again from the log. */
export function stopOnUnexpectedErrors(log: Log): void {
  const fail = (error: unknown) => {
    log.error('stopped by an unexpected error', { error: errorCode(error) });
    process.exit(1);
  };
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
}

/** Ends the process in peace when it is asked to. */
export function stopOnSignals(node: Node, log: Log): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, async () => {
      log.info('draining', { code: signal });
      await node.drain();
      process.exit(0);
    });
  }
}
