-- By hand: what must hold whatever program writes.

-- Who is a keyholder no more has no key left here either.
CREATE TRIGGER "Keyholder_is_removed" AFTER UPDATE OF "removedAt" ON "Keyholder"
WHEN OLD."removedAt" IS NULL AND NEW."removedAt" IS NOT NULL
BEGIN
    DELETE FROM "KeyEnvelope" WHERE "roomId" = NEW."roomId" AND "holderId" = NEW."id";
    UPDATE "Room" SET "dueEpoch" = "epoch" + 1 WHERE "id" = NEW."roomId";
END;
CREATE TRIGGER "Keyholder_goes" AFTER DELETE ON "Keyholder"
WHEN OLD."removedAt" IS NULL
BEGIN
    UPDATE "Room" SET "dueEpoch" = "epoch" + 1 WHERE "id" = OLD."roomId";
END;

-- Whoever loses a seat, by leaving it or to somebody who was let in, is a keyholder there no more.
CREATE TRIGGER "Seat_takes_keys" AFTER UPDATE OF "userId" ON "Seat"
WHEN OLD."userId" IS NOT NULL AND NEW."userId" IS NOT OLD."userId"
BEGIN
    UPDATE "Keyholder" SET "removedAt" = CAST(unixepoch('now', 'subsec') * 1000 AS INTEGER)
    WHERE "roomId" = OLD."roomId" AND "userId" = OLD."userId" AND "removedAt" IS NULL;
END;

-- Who has an account comes back by signing in: no link leads to their seat any more.
CREATE TRIGGER "Account_needs_no_link" AFTER INSERT ON "Account"
BEGIN
    UPDATE "Invitation" SET "wrappedKey" = NULL,
        "withdrawnAt" = CAST(unixepoch('now', 'subsec') * 1000 AS INTEGER)
    WHERE "redeemedAt" IS NULL AND "withdrawnAt" IS NULL AND EXISTS (
        SELECT 1 FROM "Seat" WHERE "Seat"."roomId" = "Invitation"."roomId"
            AND "Seat"."seat" = "Invitation"."seat" AND "Seat"."userId" = NEW."userId");
END;

-- An invitation holds the key that was in use when it was made; with another in use it is good for nothing.
CREATE TRIGGER "Room_changes_key" AFTER UPDATE OF "epoch" ON "Room"
WHEN NEW."epoch" <> OLD."epoch"
BEGIN
    UPDATE "Invitation" SET "wrappedKey" = NULL,
        "withdrawnAt" = coalesce("withdrawnAt", CAST(unixepoch('now', 'subsec') * 1000 AS INTEGER))
    WHERE "roomId" = NEW."id" AND ("wrappedKey" IS NOT NULL OR "withdrawnAt" IS NULL)
        AND "redeemedAt" IS NULL;
    UPDATE "Invitation" SET "wrappedKey" = NULL
    WHERE "roomId" = NEW."id" AND "wrappedKey" IS NOT NULL;
END;
