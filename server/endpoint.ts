import * as v from 'valibot';
import type { Denials } from '#lib/denials.ts';
import { errorCode, type Log } from '#lib/log.ts';
import type { Refusal } from '#lib/protocol.ts';
import { type Action, can } from '#lib/rights/can.ts';
import type { AllRequests, RoomSocket } from './publish.ts';
import type { UnderWay } from './under-way.ts';

type Refused = { ok: false; reason: Refusal };

const Forbidden = v.object({ ok: v.literal(false), reason: v.literal('forbidden') });

/**
 * Listens for one request on a socket. The only place where a raw payload exists: what whoever is at
 * the other end may not ask is refused as `forbidden`, what does not fit the schema as `bad-request`, and a bug in a handler is answered as `retry`, never thrown
 * at the connection. The first two stand in the log.
 * @param action what they must be allowed to do, where it is called otherwise than the request.
 */
export function endpoint<Schema extends v.GenericSchema, Reply>(
  socket: RoomSocket,
  { log, denials, underWay }: { log: Log; denials: Denials; underWay: UnderWay },
  name: keyof AllRequests & Action,
  schema: Schema,
  handle: (request: v.InferOutput<Schema>) => Promise<Reply | Refused>,
  action: Action = name,
): void {
  const answer = async (payload: unknown): Promise<Reply | Refused> => {
    const { actor, roomId, userId } = socket.data.viewer;
    const refuse = (reason: 'forbidden' | 'bad-request'): Refused => {
      denials.note(`${reason} ${name}`, { roomId, userId });
      return { ok: false, reason };
    };
    if (!can(actor, action, roomId)) return refuse('forbidden');
    const request = v.safeParse(schema, payload);
    if (!request.success) return refuse('bad-request');
    try {
      const reply = await handle(request.output);
      return v.is(Forbidden, reply) ? refuse('forbidden') : reply;
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
