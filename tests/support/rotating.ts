import * as v from 'valibot';
import { rotateIfDue } from '#lib/client/key-exchange.ts';
import { type RoomId, UserId } from '#lib/dialogue/id.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import type { Database } from '#prisma/client.ts';
import { keyholdersIn } from '#prisma/keyholders.ts';
import { databaseFile } from '#tests/contract/database-file.ts';
import { removeKeyholder } from '#tests/support/own-keyholders.ts';
import type { Guest } from '../../scripts/drive/guest.ts';
import type { Partner } from '../../scripts/drive/partner.ts';
import { realtimeNode } from './realtime-node.ts';
import { coupleIn } from './seats.ts';
import { arrive, arriveBoth } from './talking.ts';
import { Wiretap } from './wiretap.ts';

/** A room with both partners in it, of whose devices the server knows. */
export async function keptRoom() {
  const file = await databaseFile();
  const node = await realtimeNode(file);
  const tap = await Wiretap.before(Number(new URL(node.url).port));
  const guests = await coupleIn(node.db, tap.url);
  const partners = await arriveBoth(guests);
  const { roomId } = guests.a;
  await known(node.db, roomId, 2);
  return { file, node, tap, guests, partners, roomId };
}

/** Waits until the server knows of so many devices in a room. */
export async function known(db: Database, roomId: RoomId, count: number): Promise<void> {
  while ((await keyholdersIn(db, roomId)).length < count) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** One more device of this partner, which the server knows of. */
export async function deviceOf(db: Database, guest: Guest): Promise<Partner> {
  const before = (await keyholdersIn(db, guest.roomId)).length;
  const device = arrive(guest);
  await device.until(({ view }) => view);
  await known(db, guest.roomId, before + 1);
  return device;
}

/** Who sits in a seat. */
export async function userIn(db: Database, roomId: RoomId, seat: Seat): Promise<UserId> {
  const row = await db.seat.findUniqueOrThrow({ where: { roomId_seat: { roomId, seat } } });
  return v.parse(UserId, row.userId);
}

/** Takes a device out, as its owner would on their account page. */
export async function remove(db: Database, device: Partner): Promise<void> {
  const { roomId, seat } = device.guest;
  const { holder } = await device.exchange();
  const userId = await userIn(db, roomId, seat);
  await removeKeyholder(db, { userId, of: { holderId: holder.id }, now: Date.now() });
}

/** Gives the room a new key behind everyone's back, as a device that is elsewhere would. */
export async function rotateElsewhere(db: Database, guest: Guest): Promise<void> {
  const device = await deviceOf(db, guest);
  const lost = await deviceOf(db, guest);
  lost.close();
  device.close();
  await remove(db, lost);
  const rotated = await rotateIfDue(await device.exchange(), device.vault.held);
  if (!rotated.ok) throw new Error(rotated.reason);
}

/** Waits until a device has gone over to this epoch. */
export const epochIs = (epoch: number) => (one: Partner) =>
  one.until(({ view }) => view?.epoch === epoch && one.vault.held.epoch === epoch);

/** The sentences that this partner can read. */
export function textsOf({ lines }: Partner): string[] {
  return lines.flatMap(({ content }) => (content.kind === 'text' ? [content.text] : []));
}
