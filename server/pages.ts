import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Env } from '#lib/env.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Prepares Next on an HTTP server that someone else listens with; answers with its page handler. */
export async function preparePages(httpServer: Server, settings: Env): Promise<Answer> {
  // Next and next-auth read these while they load, and know no other way to be told.
  process.env['NEXT_MANUAL_SIG_HANDLE'] = 'true';
  if (settings.publicUrl) process.env['NEXTAUTH_URL'] = settings.publicUrl;
  else process.env['AUTH_TRUST_HOST'] = 'true';
  const { default: next } = await import('next');
  const pages = next({
    dev: settings.development,
    httpServer,
    dir: join(import.meta.dirname, '..'),
  });
  await pages.prepare();
  const handle = pages.getRequestHandler();
  return (request, response) => handle(request, response);
}
