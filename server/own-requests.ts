import * as v from 'valibot';
import type { Denials } from '#lib/denials.ts';
import type { Refusal } from '#lib/protocol.ts';
import type { Viewer } from './authenticate.ts';
import type { AllRequests, RoomSocket } from './publish.ts';

type Place = Viewer['place'];

/** Whose every request is. */
const askers: Readonly<Record<keyof AllRequests, readonly Place[]>> = {
  'exercise:propose': ['partner'],
  'exercise:retract': ['partner'],
  'session:open': ['partner'],
  'session:join': ['partner', 'observer'],
  'move:submit': ['partner'],
  'invitation:make': ['partner'],
  'invitation:withdraw': ['partner'],
  'presence:writing': ['partner'],
  'observer:act': ['observer'],
  'exercise:suggest': ['observer'],
};
const askersOf: ReadonlyMap<unknown, readonly Place[]> = new Map(Object.entries(askers));

const forbidden: { ok: false; reason: Refusal } = { ok: false, reason: 'forbidden' };
const Acknowledge = v.function();

/**
 * Keeps a socket to the requests of whoever is at the other end: what only others may ask is answered
 * with `forbidden`, and counted, before anybody reads it.
 */
export function keepToOwnRequests(socket: RoomSocket, denials: Denials): void {
  const { place, roomId, userId } = socket.data.viewer;
  socket.use((event, next) => {
    const [name, ...rest]: readonly unknown[] = event;
    const own = askersOf.get(name)?.includes(place) ?? true;
    if (own) return next();
    denials.note(`forbidden ${name}`, { roomId, userId });
    const ack = v.safeParse(Acknowledge, rest.at(-1));
    if (ack.success) ack.output(forbidden);
  });
}
