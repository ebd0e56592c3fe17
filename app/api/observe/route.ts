import { post, refusal } from '#app/api-route.ts';
import { digestOf } from '#app/digest.ts';
import { OpenLink } from '#lib/observation.ts';
import { openObserverLink } from '#prisma/observer-invitations.ts';

/** Opens a link with which a couple asks a therapist in. */
export const POST = post(
  { action: 'observation:attend', schema: OpenLink },
  async ({ db, actor: { userId }, input: { invitationId, token }, now }) => {
    if (!userId) return refusal(403, 'forbidden');
    const tokenHash = digestOf(token);
    return { body: await openObserverLink(db, { invitationId, tokenHash, userId, now }) };
  },
);
