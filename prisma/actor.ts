import * as v from 'valibot';
import { RoomId } from '#lib/dialogue/id.ts';
import { type Actor, nobody, type Person } from '#lib/rights/can.ts';
import type { Visit } from './auth-sessions.ts';
import type { Database } from './client.ts';
import { rowsOf, whole } from './row.ts';

const StandingRow = v.object({
  roomId: v.nullable(RoomId),
  place: v.nullable(v.picklist(['partner', 'observer'])),
  role: v.nullable(v.picklist(['partner', 'therapist'])),
  proved: whole,
});

/** What this visitor is to the server and to each room; of no visitor, nobody. */
export async function actorOf(db: Database, visit: Visit | null): Promise<Actor> {
  if (!visit) return nobody;
  const { userId } = visit;
  const rows = await rowsOf(
    StandingRow,
    () => db.$queryRaw`
      WITH "Place" AS (
        SELECT "roomId", 'partner' AS "place" FROM "Seat" WHERE "userId" = ${userId}
        UNION ALL
        SELECT "roomId", 'observer' FROM "Observation"
        WHERE "userId" = ${userId} AND "admittedAt" IS NOT NULL AND "endedAt" IS NULL
          AND "roomId" NOT IN (SELECT "roomId" FROM "Seat" WHERE "userId" = ${userId})
      )
      SELECT "Place"."roomId", "Place"."place", "Account"."role",
        ("Account"."totpSecret" IS NOT NULL
          OR EXISTS (SELECT 1 FROM "Passkey" WHERE "Passkey"."userId" = "User"."id")) AS "proved"
      FROM "User"
      LEFT JOIN "Account" ON "Account"."userId" = "User"."id"
      LEFT JOIN "Place" ON true
      WHERE "User"."id" = ${userId}`,
  );
  const [first] = rows;
  if (!first) return nobody;
  const places = rows.flatMap(({ roomId, place }) =>
    roomId && place ? [[roomId, place] as const] : [],
  );
  return { userId, person: personOf(first), places: new Map(places) };
}

function personOf({ role, proved }: v.InferOutput<typeof StandingRow>): Person {
  if (role === null) return 'guest';
  if (role === 'partner') return 'account';
  return proved === 0 ? 'unproved' : 'therapist';
}
