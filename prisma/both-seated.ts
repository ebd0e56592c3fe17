import type { RoomId } from '#lib/dialogue/id.ts';
import { Prisma } from './generated/client.ts';

/** A condition: two partners sit in this room. Where one seat is free nobody is let in. */
export function bothSeated(roomId: RoomId): Prisma.Sql {
  return Prisma.sql`2 = (
    SELECT count(*) FROM "Seat" WHERE "Seat"."roomId" = ${roomId} AND "Seat"."userId" IS NOT NULL)`;
}
