-- AlterTable
ALTER TABLE "AuthSession" ADD COLUMN "holderId" TEXT;

-- By hand: what must hold whatever program writes.

-- A device on which a stay is ended, or that says it is another one, is a keyholder of that user no more;
-- unless they are still there with it by another stay. A stay that stood idle or ran out takes nothing
-- away by itself: its device comes back by signing in.
CREATE TRIGGER "AuthSession_takes_keys" AFTER UPDATE OF "endedAt", "holderId" ON "AuthSession"
WHEN OLD."endedAt" IS NULL AND OLD."holderId" IS NOT NULL
    AND (NEW."endedAt" IS NOT NULL OR NEW."holderId" IS NOT OLD."holderId")
BEGIN
    UPDATE "Keyholder" SET "removedAt" = CAST(unixepoch('now', 'subsec') * 1000 AS INTEGER)
    WHERE "id" = OLD."holderId" AND "userId" = OLD."userId" AND "kind" = 'device'
        AND "removedAt" IS NULL AND NOT EXISTS (
            SELECT 1 FROM "AuthSession" AS "Other"
            WHERE "Other"."userId" = OLD."userId" AND "Other"."holderId" = OLD."holderId"
                AND "Other"."id" <> OLD."id" AND "Other"."endedAt" IS NULL
                AND "Other"."expiresAt" > coalesce(NEW."endedAt", NEW."seenAt")
                AND "Other"."seenAt" + "Other"."idleTerm" > coalesce(NEW."endedAt", NEW."seenAt"));
END;
