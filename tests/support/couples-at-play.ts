import type { SessionId } from '#lib/dialogue/id.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import type { TranscriptLine } from '#lib/dialogue/transcript.ts';
import type { Guest } from '../../scripts/drive/guest.ts';
import type { Partner } from '../../scripts/drive/partner.ts';
import { arrive, arriveBoth, exercise, inSession, level, make, playPart } from './talking.ts';

/** A session as it was read when it had ended, by three who must have read the same. */
export interface Reading {
  sessionId: SessionId;
  /** By each partner, and by one who came in only then. */
  views: (readonly TranscriptLine[])[];
  intact: boolean;
  /** What the partners said, in no order. */
  said: string[];
}

/** Plays one session after another, keeping the words, for as long as it goes on. */
export async function playSessions(
  guests: Record<Seat, Guest>,
  goesOn: () => boolean,
): Promise<Reading[]> {
  const partners = await arriveBoth(guests);
  const [a, b] = partners;
  const readings: Reading[] = [];
  while (goesOn()) {
    await openPatiently(partners);
    const before = [a.said.length, b.said.length];
    await Promise.all(partners.map((one) => playPart(one)));
    await Promise.all([level(a, b), level(b, a)]);
    const late = arrive(guests.a);
    await level(a, late);
    const seen = [a, b, late];
    readings.push({
      sessionId: await a.until(({ session }) => session?.sessionId),
      views: seen.map(({ lines }) => lines),
      intact: seen.every(({ session }) => session?.intact),
      said: partners.flatMap(({ said }, index) => said.slice(before[index])),
    });
    late.close();
    await Promise.all(partners.map((one) => make(one, { type: 'keep', keep: true })));
    await Promise.all(partners.map((one) => one.until(({ view }) => view && !view.sessionId)));
  }
  return readings;
}

/** Opening is asked once and not kept, so whoever gets no answer asks again. */
async function openPatiently([a, b]: readonly [Partner, Partner]): Promise<void> {
  for (;;) {
    await a.until(({ connection }) => connection === 'online');
    // The answer to the first time may be what was lost.
    const proposed = await a.client.propose(exercise, 'written');
    if (proposed === 'session-open') return inSession(a, b);
    await b.until(({ connection }) => connection === 'online');
    const opened = await b.accept();
    if (opened === null || opened === 'session-open') return inSession(a, b);
  }
}
