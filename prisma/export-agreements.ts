import * as v from 'valibot';
import type { RoomId, Time } from '#lib/dialogue/id.ts';
import { Seat } from '#lib/dialogue/seat.ts';
import type { Database } from './client.ts';
import { patiently } from './patiently.ts';
import { rowsOf, whole } from './row.ts';

/** How long a yes to an export of both their words counts, in milliseconds. */
export const agreementTerm = 24 * 60 * 60_000;

/** Notes one partner's yes, from now on, or takes it back. */
export async function agreeToExport(
  db: Database,
  { roomId, seat, agree, now }: { roomId: RoomId; seat: Seat; agree: boolean; now: Time },
): Promise<void> {
  await patiently(() =>
    agree
      ? db.$executeRaw`
          INSERT INTO "ExportAgreement" ("roomId", "seat", "at") VALUES (${roomId}, ${seat}, ${now})
          ON CONFLICT ("roomId", "seat") DO UPDATE SET "at" = excluded."at"`
      : db.$executeRaw`
          DELETE FROM "ExportAgreement" WHERE "roomId" = ${roomId} AND "seat" = ${seat}`,
  );
}

const Yes = v.object({ seat: Seat, at: whole });

/** Until when each one's yes counts; null without one. A yes of who sat there before counts for nothing. */
export async function exportAgreements(
  db: Database,
  roomId: RoomId,
  now: Time,
): Promise<Readonly<Record<Seat, Time | null>>> {
  const rows = await rowsOf(
    Yes,
    () => db.$queryRaw`
      SELECT "Seat"."seat", "at" FROM "ExportAgreement" JOIN "Seat"
        ON "Seat"."roomId" = "ExportAgreement"."roomId"
          AND "Seat"."seat" = "ExportAgreement"."seat"
      WHERE "Seat"."roomId" = ${roomId} AND "userId" IS NOT NULL AND "takenAt" <= "at"
        AND "at" > ${now - agreementTerm}`,
  );
  const until = (seat: Seat) => {
    const yes = rows.find((row) => row.seat === seat);
    return yes ? yes.at + agreementTerm : null;
  };
  return { a: until('a'), b: until('b') };
}

/** Forgets every yes that counts no more: for a sweeper. */
export async function forgetOldAgreements(db: Database, now: Time): Promise<void> {
  await patiently(
    () => db.$executeRaw`DELETE FROM "ExportAgreement" WHERE "at" <= ${now - agreementTerm}`,
  );
}
