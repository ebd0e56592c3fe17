-- An observation was a place without a way in: nobody ever had one.
DROP TRIGGER "Observation_ends";
DROP TABLE "Observation";

-- AlterTable
ALTER TABLE "Account" ADD COLUMN "name" TEXT;
ALTER TABLE "Account" ADD COLUMN "statedRole" TEXT;

-- CreateTable
CREATE TABLE "ObserverInvitation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "roomId" TEXT NOT NULL,
    "seat" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "expiresAt" BIGINT NOT NULL,
    "redeemedAt" BIGINT,
    "withdrawnAt" BIGINT,
    CONSTRAINT "ObserverInvitation_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Case" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "roomId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "invitationId" TEXT,
    "createdAt" BIGINT NOT NULL,
    "admittedAt" BIGINT,
    "endedAt" BIGINT,
    CONSTRAINT "Case_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Case_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Observation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "caseId" TEXT NOT NULL,
    "roomId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "verified" BOOLEAN NOT NULL,
    "purpose" TEXT NOT NULL,
    "knockedAt" BIGINT NOT NULL,
    "lensA" TEXT,
    "lensB" TEXT,
    "privateA" BOOLEAN NOT NULL DEFAULT false,
    "privateB" BOOLEAN NOT NULL DEFAULT false,
    "publicKey" TEXT NOT NULL,
    "commitment" TEXT NOT NULL,
    "nonce" TEXT,
    "helper" TEXT,
    "helperKey" TEXT,
    "helperNonce" TEXT,
    "admittedAt" BIGINT,
    "sessionId" TEXT,
    "suggestedId" TEXT,
    "suggestedVersion" INTEGER,
    "suggestedMode" TEXT,
    "endedAt" BIGINT,
    "endedBy" TEXT,
    CONSTRAINT "Observation_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Observation_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Observation_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ObservationBundle" (
    "observationId" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "sealed" TEXT NOT NULL,

    PRIMARY KEY ("observationId", "sessionId", "epoch"),
    CONSTRAINT "ObservationBundle_observationId_fkey" FOREIGN KEY ("observationId") REFERENCES "Observation" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Homework" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "caseId" TEXT NOT NULL,
    "roomId" TEXT NOT NULL,
    "exerciseId" TEXT NOT NULL,
    "exerciseVersion" INTEGER NOT NULL,
    "epoch" INTEGER NOT NULL,
    "sealedLine" TEXT,
    "givenAt" BIGINT NOT NULL,
    "declinedAt" BIGINT,
    "sharedA" BOOLEAN NOT NULL DEFAULT false,
    "sharedB" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "Homework_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Homework_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Appointment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "caseId" TEXT NOT NULL,
    "roomId" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "cancelledAt" BIGINT,
    CONSTRAINT "Appointment_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Appointment_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DeskItem" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "changedAt" BIGINT NOT NULL,
    CONSTRAINT "DeskItem_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "ObserverInvitation_roomId_idx" ON "ObserverInvitation"("roomId");

-- CreateIndex
CREATE UNIQUE INDEX "Case_invitationId_key" ON "Case"("invitationId");

-- CreateIndex
CREATE INDEX "Case_roomId_idx" ON "Case"("roomId");

-- CreateIndex
CREATE INDEX "Case_userId_idx" ON "Case"("userId");

-- CreateIndex
CREATE INDEX "Observation_roomId_idx" ON "Observation"("roomId");

-- CreateIndex
CREATE INDEX "Observation_userId_idx" ON "Observation"("userId");

-- CreateIndex
CREATE INDEX "Homework_roomId_idx" ON "Homework"("roomId");

-- CreateIndex
CREATE INDEX "Homework_caseId_idx" ON "Homework"("caseId");

-- CreateIndex
CREATE INDEX "Appointment_roomId_idx" ON "Appointment"("roomId");

-- CreateIndex
CREATE INDEX "Appointment_caseId_idx" ON "Appointment"("caseId");

-- CreateIndex
CREATE INDEX "DeskItem_userId_idx" ON "DeskItem"("userId");

-- By hand: what must hold whatever program writes.

-- A therapist has one standing with a room at a time; a room has one observer, or one who waits, at a time.
CREATE UNIQUE INDEX "Case_open_key" ON "Case"("roomId", "userId") WHERE "endedAt" IS NULL;
CREATE UNIQUE INDEX "Observation_open_key" ON "Observation"("roomId") WHERE "endedAt" IS NULL;

-- A new link for an observer withdraws the ones before it; a link is used up by the case that comes of it.
CREATE TRIGGER "ObserverInvitation_replaces" AFTER INSERT ON "ObserverInvitation"
BEGIN
    UPDATE "ObserverInvitation" SET "withdrawnAt" = NEW."createdAt"
    WHERE "roomId" = NEW."roomId" AND "id" <> NEW."id" AND "withdrawnAt" IS NULL AND "redeemedAt" IS NULL;
END;
CREATE TRIGGER "Case_uses_link" AFTER INSERT ON "Case"
BEGIN
    UPDATE "ObserverInvitation" SET "redeemedAt" = NEW."createdAt"
    WHERE "id" = NEW."invitationId" AND "redeemedAt" IS NULL;
END;

-- Whoever is a partner in a room does not watch it.
CREATE TRIGGER "Case_is_of_no_partner" BEFORE INSERT ON "Case"
WHEN EXISTS (SELECT 1 FROM "Seat" WHERE "roomId" = NEW."roomId" AND "userId" = NEW."userId")
BEGIN
    SELECT RAISE(ABORT, 'a partner does not watch');
END;

-- Nobody is admitted with fewer than both keys, turned before, or without the digits that both sides showed; nor
-- where two partners do not sit, or without an open case of their own.
CREATE TRIGGER "Observation_comes_waiting" BEFORE INSERT ON "Observation"
WHEN NEW."admittedAt" IS NOT NULL OR NEW."lensA" IS NOT NULL OR NEW."lensB" IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'an observer is let in by both');
END;
CREATE TRIGGER "Observation_needs_both" BEFORE UPDATE OF "admittedAt" ON "Observation"
WHEN NEW."admittedAt" IS NOT OLD."admittedAt" AND (
    OLD."admittedAt" IS NOT NULL OR OLD."endedAt" IS NOT NULL OR NEW."endedAt" IS NOT NULL
    OR OLD."lensA" IS NULL OR NEW."lensA" IS NOT OLD."lensA"
    OR OLD."lensB" IS NULL OR NEW."lensB" IS NOT OLD."lensB"
    OR OLD."nonce" IS NULL OR NEW."nonce" IS NOT OLD."nonce"
    OR OLD."helperKey" IS NULL OR NEW."helperKey" IS NOT OLD."helperKey"
    OR 2 <> (
        SELECT count(*) FROM "Seat"
        WHERE "roomId" = NEW."roomId" AND "userId" IS NOT NULL AND "userId" <> NEW."userId")
    OR NOT EXISTS (
        SELECT 1 FROM "Case"
        WHERE "id" = NEW."caseId" AND "roomId" = NEW."roomId" AND "userId" = NEW."userId"
            AND "endedAt" IS NULL))
