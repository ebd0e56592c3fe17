-- CreateTable
CREATE TABLE "Proposal" (
    "roomId" TEXT NOT NULL PRIMARY KEY,
    "seat" TEXT NOT NULL,
    "exerciseId" TEXT NOT NULL,
    "exerciseVersion" INTEGER NOT NULL,
    "mode" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    CONSTRAINT "Proposal_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
