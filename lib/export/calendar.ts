import type { Time } from '#lib/dialogue/id.ts';

/** What of an appointment goes into a calendar. */
export interface CalendarEntry {
  /** The appointment's own: a calendar that has it already takes the newer one in its place. */
  id: string;
  at: Time;
  minutes: number;
  /** What the calendar shows; on one line. */
  title: string;
}

/**
 * An iCalendar file (RFC 5545) of one appointment: in UTC, lines ended by CRLF, and nothing in it but when, how
 * long and the title. Null when the library cannot be fetched or cannot write it.
 */
export async function calendarFile({
  id,
  at,
  minutes,
  title,
}: CalendarEntry): Promise<string | null> {
  // Fetched when somebody wants a file: nothing else needs it.
  const library = await import('ics').catch(() => null);
  if (!library) return null;
  const { value } = library.createEvent({
    uid: `${id}@weerklank`,
    productId: 'weerklank',
    title: title.replace(/\s+/g, ' ').trim(),
    start: at,
    startInputType: 'utc',
    startOutputType: 'utc',
    duration: { minutes },
    status: 'CONFIRMED',
    classification: 'PRIVATE',
  });
  return value;
}
