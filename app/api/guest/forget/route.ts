import { post, refusal } from '#app/api-route.ts';
import { LeaveRequest } from '#lib/rights/record.ts';
import { forgetUser } from '#prisma/leaving.ts';
import { sharedLibrary } from '#prisma/shared-library.ts';

/** Removes everything of a guest. Somebody with an account does that from their account. */
export const POST = post(
  { action: 'guest:forget', schema: LeaveRequest },
  async ({ db, actor: { userId }, input, now }) => {
    if (!userId) return refusal(403, 'forbidden');
    const { findDefinition: findExercise } = await sharedLibrary();
    await forgetUser(db, { ...input, userId, now, findExercise });
    return { body: { ok: true } };
  },
);
