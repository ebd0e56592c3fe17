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

/** The number of the last eviction there was. */
export async function lastEviction(db: Database): Promise<number> {
  const [row] = await rowsOf(
    v.object({ id: whole }),
    () => db.$queryRaw`SELECT coalesce(max("id"), 0) AS "id" FROM "Eviction"`,
  );
  return row?.id ?? 0;
}

/** The evictions after this one, in order. Triggers of the tables they follow from write them. */
export async function evictionsAfter(db: Database, id: number): Promise<readonly Eviction[]> {
  return rowsOf(
    Eviction,
    () => db.$queryRaw`SELECT * FROM "Eviction" WHERE "id" > ${id} ORDER BY "id"`,
  );
}

/** Forgets the evictions up to this one: for a sweeper, once every node has read them. */
export async function forgetEvictions(db: Database, upTo: number): Promise<void> {
  await patiently(() => db.$executeRaw`DELETE FROM "Eviction" WHERE "id" <= ${upTo}`);
}