BEGIN
    SELECT RAISE(ABORT, 'an observer is let in by both');
END;

-- What both let in stays what they let in, for the one session.
CREATE TRIGGER "Observation_stays" BEFORE UPDATE ON "Observation"
WHEN OLD."endedAt" IS NULL AND (
    (NEW."caseId", NEW."roomId", NEW."userId") IS NOT (OLD."caseId", OLD."roomId", OLD."userId")
    OR (OLD."admittedAt" IS NOT NULL AND (NEW."id", NEW."name", NEW."role", NEW."verified", NEW."purpose",
        NEW."lensA", NEW."lensB", NEW."privateA", NEW."privateB", NEW."publicKey", NEW."commitment",
        NEW."nonce", NEW."helper", NEW."helperKey", NEW."helperNonce")
        IS NOT (OLD."id", OLD."name", OLD."role", OLD."verified", OLD."purpose",
        OLD."lensA", OLD."lensB", OLD."privateA", OLD."privateB", OLD."publicKey", OLD."commitment",
        OLD."nonce", OLD."helper", OLD."helperKey", OLD."helperNonce")))
BEGIN
    SELECT RAISE(ABORT, 'an observer is let in as both saw it');
END;
CREATE TRIGGER "Observation_is_for_one_session" BEFORE UPDATE OF "sessionId" ON "Observation"
WHEN NEW."sessionId" IS NOT OLD."sessionId" AND (CASE
    WHEN NEW."sessionId" IS NULL THEN EXISTS (SELECT 1 FROM "Session" WHERE "id" = OLD."sessionId")
    ELSE OLD."sessionId" IS NOT NULL OR OLD."endedAt" IS NOT NULL OR OLD."admittedAt" IS NULL OR NOT EXISTS (
        SELECT 1 FROM "Session"
        WHERE "id" = NEW."sessionId" AND "roomId" = NEW."roomId" AND "endedAt" IS NULL) END)
