import * as v from 'valibot';
import { AuthSessionId } from '#lib/auth.ts';
import { RoomId, UserId } from '#lib/dialogue/id.ts';
import type { Database } from './client.ts';
import { patiently } from './patiently.ts';
import { rowsOf, whole } from './row.ts';

/** Whose open sockets must close: those of one auth session, or of somebody in one room. */
export const Eviction = v.object({
  id: whole,
  authSessionId: v.nullable(AuthSessionId),
  userId: v.nullable(UserId),
  roomId: v.nullable(RoomId),
});
export type Eviction = v.InferOutput<typeof Eviction>;

/** How far the news has been read. */
export interface NewsMark {
  eviction: number;
  roomChange: number;
}

const MarkRow = v.object({ eviction: whole, roomChange: whole });

/** Where the news stands now. */
export async function newsNow(db: Database): Promise<NewsMark> {
  const [row] = await rowsOf(
    MarkRow,
    () => db.$queryRaw`
      SELECT (SELECT coalesce(max("id"), 0) FROM "Eviction") AS "eviction",
        (SELECT coalesce(max("id"), 0) FROM "RoomChange") AS "roomChange"`,
  );
  return row ?? { eviction: 0, roomChange: 0 };
}

/** The evictions after this mark, in order. Triggers of the tables they follow from write them. */
export async function evictionsAfter(
  db: Database,
  { eviction }: NewsMark,
): Promise<readonly Eviction[]> {
  return rowsOf(
    Eviction,
    () => db.$queryRaw`SELECT * FROM "Eviction" WHERE "id" > ${eviction} ORDER BY "id"`,
  );
}

const RoomChange = v.object({ id: whole, roomId: RoomId });

/** The rooms that look different since this mark, in order; triggers write these too. */
export async function roomChangesAfter(
  db: Database,
  { roomChange }: NewsMark,
): Promise<readonly v.InferOutput<typeof RoomChange>[]> {
  return rowsOf(
    RoomChange,
    () => db.$queryRaw`SELECT * FROM "RoomChange" WHERE "id" > ${roomChange} ORDER BY "id"`,
  );
}

/** Says that something in a room is not as it was, where no trigger does. */
export async function announceRoom(db: Database, roomId: RoomId): Promise<void> {
  await patiently(() => db.$executeRaw`INSERT INTO "RoomChange" ("roomId") VALUES (${roomId})`);
}

/** Forgets the news up to this mark: for a sweeper, once every node has read it. */
export async function forgetNews(db: Database, { eviction, roomChange }: NewsMark): Promise<void> {
  await patiently(() => db.$executeRaw`DELETE FROM "Eviction" WHERE "id" <= ${eviction}`);
  await patiently(() => db.$executeRaw`DELETE FROM "RoomChange" WHERE "id" <= ${roomChange}`);
}
