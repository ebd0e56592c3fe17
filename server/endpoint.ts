import type { Socket } from 'socket.io';
import * as z from 'zod/mini';
import type { Refusal } from '#lib/protocol.ts';
import { errorCode, type Log } from './log.ts';

type Refused = { ok: false; reason: Refusal };

/**
 * Listens for one request on a socket. The only place where a raw payload exists: what does not fit
 * the schema is refused as `bad-request`, and a bug in a handler is answered as `retry`, never thrown
 * at the connection.
 */
export function endpoint<Schema extends z.core.$ZodType, Reply>(
  socket: Socket,
  log: Log,
  name: string,
  schema: Schema,
  handle: (request: z.output<Schema>) => Promise<Reply | Refused>,
): void {
  socket.on(name, async (payload: unknown, ack: unknown) => {
    const answer = (reply: Reply | Refused) => {
      if (typeof ack === 'function') ack(reply);
    };
    const request = z.safeParse(schema, payload);
    if (!request.success) return answer({ ok: false, reason: 'bad-request' });
    try {
      answer(await handle(request.data));
    } catch (error) {
      log.error('a request failed', { code: name, error: errorCode(error) });
      answer({ ok: false, reason: 'retry' });
    }
  });
}
