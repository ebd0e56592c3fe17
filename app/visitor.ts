import { headers } from 'next/headers';
import { env } from '#lib/env.ts';
import type { Actor } from '#lib/rights/can.ts';
import { actorOf } from '#prisma/actor.ts';
import { type Visit, visitOf } from '#prisma/auth-sessions.ts';
import { database } from '#prisma/shared.ts';

/** Who asks for this page or route, by the cookie of their device, and what they may be asked for. */
export async function visitor(): Promise<{ visit: Visit | null; actor: Actor }> {
  const db = await database();
  const visit = await visitOf(db, (await headers()).get('cookie'), env(), Date.now());
  return { visit, actor: await actorOf(db, visit) };
}
