import { env } from '#lib/env.ts';
import { createLog } from '#lib/log.ts';
import { serve } from './serve.ts';
import { stopOnSignals, stopOnUnexpectedErrors } from './stop.ts';

const settings = env();
const log = createLog(settings.logLevel);

stopOnUnexpectedErrors(log);
stopOnSignals(await serve(settings, log), log);