BEGIN
    SELECT RAISE(ABORT, 'an observer is let in to one session');
END;
CREATE TRIGGER "Observation_admits" AFTER UPDATE OF "admittedAt" ON "Observation"
WHEN OLD."admittedAt" IS NULL AND NEW."admittedAt" IS NOT NULL
BEGIN
    UPDATE "Case" SET "admittedAt" = NEW."admittedAt" WHERE "id" = NEW."caseId" AND "admittedAt" IS NULL;
END;

-- What is over is over: it takes another observation to come back, and both keys again. Only which session it
-- was for can be forgotten, with the session itself.
CREATE TRIGGER "Observation_stays_ended" BEFORE UPDATE OF "id", "caseId", "roomId", "userId", "name", "role",
    "verified", "purpose", "knockedAt", "lensA", "lensB", "privateA", "privateB", "publicKey", "commitment",
    "nonce", "helper", "helperKey", "helperNonce", "admittedAt", "suggestedId", "suggestedVersion",
    "suggestedMode", "endedAt", "endedBy" ON "Observation"
WHEN OLD."endedAt" IS NOT NULL
BEGIN
    SELECT RAISE(IGNORE);
END;

-- Whoever watches no more is put out of every socket, her keys go, and a session that goes on gets another key.
CREATE TRIGGER "Observation_ends" AFTER UPDATE OF "endedAt" ON "Observation"
WHEN OLD."endedAt" IS NULL AND NEW."endedAt" IS NOT NULL
BEGIN
    DELETE FROM "ObservationBundle" WHERE "observationId" = NEW."id";
    INSERT INTO "Eviction" ("userId", "roomId") VALUES (NEW."userId", NEW."roomId");
    UPDATE "Room" SET "dueEpoch" = "epoch" + 1
    WHERE "id" = NEW."roomId" AND NEW."admittedAt" IS NOT NULL AND NEW."endedBy" IS NOT 'session';
END;
CREATE TRIGGER "Observation_goes" AFTER DELETE ON "Observation"
WHEN OLD."endedAt" IS NULL
BEGIN
    INSERT INTO "Eviction" ("userId", "roomId") VALUES (OLD."userId", OLD."roomId");
    INSERT INTO "RoomChange" ("roomId") VALUES (OLD."roomId");
    UPDATE "Room" SET "dueEpoch" = "epoch" + 1
    WHERE "id" = OLD."roomId" AND OLD."admittedAt" IS NOT NULL;
END;

-- Keys are for who was let in, of the session that she was let in to.
CREATE TRIGGER "ObservationBundle_needs_both" BEFORE INSERT ON "ObservationBundle"
WHEN NOT EXISTS (
    SELECT 1 FROM "Observation" JOIN "Session" ON "Session"."id" = NEW."sessionId"
    WHERE "Observation"."id" = NEW."observationId" AND "Session"."roomId" = "Observation"."roomId"
        AND "admittedAt" IS NOT NULL AND "Observation"."endedAt" IS NULL AND "Session"."endedAt" IS NULL
        AND ("sessionId" IS NULL OR "sessionId" = NEW."sessionId"))
BEGIN
    SELECT RAISE(ABORT, 'an observer is let in by both');
END;

-- She watches for one session: with it, it is over.
CREATE TRIGGER "Session_ends_observing" AFTER UPDATE OF "endedAt" ON "Session"
WHEN OLD."endedAt" IS NULL AND NEW."endedAt" IS NOT NULL
BEGIN
    UPDATE "Observation" SET "endedAt" = max(NEW."endedAt", "knockedAt"), "endedBy" = 'session'
    WHERE "sessionId" = NEW."id" AND "endedAt" IS NULL;
END;
CREATE TRIGGER "Session_is_forgotten" AFTER DELETE ON "Session"
BEGIN
    UPDATE "Observation" SET "endedAt" = CAST(unixepoch('now', 'subsec') * 1000 AS INTEGER), "endedBy" = 'session'
    WHERE "sessionId" = OLD."id" AND "endedAt" IS NULL;
    UPDATE "Observation" SET "sessionId" = NULL WHERE "sessionId" = OLD."id";
END;

-- When a case is over she watches no more, and nothing of the couple stays with it but that and when she watched.
CREATE TRIGGER "Case_ends" AFTER UPDATE OF "endedAt" ON "Case"
WHEN OLD."endedAt" IS NULL AND NEW."endedAt" IS NOT NULL
BEGIN
    UPDATE "Observation" SET "endedAt" = NEW."endedAt", "endedBy" = 'room'
    WHERE "caseId" = NEW."id" AND "endedAt" IS NULL;
    DELETE FROM "Homework" WHERE "caseId" = NEW."id";
    DELETE FROM "Appointment" WHERE "caseId" = NEW."id";
