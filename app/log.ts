import { env } from '#lib/env.ts';
import { createLog, type Log } from '#lib/log.ts';

let made: Log | undefined;

/** The log of what pages and routes do; made at first use, because a build runs without settings. */
export function log(): Log {
  made ??= createLog(env().logLevel);
  return made;
}
