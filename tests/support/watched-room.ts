import type { SessionId } from '#lib/dialogue/id.ts';
import type { Lens } from '#lib/dialogue/observer.ts';
import { databaseFile } from '#tests/contract/database-file.ts';
import type { Partner } from '../../scripts/drive/partner.ts';
import { admitted, Watching } from './admitted.ts';
import { type RealtimeNode, realtimeNode } from './realtime-node.ts';
import { coupleIn } from './seats.ts';
import { arriveBoth, open } from './talking.ts';

/** Both partners in a talk that has just begun, watched by whom both let in before. */
export async function watchedTalk(
  allowed: { lensA?: Lens; lensB?: Lens; privateCues?: boolean } = {},
  started?: RealtimeNode,
) {
  const file = await databaseFile();
  const node = started ?? (await realtimeNode(file));
  const { db, url } = node;
  const guests = await coupleIn(db, url);
  const { roomId } = guests.a;
  const therapist = await admitted(db, roomId, allowed);
  const partners = await arriveBoth(guests);
  const watching = await Watching.in(url, therapist, roomId);
  await open(partners);
  const sessionId = await watching.session();
  const first = await watching.join(sessionId);
  const [a, b] = partners;
  return {
    file,
    node,
    db,
    url,
    guests,
    roomId,
    therapist,
    partners,
    a,
    b,
    watching,
    sessionId,
    first,
  };
}

/** How far the log has come, as this partner has it. */
export function seqOf(partner: Partner): number {
  return partner.session?.seq ?? 0;
}

/** The log of a session as it stands in the database. */
export async function logOf({ db }: RealtimeNode, sessionId: SessionId) {
  const rows = await db.event.findMany({ where: { sessionId }, orderBy: { seq: 'asc' } });
  return rows.map(({ seq, fact, sealed, author }) => {
    const { type }: { type: string } = JSON.parse(fact);
    return { seq: Number(seq), type, sealed, author };
  });
}

/** One of the two gives a rating, and both have it; its place. */
export async function rate(one: Partner, both: readonly Partner[]): Promise<number> {
  const at = seqOf(one) + 1;
  await one.act('rate', 0);
  await Promise.all(both.map((each) => each.until(({ session }) => (session?.seq ?? 0) >= at)));
  return at;
}
