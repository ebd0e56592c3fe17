import type { RoomId } from '#lib/dialogue/id.ts';
import { browserHolder } from '#lib/vault/browser-holder.ts';
import { browserSafe } from '#lib/vault/browser-safe.ts';
import { deviceClock } from '../clock.ts';
import { Giver, type GivingRoom } from './giver.ts';
import { tendOver } from './steps.ts';

/** Gives the keys of this room's sessions from this browser, for as long as somebody watches; the answer stops that. */
export function giveHere(roomId: RoomId, room: GivingRoom): () => void {
  const giver = new Giver({
    roomId,
    room,
    take: tendOver(roomId),
    safe: browserSafe(),
    clock: deviceClock,
    holder: browserHolder,
  });
  return () => giver.close();
}
