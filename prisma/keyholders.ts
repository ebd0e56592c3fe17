import * as v from 'valibot';
import type { RoomId, Time, UserId } from '#lib/dialogue/id.ts';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import { type HolderId, Keyholder, mostHolders } from '#lib/keyholder.ts';
import type { Database } from './client.ts';
import { patiently } from './patiently.ts';
import { keyStateOf } from './room-epochs.ts';
import { rowsOf, whole } from './row.ts';

const Held = v.object({ id: v.string() });

/**
 * Registers a keyholder of whoever has a seat in a room; the same one again is vouched for anew.
 * Refused with `stale-epoch` when it is vouched for with another key than the one in use, or was
 * removed while that was in use; with `not-yours` when it is somebody else's; with `too-many` when this
 * user has as many as there may be.
 * @param envelope the key of that epoch, sealed by the keyholder for itself.
 */
export async function holdKeys(
  db: Database,
  holding: {
    roomId: RoomId;
    userId: UserId;
    holder: Omit<Keyholder, 'seat'>;
    envelope: string | null;
    now: Time;
  },
): Promise<Result<null, 'stale-epoch' | 'not-yours' | 'too-many'>> {
  const { roomId, userId, holder, envelope, now } = holding;
  const { id, kind, publicKey, tag, epoch } = holder;
  const [held] = await rowsOf(
    Held,
    () => db.$queryRaw`
      INSERT INTO "Keyholder"
        ("roomId", "id", "userId", "kind", "publicKey", "tag", "epoch", "addedAt")
      SELECT "id", ${id}, ${userId}, ${kind}, ${publicKey}, ${tag}, ${epoch}, ${now} FROM "Room"
      WHERE "id" = ${roomId} AND "epoch" = ${epoch} AND ${mostHolders} > (
        SELECT count(*) FROM "Keyholder" WHERE "roomId" = ${roomId} AND "userId" = ${userId}
          AND "removedAt" IS NULL AND "Keyholder"."id" <> ${id})
      ON CONFLICT ("roomId", "id") DO UPDATE SET
        "userId" = excluded."userId", "tag" = excluded."tag", "epoch" = excluded."epoch",
        -- Who comes back is new: what was erased of them before that is not erased again.
        "addedAt" = CASE WHEN "Keyholder"."removedAt" IS NULL
          THEN "Keyholder"."addedAt" ELSE excluded."addedAt" END,
        "removedAt" = NULL
        WHERE "kind" = excluded."kind" AND "publicKey" = excluded."publicKey" AND (
          ("removedAt" IS NULL AND "userId" = excluded."userId")
          -- Who was put out comes back with a newer key, perhaps as somebody else; not with the same.
          OR ("removedAt" IS NOT NULL AND "Keyholder"."epoch" < excluded."epoch"))
      RETURNING "id"`,
  );
  if (!held) return refused(await whyNotHeld(db, roomId, userId, holder));
  if (envelope !== null) {
    await patiently(
      () => db.$executeRaw`
        INSERT INTO "KeyEnvelope" ("roomId", "holderId", "epoch", "envelope")
        VALUES (${roomId}, ${id}, ${epoch}, ${envelope})
        ON CONFLICT DO UPDATE SET "envelope" = excluded."envelope"`,
    );
  }
  return accepted(null);
}

async function whyNotHeld(
  db: Database,
  roomId: RoomId,
  userId: UserId,
  { id, epoch, publicKey }: Omit<Keyholder, 'seat'>,
): Promise<'stale-epoch' | 'not-yours' | 'too-many'> {
  const state = await keyStateOf(db, roomId);
  if (state.epoch !== epoch) return 'stale-epoch';
  const found = await patiently(() =>
    db.keyholder.findUnique({ where: { roomId_id: { roomId, id } } }),
  );
  if (!found) return 'too-many';
  const mine = found.userId === userId || found.removedAt !== null;
  return mine && found.publicKey === publicKey ? 'stale-epoch' : 'not-yours';
}

/** The keyholders of a room that were not removed and whose user has a seat there. */
export async function keyholdersIn(db: Database, roomId: RoomId): Promise<readonly Keyholder[]> {
  return rowsOf(
    v.object({ ...Keyholder.entries, epoch: whole }),
    () => db.$queryRaw`
      SELECT "Keyholder"."id", "seat", "kind", "publicKey", "tag", "epoch"
      FROM "Keyholder" JOIN "Seat"
        ON "Seat"."roomId" = "Keyholder"."roomId" AND "Seat"."userId" = "Keyholder"."userId"
      WHERE "Keyholder"."roomId" = ${roomId} AND "removedAt" IS NULL
      ORDER BY "addedAt", "Keyholder"."id"`,
  );
}

const Envelope = v.object({ epoch: whole, envelope: v.string() });

/** What was sealed for one of this user's keyholders in a room. */
export async function envelopesFor(
  db: Database,
  { roomId, userId, holderId }: { roomId: RoomId; userId: UserId; holderId: HolderId },
): Promise<readonly v.InferOutput<typeof Envelope>[]> {
  return rowsOf(
    Envelope,
    () => db.$queryRaw`
      SELECT "KeyEnvelope"."epoch", "envelope" FROM "KeyEnvelope" JOIN "Keyholder"
        ON "Keyholder"."roomId" = "KeyEnvelope"."roomId" AND "Keyholder"."id" = "holderId"
      WHERE "KeyEnvelope"."roomId" = ${roomId} AND "holderId" = ${holderId}
        AND "userId" = ${userId} AND "removedAt" IS NULL
      ORDER BY "KeyEnvelope"."epoch"`,
  );
}

const Link = v.object({ epoch: whole, sealedPrevious: v.string() });

/** The key before each epoch of a room, sealed with the key of that epoch. */
export async function keyChainOf(
  db: Database,
  roomId: RoomId,
): Promise<readonly v.InferOutput<typeof Link>[]> {
  const rows = await patiently(() =>
    db.roomEpoch.findMany({ where: { roomId }, orderBy: { epoch: 'asc' } }),
  );
  return v.parse(v.array(Link), rows);
}
