import * as v from 'valibot';
import { SessionId, type Time } from '#lib/dialogue/id.ts';
import type { Database } from './client.ts';
import { rowsOf } from './row.ts';

/** Work that a session left behind, for a sweeper. */
export type Unsettled =
  /** It ended long ago and the question about its words was never answered by both. */
  | { kind: 'unanswered'; sessionId: SessionId }
  /** Its words are to be gone, and some are still there. */
  | { kind: 'words-left'; sessionId: SessionId }
  /** These events were erased by their author, and their words are still there. */
  | { kind: 'erasure-left'; sessionId: SessionId; seqs: readonly number[] };

const One = v.object({ sessionId: SessionId });
const Left = v.object({
  sessionId: SessionId,
  seqs: v.pipe(
    v.string(),
    v.transform((text): unknown => JSON.parse(text)),
    v.array(v.pipe(v.number(), v.safeInteger())),
  ),
});

/**
 * The sessions whose entry may say less than their log: those that have not ended, and those whose
 * words were decided over. Only folding them tells; meant for the start of a node.
 */
export async function interruptedSessions(db: Database): Promise<readonly SessionId[]> {
  const rows = await rowsOf(
    One,
    () => db.$queryRaw`
      SELECT "id" AS "sessionId" FROM "Session"
      WHERE "endedAt" IS NULL OR "words" <> 'gone' AND EXISTS (
        SELECT 1 FROM "Event" WHERE "sessionId" = "Session"."id" AND (
          "fact" ->> 'type' IN ('destroyed', 'lapsed')
          OR "words" = 'asked' AND "fact" ->> 'type' = 'keep-answered'
        )
      )`,
  );
  return rows.map(({ sessionId }) => sessionId);
}

/**
 * The sessions that ended before this moment with their words still asked for, and those, of any
 * time, where the process was cut off between the decision to erase words and their erasure.
 */
export async function unsettledSessions(db: Database, before: Time): Promise<readonly Unsettled[]> {
  const unanswered = await rowsOf(
    One,
    () => db.$queryRaw`
      SELECT "id" AS "sessionId" FROM "Session"
      WHERE "words" = 'asked' AND "endedAt" < ${before} ORDER BY "endedAt"`,
  );
  const gone = await rowsOf(
    One,
    () => db.$queryRaw`
      SELECT DISTINCT "sessionId" FROM "Event" JOIN "Session" ON "Session"."id" = "sessionId"
      WHERE "sealed" IS NOT NULL AND "words" = 'gone'`,
  );
  const erased = await rowsOf(
    Left,
    () => db.$queryRaw`
      SELECT "erasure"."sessionId", json_group_array("left"."seq") AS "seqs"
      FROM "Event" AS "erasure", json_each("erasure"."fact", '$.seqs') AS "named"
      JOIN "Event" AS "left"
        ON "left"."sessionId" = "erasure"."sessionId" AND "left"."seq" = "named"."value"
      WHERE "erasure"."fact" ->> 'type' = 'erased' AND "left"."sealed" IS NOT NULL
      GROUP BY "erasure"."sessionId"`,
  );
  return [
    ...unanswered.map(({ sessionId }): Unsettled => ({ kind: 'unanswered', sessionId })),
    ...gone.map(({ sessionId }): Unsettled => ({ kind: 'words-left', sessionId })),
    ...erased.map((left): Unsettled => ({ kind: 'erasure-left', ...left })),
  ];
}
