import * as v from 'valibot';
import type { DialogueEvent } from '#lib/dialogue/event.ts';
import { SessionId } from '#lib/dialogue/id.ts';
import { upcast } from '#lib/dialogue/upcast.ts';
import { whole } from './row.ts';

/** A row of the table of events, before its fact is read. */
export const EventRow = v.object({
  sessionId: SessionId,
  seq: whole,
  moveId: v.string(),
  author: v.string(),
  at: whole,
  v: whole,
  fact: v.string(),
  sealed: v.nullable(v.string()),
  epoch: whole,
  prev: v.nullable(v.string()),
  hash: v.nullable(v.string()),
});
export type EventRow = v.InferOutput<typeof EventRow>;

export function toRow(sessionId: SessionId, event: DialogueEvent): EventRow {
  return { sessionId, ...event, fact: JSON.stringify(event.fact) };
}

/** Throws on a row that no release of ours ever wrote. */
export function fromRow({ sessionId: _, fact, ...row }: EventRow): DialogueEvent {
  return upcast({ ...row, fact: JSON.parse(fact) });
}
