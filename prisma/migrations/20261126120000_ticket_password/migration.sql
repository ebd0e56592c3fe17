-- AlterTable
ALTER TABLE "Ticket" ADD COLUMN "passwordChangedAt" BIGINT;
