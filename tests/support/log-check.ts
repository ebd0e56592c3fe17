import Sqlite from 'better-sqlite3';
import * as v from 'valibot';
import type { MoveExchange } from './exchanges.ts';

const Row = v.object({
  sessionId: v.string(),
  seq: v.pipe(v.number(), v.safeInteger()),
  moveId: v.string(),
});

/** What a database file says of moves that were answered. */
export interface LogCheck {
  integrity: string;
  events: number;
  /** Moves that were acknowledged, each once. */
  acknowledged: number;
  /** Moves that were acknowledged and do not stand where the answer said. */
  lost: number;
  /** Sessions whose numbers are not 1, 2, 3. */
  gaps: number;
}

/** Reads a database file with nothing of ours, and holds it against what was acknowledged. */
export function checkLog(file: string, exchanges: readonly MoveExchange[]): LogCheck {
  const db = new Sqlite(file, { readonly: true });
  const rows = v.parse(
    v.array(Row),
    db.prepare('SELECT "sessionId", "seq", "moveId" FROM "Event" ORDER BY 1, 2').all(),
  );
  const integrity = String(db.pragma('integrity_check', { simple: true }));
  db.close();
  const places = new Set(rows.map(({ sessionId, seq, moveId }) => `${sessionId} ${seq} ${moveId}`));
  const acknowledged = new Set(
    exchanges.flatMap(({ sessionId, submission, reply }) =>
      reply?.ok ? [`${sessionId} ${reply.seq} ${submission.moveId}`] : [],
    ),
  );
  const counts = new Map<string, number>();
  let gaps = 0;
  for (const { sessionId, seq } of rows) {
    const last = counts.get(sessionId) ?? 0;
    if (seq !== last + 1) gaps += 1;
    counts.set(sessionId, seq);
  }
  return {
    integrity,
    events: rows.length,
    acknowledged: acknowledged.size,
    lost: [...acknowledged].filter((place) => !places.has(place)).length,
    gaps,
  };
}
