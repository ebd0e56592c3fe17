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

-- A therapist has one standing with a room at a time, and asks one thing of it at a time; a room has one
-- observer, or one who waits, at a time.
CREATE UNIQUE INDEX "Case_open_key" ON "Case"("roomId", "userId") WHERE "endedAt" IS NULL;
CREATE UNIQUE INDEX "Observation_open_key" ON "Observation"("roomId") WHERE "endedAt" IS NULL;

-- A new link for an observer withdraws the ones before it.
CREATE TRIGGER "ObserverInvitation_replaces" AFTER INSERT ON "ObserverInvitation"
BEGIN
    UPDATE "ObserverInvitation" SET "withdrawnAt" = NEW."createdAt"
    WHERE "roomId" = NEW."roomId" AND "id" <> NEW."id" AND "withdrawnAt" IS NULL AND "redeemedAt" IS NULL;
END;

-- Nobody is admitted with fewer than both keys, or without the digits that both sides showed.
CREATE TRIGGER "Observation_needs_both" BEFORE UPDATE OF "admittedAt" ON "Observation"
WHEN NEW."admittedAt" IS NOT NULL AND OLD."admittedAt" IS NULL AND (NEW."lensA" IS NULL
    OR NEW."lensB" IS NULL OR NEW."nonce" IS NULL OR NEW."helperKey" IS NULL OR NEW."endedAt" IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'an observer is let in by both');
END;
CREATE TRIGGER "Observation_comes_waiting" BEFORE INSERT ON "Observation"
WHEN NEW."admittedAt" IS NOT NULL OR NEW."lensA" IS NOT NULL OR NEW."lensB" IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'an observer is let in by both');
END;

-- What is over is over: it takes another observation to come back, and both keys again.
CREATE TRIGGER "Observation_stays_ended" BEFORE UPDATE ON "Observation"
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

-- Nodes read here that a room looks different.
CREATE TRIGGER "Observation_comes" AFTER INSERT ON "Observation"
BEGIN
    INSERT INTO "RoomChange" ("roomId") VALUES (NEW."roomId");
END;
CREATE TRIGGER "Observation_changes" AFTER UPDATE ON "Observation"
BEGIN
    INSERT INTO "RoomChange" ("roomId") VALUES (NEW."roomId");
END;
CREATE TRIGGER "ObservationBundle_comes" AFTER INSERT ON "ObservationBundle"
BEGIN
    INSERT INTO "RoomChange" ("roomId")
    SELECT "roomId" FROM "Observation" WHERE "id" = NEW."observationId";
END;

-- When a case is over she watches no more, and nothing of the couple stays with it but that and when she watched.
CREATE TRIGGER "Case_ends" AFTER UPDATE OF "endedAt" ON "Case"
WHEN OLD."endedAt" IS NULL AND NEW."endedAt" IS NOT NULL
BEGIN
    UPDATE "Observation" SET "endedAt" = NEW."endedAt", "endedBy" = coalesce("endedBy", 'room')
    WHERE "caseId" = NEW."id" AND "endedAt" IS NULL;
    DELETE FROM "Homework" WHERE "caseId" = NEW."id";
    DELETE FROM "Appointment" WHERE "caseId" = NEW."id";
END;

-- Whoever sits down, or leaves a seat, was not asked: what stood open or waited is over.
CREATE TRIGGER "Seat_ends_observing" AFTER UPDATE OF "userId" ON "Seat"
WHEN NEW."userId" IS NOT OLD."userId" AND OLD."userId" IS NOT NULL
BEGIN
    UPDATE "Observation" SET "endedAt" = CAST(unixepoch('now', 'subsec') * 1000 AS INTEGER), "endedBy" = 'room'
    WHERE "roomId" = NEW."roomId" AND "endedAt" IS NULL;
    UPDATE "Case" SET "endedAt" = CAST(unixepoch('now', 'subsec') * 1000 AS INTEGER)
    WHERE "roomId" = NEW."roomId" AND "endedAt" IS NULL;
    UPDATE "ObserverInvitation" SET "withdrawnAt" = CAST(unixepoch('now', 'subsec') * 1000 AS INTEGER)
    WHERE "roomId" = NEW."roomId" AND "withdrawnAt" IS NULL AND "redeemedAt" IS NULL;
END;
