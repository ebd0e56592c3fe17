import * as v from 'valibot';
import { assertNever } from '#lib/dialogue/assert-never.ts';
import type { RoomId, Time, UserId } from '#lib/dialogue/id.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import {
  type Holding,
  holdings,
  KnownTable,
  type Shown,
  saidAlone,
  type TableName,
} from '#lib/rights/known.ts';
import type { Database } from './client.ts';
import { Prisma } from './generated/client.ts';
import { rowsOf, whole } from './row.ts';

const mostRows = 20;

interface Asker {
  roomId: RoomId;
  userId: UserId;
  /** Where they sit in the room; null for whoever does not. */
  seat: Seat | null;
  /** Nothing that was opened until then is theirs to know of. */
  leftAt: Time | null;
}

/** One row for each session, in the place of each event. */
const summedUp = Prisma.sql`(
  SELECT "sessionId", "roomId", "openedAt", count(*) AS "events", min("at") AS "firstAt",
    max("at") AS "lastAt", count("sealed") AS "sealedEvents", sum(length("sealed")) AS "sealed",
    (SELECT group_concat("kind", ', ') FROM (
      SELECT DISTINCT "fact" ->> 'type' AS "kind" FROM "Event" AS "told"
      WHERE "told"."sessionId" = "Session"."id")) AS "kinds"
  FROM "Event" JOIN "Session" ON "Session"."id" = "sessionId" GROUP BY "sessionId"
)`;

/** Where a table's rows are; `room`, `asker` and `since` are those of who asks. */
const places: Readonly<Record<TableName, Prisma.Sql>> = {
  Room: Prisma.sql`"Room" AS "found" WHERE "id" = "room"`,
  Seat: Prisma.sql`"Seat" AS "found" WHERE "roomId" = "room"`,
  Session: Prisma.sql`"Session" AS "found" WHERE "roomId" = "room" AND "openedAt" > "since"`,
  Event: Prisma.sql`${summedUp} AS "found" WHERE "roomId" = "room" AND "openedAt" > "since"`,
  Invitation: Prisma.sql`"Invitation" AS "found" WHERE "roomId" = "room"`,
  Proposal: Prisma.sql`"Proposal" AS "found" WHERE "roomId" = "room"`,
  RoomEpoch: Prisma.sql`"RoomEpoch" AS "found" WHERE "roomId" = "room"`,
  Keyholder: Prisma.sql`"Keyholder" AS "found" WHERE "roomId" = "room"`,
  KeyEnvelope: Prisma.sql`"KeyEnvelope" AS "found" WHERE "roomId" = "room"`,
  KeyRequest: Prisma.sql`"KeyRequest" AS "found" WHERE "roomId" = "room"`,
  Reading: Prisma.sql`"Reading" AS "found" WHERE "roomId" = "room" AND "at" > "since"`,
  ExportAgreement: Prisma.sql`"ExportAgreement" AS "found" WHERE "roomId" = "room"`,
  ObserverInvitation: Prisma.sql`
    "ObserverInvitation" AS "found" WHERE "roomId" = "room" AND "createdAt" > "since"`,
  Case: Prisma.sql`
    "Case" AS "found" WHERE ("roomId" = "room" AND "createdAt" > "since") OR "userId" = "asker"`,
  // Not those of a therapist with other rooms: which of the two declined, or said yes, is not for her to know.
  Observation: Prisma.sql`
    "Observation" AS "found" WHERE "roomId" = "room" AND "knockedAt" > "since"`,
  ObservationBundle: Prisma.sql`
    "ObservationBundle" AS "found" WHERE "observationId" IN (
      SELECT "id" FROM "Observation" WHERE "roomId" = "room")`,
  Homework: Prisma.sql`"Homework" AS "found" WHERE "roomId" = "room"`,
  Appointment: Prisma.sql`
    "Appointment" AS "found" WHERE "roomId" = "room"
      OR "caseId" IN (SELECT "id" FROM "Case" WHERE "userId" = "asker")`,
  RoomChange: Prisma.sql`"RoomChange" AS "found" WHERE "roomId" = "room"`,
  User: Prisma.sql`"User" AS "found" WHERE "id" = "asker"`,
  AuthSession: Prisma.sql`"AuthSession" AS "found" WHERE "userId" = "asker"`,
  Consent: Prisma.sql`"Consent" AS "found" WHERE "userId" = "asker"`,
  Account: Prisma.sql`"Account" AS "found" WHERE "userId" = "asker"`,
  Passkey: Prisma.sql`"Passkey" AS "found" WHERE "userId" = "asker"`,
  BackupCode: Prisma.sql`"BackupCode" AS "found" WHERE "userId" = "asker"`,
  KnownDevice: Prisma.sql`"KnownDevice" AS "found" WHERE "userId" = "asker"`,
  ExternalIdentity: Prisma.sql`"ExternalIdentity" AS "found" WHERE "userId" = "asker"`,
  Ticket: Prisma.sql`"Ticket" AS "found" WHERE "userId" = "asker"`,
  DeskItem: Prisma.sql`"DeskItem" AS "found" WHERE "userId" = "asker"`,
  Eviction: Prisma.sql`"Eviction" AS "found" WHERE "roomId" = "room" AND "userId" = "asker"`,
};

