-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL PRIMARY KEY
);

-- CreateTable
CREATE TABLE "Room" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "createdAt" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "Seat" (
    "roomId" TEXT NOT NULL,
    "seat" TEXT NOT NULL,
    "userId" TEXT,
    "sealedName" TEXT,
    "takenAt" BIGINT,

    PRIMARY KEY ("roomId", "seat"),
    CONSTRAINT "Seat_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Seat_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "roomId" TEXT NOT NULL,
    "seat" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "wrappedKey" TEXT,
    "createdAt" BIGINT NOT NULL,
    "expiresAt" BIGINT NOT NULL,
    "redeemedAt" BIGINT,
    "claimHash" TEXT,
    "withdrawnAt" BIGINT,
    CONSTRAINT "Invitation_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "roomId" TEXT NOT NULL,
    "exerciseId" TEXT NOT NULL,
    "exerciseVersion" INTEGER NOT NULL,
    "openedAt" BIGINT NOT NULL,
    "endedAt" BIGINT,
    "words" TEXT NOT NULL DEFAULT 'asked',
    CONSTRAINT "Session_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Event" (
    "sessionId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "moveId" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "v" INTEGER NOT NULL,
    "fact" TEXT NOT NULL,
    "sealed" TEXT,
    "prev" TEXT,
    "hash" TEXT,

    PRIMARY KEY ("sessionId", "seq"),
    CONSTRAINT "Event_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Seat_userId_idx" ON "Seat"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Seat_roomId_userId_key" ON "Seat"("roomId", "userId");

-- CreateIndex
CREATE INDEX "Invitation_roomId_seat_idx" ON "Invitation"("roomId", "seat");

-- CreateIndex
CREATE INDEX "Session_roomId_openedAt_idx" ON "Session"("roomId", "openedAt");

-- CreateIndex
CREATE INDEX "Session_words_endedAt_idx" ON "Session"("words", "endedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Event_sessionId_moveId_key" ON "Event"("sessionId", "moveId");

-- From here on by hand: what must hold whatever program writes.

-- A room has one open session.
CREATE UNIQUE INDEX "Session_roomId_open_key" ON "Session"("roomId") WHERE "endedAt" IS NULL;

-- Finds what is left to erase without reading every event.
CREATE INDEX "Event_sealed_idx" ON "Event"("sessionId") WHERE "sealed" IS NOT NULL;
CREATE INDEX "Event_erased_idx" ON "Event"("sessionId") WHERE "fact" ->> 'type' = 'erased';

-- A log has no gaps: an event that does not follow the last one is left out, like one that is already there.
CREATE TRIGGER "Event_follows" BEFORE INSERT ON "Event"
WHEN NEW."seq" <> 1 + (SELECT coalesce(max("seq"), 0) FROM "Event" WHERE "sessionId" = NEW."sessionId")
BEGIN
    SELECT RAISE(IGNORE);
END;

-- An event never changes, except that its words go.
CREATE TRIGGER "Event_stays" BEFORE UPDATE ON "Event"
WHEN NEW."sealed" IS NOT NULL
    OR (NEW."sessionId", NEW."seq", NEW."moveId", NEW."author", NEW."at", NEW."v", NEW."fact", NEW."prev", NEW."hash")
    IS NOT (OLD."sessionId", OLD."seq", OLD."moveId", OLD."author", OLD."at", OLD."v", OLD."fact", OLD."prev", OLD."hash")
BEGIN
    SELECT RAISE(ABORT, 'an event never changes');
END;

-- A new invitation for a seat withdraws the ones before it, and nobody gets the key through them any more.
CREATE TRIGGER "Invitation_replaces" AFTER INSERT ON "Invitation"
BEGIN
    UPDATE "Invitation" SET "withdrawnAt" = NEW."createdAt", "wrappedKey" = NULL
    WHERE "roomId" = NEW."roomId" AND "seat" = NEW."seat" AND "id" <> NEW."id" AND "withdrawnAt" IS NULL;
END;
