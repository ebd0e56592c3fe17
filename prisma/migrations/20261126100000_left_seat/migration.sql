-- AlterTable
ALTER TABLE "Seat" ADD COLUMN "leftAt" BIGINT;
