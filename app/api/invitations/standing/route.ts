import { post } from '#app/api-route.ts';
import { digestOf } from '#app/digest.ts';
import { visitorStanding } from '#app/visitor-standing.ts';
import { StandingRequest } from '#lib/entry.ts';

/** How an invitation stands, for whoever shows its token. Changes nothing. */
export const POST = post({ action: 'invitation:ask', schema: StandingRequest }, async (asked) => {
  const { invitationId, token, claim } = asked.input;
  const { db, now, actor } = asked;
  const tokenHash = digestOf(token);
  const claimHash = digestOf(claim);
  const question = { invitationId, tokenHash, claimHash, now };
  return { body: await visitorStanding(db, actor.userId, question) };
});
