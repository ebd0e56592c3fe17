import type { Database } from '#prisma/client.ts';

/**
 * What the two health addresses answer: `/healthz` whether this node can serve, `/readyz` whether it
 * should be given new visitors. Null for any other address.
 */
export async function healthAnswer(
  url: string | undefined,
  db: Database,
  draining: boolean,
): Promise<{ status: 200 | 503; text: string } | null> {
  if (url !== '/healthz' && url !== '/readyz') return null;
  if (url === '/readyz' && draining) return { status: 503, text: 'draining\n' };
  try {
    await db.$queryRaw`SELECT 1`;
    return { status: 200, text: 'ok\n' };
  } catch {
    return { status: 503, text: 'no database\n' };
  }
}