END;
CREATE TRIGGER "Case_stays_ended" BEFORE UPDATE ON "Case"
WHEN OLD."endedAt" IS NOT NULL
BEGIN
    SELECT RAISE(IGNORE);
END;

-- Whoever sits down, or leaves a seat, was not asked: what stood open or waited is over. A guest who makes an
-- account, or signs in to one, keeps the seat and is who was asked; unless it is the account that watches.
CREATE TRIGGER "Seat_ends_observing" AFTER UPDATE OF "userId" ON "Seat"
WHEN NEW."userId" IS NOT OLD."userId" AND OLD."userId" IS NOT NULL AND NOT (
    NEW."userId" IS NOT NULL AND NEW."takenAt" IS OLD."takenAt"
    AND EXISTS (SELECT 1 FROM "Account" WHERE "userId" = NEW."userId")
    AND NOT EXISTS (SELECT 1 FROM "Account" WHERE "userId" = OLD."userId")
    AND NOT EXISTS (
        SELECT 1 FROM "Case"
        WHERE "roomId" = NEW."roomId" AND "userId" = NEW."userId" AND "endedAt" IS NULL))
BEGIN
    UPDATE "Observation" SET "endedAt" = CAST(unixepoch('now', 'subsec') * 1000 AS INTEGER), "endedBy" = 'room'
    WHERE "roomId" = NEW."roomId" AND "endedAt" IS NULL;
    UPDATE "Case" SET "endedAt" = CAST(unixepoch('now', 'subsec') * 1000 AS INTEGER)
    WHERE "roomId" = NEW."roomId" AND "endedAt" IS NULL;
    UPDATE "ObserverInvitation" SET "withdrawnAt" = CAST(unixepoch('now', 'subsec') * 1000 AS INTEGER)
    WHERE "roomId" = NEW."roomId" AND "withdrawnAt" IS NULL AND "redeemedAt" IS NULL;
END;

-- Nodes read here that a room looks different.
CREATE TRIGGER "Observation_comes" AFTER INSERT ON "Observation"
BEGIN
    INSERT INTO "RoomChange" ("roomId") VALUES (NEW."roomId");
END;
CREATE TRIGGER "Observation_changes" AFTER UPDATE ON "Observation"
BEGIN
    INSERT INTO "RoomChange" ("roomId") VALUES (NEW."roomId");
END;
CREATE TRIGGER "ObserverInvitation_comes" AFTER INSERT ON "ObserverInvitation"
BEGIN
    INSERT INTO "RoomChange" ("roomId") VALUES (NEW."roomId");
END;
CREATE TRIGGER "ObserverInvitation_changes" AFTER UPDATE ON "ObserverInvitation"
BEGIN
    INSERT INTO "RoomChange" ("roomId") VALUES (NEW."roomId");
END;
CREATE TRIGGER "Homework_comes" AFTER INSERT ON "Homework"
BEGIN
    INSERT INTO "RoomChange" ("roomId") VALUES (NEW."roomId");
END;
CREATE TRIGGER "Homework_changes" AFTER UPDATE ON "Homework"
BEGIN
    INSERT INTO "RoomChange" ("roomId") VALUES (NEW."roomId");
END;
CREATE TRIGGER "Homework_goes" AFTER DELETE ON "Homework"
BEGIN
    INSERT INTO "RoomChange" ("roomId") VALUES (OLD."roomId");
END;
CREATE TRIGGER "Appointment_comes" AFTER INSERT ON "Appointment"
BEGIN
    INSERT INTO "RoomChange" ("roomId") VALUES (NEW."roomId");
END;
CREATE TRIGGER "Appointment_changes" AFTER UPDATE ON "Appointment"
BEGIN
    INSERT INTO "RoomChange" ("roomId") VALUES (NEW."roomId");
END;
CREATE TRIGGER "Appointment_goes" AFTER DELETE ON "Appointment"
BEGIN
    INSERT INTO "RoomChange" ("roomId") VALUES (OLD."roomId");
END;
CREATE TRIGGER "ObservationBundle_comes" AFTER INSERT ON "ObservationBundle"
BEGIN
    INSERT INTO "RoomChange" ("roomId")
    SELECT "roomId" FROM "Observation" WHERE "id" = NEW."observationId";
END;
