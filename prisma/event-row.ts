import * as z from 'zod/mini';
import type { DialogueEvent } from '#lib/dialogue/event.ts';
import { SessionId } from '#lib/dialogue/id.ts';
import { upcast } from '#lib/dialogue/upcast.ts';
import { whole } from './row.ts';

/** A row of the table of events, before its fact is read. */
export const EventRow = z.object({
  sessionId: SessionId,
  seq: whole,
  moveId: z.string(),
  author: z.string(),
  at: whole,
  v: whole,
  fact: z.string(),
  sealed: z.nullable(z.string()),
  prev: z.nullable(z.string()),
  hash: z.nullable(z.string()),
});
export type EventRow = z.infer<typeof EventRow>;

export function toRow(sessionId: SessionId, event: DialogueEvent): EventRow {
  return { sessionId, ...event, fact: JSON.stringify(event.fact) };
}

/** Throws on a row that no release of ours ever wrote. */
export function fromRow({ sessionId: _, fact, ...row }: EventRow): DialogueEvent {
  return upcast({ ...row, fact: JSON.parse(fact) });
}
