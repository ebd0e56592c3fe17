-- AlterTable
ALTER TABLE "Room" ADD COLUMN "epoch" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "Room" ADD COLUMN "dueEpoch" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Seat" ADD COLUMN "retentionMonths" INTEGER NOT NULL DEFAULT 12;

-- AlterTable
ALTER TABLE "Event" ADD COLUMN "epoch" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "Account" (
    "userId" TEXT NOT NULL PRIMARY KEY,
    "email" TEXT NOT NULL,
    "role" TEXT NOT NULL DEFAULT 'partner',
    "roleVerifiedAt" BIGINT,
    "passwordHash" TEXT NOT NULL,
    "passwordChangedAt" BIGINT NOT NULL,
    "passwordWrap" TEXT NOT NULL,
    "recoveryWrap" TEXT,
    "publicKey" TEXT NOT NULL,
    "sealedPrivateKey" TEXT NOT NULL,
    "totpSecret" TEXT,
    "totpStep" BIGINT,
    "createdAt" BIGINT NOT NULL,
    CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Passkey" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "publicKey" TEXT NOT NULL,
    "counter" BIGINT NOT NULL,
    "transports" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "usedAt" BIGINT,
    CONSTRAINT "Passkey_userId_fkey" FOREIGN KEY ("userId") REFERENCES "Account" ("userId") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "BackupCode" (
    "hash" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "usedAt" BIGINT,
    CONSTRAINT "BackupCode_userId_fkey" FOREIGN KEY ("userId") REFERENCES "Account" ("userId") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "KnownDevice" (
    "hash" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    CONSTRAINT "KnownDevice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "Account" ("userId") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ExternalIdentity" (
    "provider" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "userId" TEXT NOT NULL,

    PRIMARY KEY ("provider", "subject"),
    CONSTRAINT "ExternalIdentity_userId_fkey" FOREIGN KEY ("userId") REFERENCES "Account" ("userId") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AuthSession" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "seenAt" BIGINT NOT NULL,
    "idleTerm" BIGINT NOT NULL,
    "expiresAt" BIGINT NOT NULL,
    "endedAt" BIGINT,
    CONSTRAINT "AuthSession_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Ticket" (
    "hash" TEXT NOT NULL PRIMARY KEY,
    "purpose" TEXT NOT NULL,
    "userId" TEXT,
    "detail" TEXT NOT NULL,
    "expiresAt" BIGINT NOT NULL,
    "usedAt" BIGINT
);

-- CreateTable
CREATE TABLE "Eviction" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "authSessionId" TEXT,
    "userId" TEXT,
    "roomId" TEXT
);

-- CreateTable
CREATE TABLE "RoomChange" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "roomId" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Observation" (
    "roomId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "admittedAt" BIGINT NOT NULL,
    "revokedAt" BIGINT,

    PRIMARY KEY ("roomId", "userId"),
    CONSTRAINT "Observation_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Observation_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Consent" (
    "userId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "at" BIGINT NOT NULL,

    PRIMARY KEY ("userId", "text", "version"),
    CONSTRAINT "Consent_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RoomEpoch" (
    "roomId" TEXT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "sealedPrevious" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" BIGINT NOT NULL,

    PRIMARY KEY ("roomId", "epoch"),
    CONSTRAINT "RoomEpoch_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Keyholder" (
    "roomId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "publicKey" TEXT NOT NULL,
    "tag" TEXT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "addedAt" BIGINT NOT NULL,
    "removedAt" BIGINT,

    PRIMARY KEY ("roomId", "id"),
    CONSTRAINT "Keyholder_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Keyholder_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "KeyEnvelope" (
    "roomId" TEXT NOT NULL,
    "holderId" TEXT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "envelope" TEXT NOT NULL,

    PRIMARY KEY ("roomId", "holderId", "epoch"),
    CONSTRAINT "KeyEnvelope_roomId_holderId_fkey" FOREIGN KEY ("roomId", "holderId") REFERENCES "Keyholder" ("roomId", "id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "KeyRequest" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "roomId" TEXT NOT NULL,
    "seat" TEXT NOT NULL,
    "publicKey" TEXT NOT NULL,
    "commitment" TEXT NOT NULL,
    "helperKey" TEXT,
    "helperNonce" TEXT,
    "nonce" TEXT,
    "envelope" TEXT,
    "epoch" INTEGER,
    "createdAt" BIGINT NOT NULL,
    "expiresAt" BIGINT NOT NULL,
    CONSTRAINT "KeyRequest_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Reading" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "roomId" TEXT NOT NULL,
    "seat" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "sessionId" TEXT,
    "at" BIGINT NOT NULL,
    CONSTRAINT "Reading_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ExportAgreement" (
    "roomId" TEXT NOT NULL,
    "seat" TEXT NOT NULL,
    "at" BIGINT NOT NULL,

    PRIMARY KEY ("roomId", "seat"),
    CONSTRAINT "ExportAgreement_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Account_email_key" ON "Account"("email");

-- CreateIndex
CREATE INDEX "Passkey_userId_idx" ON "Passkey"("userId");

-- CreateIndex
CREATE INDEX "BackupCode_userId_idx" ON "BackupCode"("userId");

-- CreateIndex
CREATE INDEX "KnownDevice_userId_idx" ON "KnownDevice"("userId");

-- CreateIndex
CREATE INDEX "ExternalIdentity_userId_idx" ON "ExternalIdentity"("userId");

-- CreateIndex
CREATE INDEX "AuthSession_userId_idx" ON "AuthSession"("userId");

-- CreateIndex
CREATE INDEX "Ticket_expiresAt_idx" ON "Ticket"("expiresAt");

-- CreateIndex
CREATE INDEX "Ticket_userId_idx" ON "Ticket"("userId");

-- CreateIndex
CREATE INDEX "Observation_userId_idx" ON "Observation"("userId");

-- CreateIndex
CREATE INDEX "Keyholder_userId_idx" ON "Keyholder"("userId");

-- CreateIndex
CREATE INDEX "KeyRequest_roomId_idx" ON "KeyRequest"("roomId");

-- CreateIndex
CREATE INDEX "Reading_roomId_at_idx" ON "Reading"("roomId", "at");

-- Whoever has a cookie from before there were auth sessions keeps the seat: it counts as an auth session of their own id.
INSERT INTO "AuthSession" ("id", "userId", "way", "device", "createdAt", "seenAt", "idleTerm", "expiresAt")
SELECT "id", "id", 'guest', '', "now", "now", 7776000000, "now" + 34560000000
FROM "User", (SELECT CAST(strftime('%s', 'now') AS INTEGER) * 1000 AS "now");

-- From here on by hand: what must hold whatever program writes.

-- An event never changes, except that its words go.
DROP TRIGGER "Event_stays";
CREATE TRIGGER "Event_stays" BEFORE UPDATE ON "Event"
WHEN NEW."sealed" IS NOT NULL
    OR (NEW."sessionId", NEW."seq", NEW."moveId", NEW."author", NEW."at", NEW."v", NEW."fact", NEW."epoch", NEW."prev", NEW."hash")
    IS NOT (OLD."sessionId", OLD."seq", OLD."moveId", OLD."author", OLD."at", OLD."v", OLD."fact", OLD."epoch", OLD."prev", OLD."hash")
BEGIN
    SELECT RAISE(ABORT, 'an event never changes');
END;

-- Whoever may no longer be here is put out of every socket: nodes read who in this table.
CREATE TRIGGER "AuthSession_ends" AFTER UPDATE OF "endedAt" ON "AuthSession"
WHEN OLD."endedAt" IS NULL AND NEW."endedAt" IS NOT NULL
BEGIN
    INSERT INTO "Eviction" ("authSessionId") VALUES (NEW."id");
END;
CREATE TRIGGER "AuthSession_goes" AFTER DELETE ON "AuthSession"
WHEN OLD."endedAt" IS NULL
BEGIN
    INSERT INTO "Eviction" ("authSessionId") VALUES (OLD."id");
END;
CREATE TRIGGER "Seat_changes_hands" AFTER UPDATE OF "userId" ON "Seat"
WHEN OLD."userId" IS NOT NULL AND NEW."userId" IS NOT OLD."userId"
BEGIN
    INSERT INTO "Eviction" ("userId", "roomId") VALUES (OLD."userId", OLD."roomId");
END;
CREATE TRIGGER "Observation_ends" AFTER UPDATE OF "revokedAt" ON "Observation"
WHEN OLD."revokedAt" IS NULL AND NEW."revokedAt" IS NOT NULL
BEGIN
    INSERT INTO "Eviction" ("userId", "roomId") VALUES (NEW."userId", NEW."roomId");
END;

-- Nodes read here which rooms look different; what they changed themselves they tell at once.
CREATE TRIGGER "Seat_changes" AFTER UPDATE ON "Seat"
BEGIN
    INSERT INTO "RoomChange" ("roomId") VALUES (NEW."roomId");
END;
CREATE TRIGGER "Room_changes" AFTER UPDATE OF "epoch", "dueEpoch" ON "Room"
BEGIN
    INSERT INTO "RoomChange" ("roomId") VALUES (NEW."id");
END;
CREATE TRIGGER "KeyRequest_comes" AFTER INSERT ON "KeyRequest"
BEGIN
    INSERT INTO "RoomChange" ("roomId") VALUES (NEW."roomId");
END;
CREATE TRIGGER "KeyRequest_changes" AFTER UPDATE ON "KeyRequest"
BEGIN
    INSERT INTO "RoomChange" ("roomId") VALUES (NEW."roomId");
END;
CREATE TRIGGER "KeyRequest_goes" AFTER DELETE ON "KeyRequest"
BEGIN
    INSERT INTO "RoomChange" ("roomId") VALUES (OLD."roomId");
END;
