import type { RoomId, Time } from '#lib/dialogue/id.ts';
import { roomsOf } from '#prisma/rooms.ts';
import { database } from '#prisma/shared.ts';
import { visitor } from './visitor.ts';

/** The rooms this device has a seat in, the latest first. Empty for a device that is not known. */
export async function roomsOfThisDevice(): Promise<
  readonly { roomId: RoomId; lastSessionAt: Time | null }[]
> {
  const { visit } = await visitor();
  return visit ? roomsOf(await database(), visit.userId) : [];
}