const CountRow = v.object({ count: whole });
const AnyRow = v.record(v.string(), v.unknown());

/** What stands in every table about this room and about who asks, read from the rows themselves. */
export async function knownOf(db: Database, asker: Asker): Promise<readonly KnownTable[]> {
  const names = Object.keys(holdings).filter((name): name is TableName =>
    v.is(KnownTable.entries.table, name),
  );
  const tables: KnownTable[] = [];
  for (const name of names) tables.push(await tableOf(db, name, asker));
  return tables;
}

async function tableOf(db: Database, table: TableName, asker: Asker): Promise<KnownTable> {
  const { roomId, userId, seat, leftAt } = asker;
  const columns: Readonly<Record<string, Holding>> = holdings[table];
  const isSummed = table === 'Event';
  const alone: Readonly<Record<string, Seat>> =
    table === 'Observation' || table === 'Homework' ? saidAlone[table] : {};
  const asked = Prisma.sql`
    WITH "asked" ("room", "asker", "since") AS (VALUES (${roomId}, ${userId}, ${leftAt ?? 0}))`;
  const counted = isSummed ? Prisma.sql`coalesce(sum("events"), 0)` : Prisma.sql`count(*)`;
  const [count] = await rowsOf(
    CountRow,
    () => db.$queryRaw`${asked} SELECT ${counted} AS "count" FROM "asked", ${places[table]}`,
  );
  const order = isSummed ? Prisma.sql`"openedAt"` : Prisma.sql`"found".rowid`;
  const rows = await rowsOf(
    AnyRow,
    () => db.$queryRaw`
      ${asked} SELECT "found".* FROM "asked", ${places[table]}
      ORDER BY ${order} DESC LIMIT ${mostRows}`,
  );
  return v.parse(KnownTable, {
    table,
    count: count?.count ?? 0,
    rows: rows.map((row) =>
      Object.entries(columns).map(([column, holding]) => ({
        column,
        shown:
          (alone[column] ?? seat) === seat && !isWhoSaidNo(table, column, row, seat)
            ? shownAs(isSummed && column === 'sealed' ? 'summed' : holding, row[column])
            : { holding: 'theirs' },
      })),
    ),
  });
}

/** Which of the two let nobody in is told to nobody: it reads the same whoever, or whatever, ended the waiting. */
function isWhoSaidNo(
  table: TableName,
  column: string,
  row: v.InferOutput<typeof AnyRow>,
  seat: Seat | null,
): boolean {
  if (table !== 'Observation' || column !== 'endedBy' || row['admittedAt'] !== null) return false;
  return row[column] !== null && row[column] !== seat;
}

function shownAs(holding: Holding | 'summed', value: unknown): Shown {
  if (value === null || value === undefined) return { holding: 'nothing' };
  switch (holding) {
    case 'id':
    case 'plain':
      return { holding, text: String(value) };
    case 'yes-no':
      return { holding, yes: v.parse(v.boolean(), value) };
    case 'time':
    case 'term':
      return { holding, at: v.parse(whole, value) };
    case 'sealed':
    case 'digest':
      return { holding, length: String(value).length };
    case 'summed':
      return { holding: 'sealed', length: v.parse(whole, value) };
    default:
      return assertNever(holding);
  }
}
