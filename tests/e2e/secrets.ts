import * as v from 'valibot';
import { InvitationId, RoomId } from '#lib/dialogue/id.ts';
import { Seat } from '#lib/dialogue/seat.ts';
import { parseInvitationFragment, tokenOf } from '#lib/vault/link.ts';
import { unwrapRoomKey } from '#lib/vault/wrap.ts';
import { createDatabase } from '#prisma/client.ts';

/** The secrets behind a link: its own, what is shown of it to the server, and the room's key. */
export async function secretsOf(link: string, file: string) {
  const parsed = parseInvitationFragment(new URL(link).hash);
  if (!parsed.ok) throw new Error('A link that cannot be read');
  const { invitationId, secret } = parsed.value;
  const db = await createDatabase({ file });
  const row = await db.invitation.findUniqueOrThrow({ where: { id: invitationId } });
  await db.$disconnect();
  const context = v.parse(v.object({ roomId: RoomId, seat: Seat }), row);
  const opened = await unwrapRoomKey(
    secret,
    { ...context, invitationId: v.parse(InvitationId, row.id) },
    row.wrappedKey ?? '',
  );
  if (!opened.ok) throw new Error('A room key that cannot be unwrapped');
  return { secret, roomKey: opened.value.key, token: await tokenOf(secret) };
}
