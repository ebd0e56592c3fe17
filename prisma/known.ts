import * as v from 'valibot';
import { assertNever } from '#lib/dialogue/assert-never.ts';
import type { RoomId, Time, UserId } from '#lib/dialogue/id.ts';
import {
  type Holding,
  holdings,
  KnownTable,
  type Shown,
  type TableName,
} from '#lib/rights/known.ts';
import type { Database } from './client.ts';
import { rowsOf, whole } from './row.ts';

const mostRows = 20;

interface Asker {
  roomId: RoomId;
  userId: UserId;
  /** Nothing that was opened until then is theirs to know of. */
  leftAt: Time | null;
}

/** What a table's rows hang on; `room`, `asker` and `since` are those of who asks. */
const places: Readonly<Record<TableName, string>> = {
  Room: '"id" = "room"',
  Seat: '"roomId" = "room"',
  Session: '"roomId" = "room" AND "openedAt" > "since"',
  Event: '"roomId" = "room" AND "openedAt" > "since"',
  Invitation: '"roomId" = "room"',
  Proposal: '"roomId" = "room"',
  RoomEpoch: '"roomId" = "room"',
  Keyholder: '"roomId" = "room"',
  KeyEnvelope: '"roomId" = "room"',
  KeyRequest: '"roomId" = "room"',
  Reading: '"roomId" = "room" AND "at" > "since"',
  ExportAgreement: '"roomId" = "room"',
  Observation: '"roomId" = "room"',
  RoomChange: '"roomId" = "room"',
  User: '"id" = "asker"',
  AuthSession: '"userId" = "asker"',
  Consent: '"userId" = "asker"',
  Account: '"userId" = "asker"',
  Passkey: '"userId" = "asker"',
  BackupCode: '"userId" = "asker"',
  KnownDevice: '"userId" = "asker"',
  ExternalIdentity: '"userId" = "asker"',
  Ticket: '"userId" = "asker"',
  Eviction: '"roomId" = "room" AND "userId" = "asker"',
};

/** One row for each session, in the place of each event. */
const summedUp = `(
  SELECT "sessionId", "roomId", "openedAt", count(*) AS "events", min("at") AS "firstAt",
    max("at") AS "lastAt", count("sealed") AS "sealedEvents", sum(length("sealed")) AS "sealed",
    (SELECT group_concat("kind", ', ') FROM (
      SELECT DISTINCT "fact" ->> 'type' AS "kind" FROM "Event" AS "told"
      WHERE "told"."sessionId" = "Session"."id")) AS "kinds"
  FROM "Event" JOIN "Session" ON "Session"."id" = "sessionId" GROUP BY "sessionId"
)`;

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
  const { roomId, userId, leftAt } = asker;
  const columns: Readonly<Record<string, Holding>> = holdings[table];
  const from = table === 'Event' ? summedUp : `"${table}"`;
  const ask = (what: string, rest = '') =>
    db.$queryRawUnsafe(
      `WITH "asked" ("room", "asker", "since") AS (VALUES (?, ?, ?))
      SELECT ${what} FROM "asked", ${from} AS "found" WHERE ${places[table]} ${rest}`,
      roomId,
      userId,
      leftAt ?? 0,
    );
  const counted = table === 'Event' ? 'coalesce(sum("events"), 0)' : 'count(*)';
  const [count] = await rowsOf(CountRow, () => ask(`${counted} AS "count"`));
  const list = Object.keys(columns).map((name) => `"${name}"`);
  const order = table === 'Event' ? '"openedAt" DESC' : '"found".rowid DESC';
  const rows = await rowsOf(AnyRow, () =>
    ask(list.join(', '), `ORDER BY ${order} LIMIT ${mostRows}`),
  );
  return v.parse(KnownTable, {
    table,
    count: count?.count ?? 0,
    rows: rows.map((row) =>
      Object.entries(columns).map(([column, holding]) => ({
        column,
        shown: shownAs(table === 'Event' && column === 'sealed' ? 'summed' : holding, row[column]),
      })),
    ),
  });
}

function shownAs(holding: Holding | 'summed', value: unknown): Shown {
  if (value === null || value === undefined) return { holding: 'nothing' };
  switch (holding) {
    case 'id':
    case 'plain':
      return { holding, text: String(value) };
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
