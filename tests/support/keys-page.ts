import { text } from 'node:stream/consumers';
import * as v from 'valibot';
import { RoomId, type Time } from '#lib/dialogue/id.ts';
import { KeysRequest } from '#lib/room-keys.ts';
import { visitOf } from '#prisma/auth-sessions.ts';
import type { Database } from '#prisma/client.ts';
import { exchangeKeys } from '#prisma/key-exchange.ts';
import type { NodeDeps } from '#server/node.ts';
import { keys } from './realtime-settings.ts';

/** The one page that there is beside the sockets: the keys of a room, as its route answers. */
export function keysPage(db: Database, now: () => Time): NodeDeps['answerPage'] {
  return async (request, response) => {
    const [, room] = /^\/api\/rooms\/([^/]+)\/keys$/.exec(request.url ?? '') ?? [];
    const roomId = v.safeParse(RoomId, room);
    const asked = v.safeParse(v.pipe(v.string(), v.parseJson(), KeysRequest), await text(request));
    const visit = await visitOf(db, request.headers.cookie, keys, now());
    if (!roomId.success || !asked.success || !visit) {
      response.writeHead(404).end();
      return;
    }
    const { userId } = visit;
    const question = { roomId: roomId.output, userId, request: asked.output, now: now() };
    const answer = await exchangeKeys(db, question);
    response.writeHead(answer.ok ? 200 : 409, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer));
  };
}
