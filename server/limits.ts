import * as v from 'valibot';
import type { Refusal } from '#lib/protocol.ts';
import type { LimitName, RateLimits } from '#lib/rate-limits.ts';
import type { RoomSocket } from './publish.ts';

/** Nobody honest is refused so often in a row: what waits on a device is sent again at ever longer intervals. */
const refusedInARow = 100;

const slowDown: { ok: false; reason: Refusal } = { ok: false, reason: 'slow-down' };
const Acknowledge = v.function();

/**
 * Lets through only so many requests of one socket, whatever they are called, before anybody reads them. One
 * too many is answered with `slow-down`; without a way to answer it is dropped. Who goes on all the same is
 * let go.
 * @param key whose requests are counted together: one person in one room, with all their tabs.
 */
export function limitRequests(socket: RoomSocket, limits: RateLimits, key: string): void {
  let refused = 0;
  socket.use(async (event, next) => {
    const parts: readonly unknown[] = event;
    if (await limits.takeTurn(limitOf(parts[0]), key)) {
      refused = 0;
      return next();
    }
    refused += 1;
    if (refused >= refusedInARow) return void socket.disconnect(true);
    const ack = v.safeParse(Acknowledge, parts.at(-1));
    if (ack.success) ack.output(slowDown);
  });
}

function limitOf(name: unknown): LimitName {
  switch (name) {
    case 'move:submit':
      return 'move';
    case 'session:join':
      return 'join';
    case 'observer:act':
      return 'cue';
    case 'presence:writing':
      return 'writing';
    default:
      return 'request';
  }
}
