import { type Answer, type Asked, get, post, refusal } from '#app/api-route.ts';
import { type Desk, DeskChange } from '#lib/desk.ts';
import { isRefOf } from '#lib/dialogue/exercise.ts';
import type { UserId } from '#lib/dialogue/id.ts';
import { deskOf } from '#prisma/desk.ts';
import { changeDesk } from '#prisma/desk-change.ts';
import { sharedLibrary } from '#prisma/shared-library.ts';

/** Everything on the desk of the therapist who asks. */
export const GET = get(
  { action: 'desk:use' },
  hers(async ({ db, userId }) => ({ body: (await deskOf(db, userId)) satisfies Desk })),
);

/** One change on her desk; the answer is the desk as it is then. */
export const POST = post(
  { action: 'desk:use', schema: DeskChange },
  hers(async ({ db, userId, input, now }) => {
    if (input.change === 'give-homework') {
      const { offered } = await sharedLibrary();
      const known = offered.some(({ definition }) => isRefOf(input.exercise, definition));
      if (!known) return refusal(409, 'unknown-exercise');
    }
    const changed = await changeDesk(db, input, { userId, now });
    if (!changed.ok) return refusal(changed.reason === 'full' ? 409 : 404, changed.reason);
    return { body: (await deskOf(db, userId)) satisfies Desk };
  }),
);

/** Whoever may use a desk is somebody. */
function hers<Input>(
  handle: (asked: Asked<Input> & { userId: UserId }) => Promise<Answer>,
): (asked: Asked<Input>) => Promise<Answer> {
  return async (asked) => {
    const { userId } = asked.actor;
    return userId ? handle({ ...asked, userId }) : refusal(403, 'forbidden');
  };
}
