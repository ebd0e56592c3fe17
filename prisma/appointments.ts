import * as v from 'valibot';
import type { RoomId, Time } from '#lib/dialogue/id.ts';
import { Appointment, CaseId } from '#lib/observation.ts';
import type { Database } from './client.ts';
import { patiently } from './patiently.ts';
import { rowsOf, whole } from './row.ts';

/** A row of an appointment as the database hands it over. */
export const AppointmentRow = v.object({
  id: v.string(),
  caseId: CaseId,
  at: whole,
  minutes: whole,
  cancelledAt: v.nullable(whole),
});

/** What a couple agreed with a therapist, the first to come first. */
export async function appointmentsIn(
  db: Database,
  roomId: RoomId,
): Promise<readonly Appointment[]> {
  const rows = await rowsOf(
    AppointmentRow,
    () => db.$queryRaw`
      SELECT "id", "caseId", "at", "minutes", "cancelledAt" FROM "Appointment"
      WHERE "roomId" = ${roomId} ORDER BY "at", "id"`,
  );
  return v.parse(v.array(Appointment), rows);
}

/** Notes that the couple cannot come. The first moment stays. */
export async function cancelAppointment(
  db: Database,
  { id, roomId, now }: { id: string; roomId: RoomId; now: Time },
): Promise<void> {
  await patiently(
    () => db.$executeRaw`
      UPDATE "Appointment" SET "cancelledAt" = ${now}
      WHERE "id" = ${id} AND "roomId" = ${roomId} AND "cancelledAt" IS NULL`,
  );
}
