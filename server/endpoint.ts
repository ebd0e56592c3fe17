import * as v from 'valibot';
import { errorCode, type Log } from '#lib/log.ts';
import type { Refusal, Requests } from '#lib/protocol.ts';
import { type Action, can } from '#lib/rights/can.ts';
import type { RoomSocket } from './publish.ts';
import type { UnderWay } from './under-way.ts';

type Refused = { ok: false; reason: Refusal };

/**
 * Listens for one request on a socket. The only place where a raw payload exists: what whoever is at
 * the other end may not ask is refused as `forbidden`, what does not fit the schema as `bad-request`, and a bug in a handler is answered as `retry`, never thrown
 * at the connection.
 */
export function endpoint<Schema extends v.GenericSchema, Reply>(
  socket: RoomSocket,
  { log, underWay }: { log: Log; underWay: UnderWay },
  name: keyof Requests & Action,
  schema: Schema,
  handle: (request: v.InferOutput<Schema>) => Promise<Reply | Refused>,
): void {
  const answer = async (payload: unknown): Promise<Reply | Refused> => {
    const { actor, roomId } = socket.data.viewer;
    if (!can(actor, name, roomId)) return { ok: false, reason: 'forbidden' };
    const request = v.safeParse(schema, payload);
    if (!request.success) return { ok: false, reason: 'bad-request' };
    try {
      return await handle(request.output);
    } catch (error) {
      log.error('a request failed', { code: name, error: errorCode(error) });
      return { ok: false, reason: 'retry' };
    }
  };
  socket.on(name, async (payload: unknown, ack: unknown) => {
    const reply = await underWay.add(answer(payload));
    if (typeof ack === 'function') ack(reply);
  });
}
