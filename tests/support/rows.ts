import type { Database } from '#prisma/client.ts';

/** Everything that is stored, by table. */
export async function rowsIn(db: Database) {
  return {
    User: await db.user.findMany(),
    Room: await db.room.findMany(),
    Seat: await db.seat.findMany(),
    Invitation: await db.invitation.findMany(),
    Session: await db.session.findMany(),
    Event: await db.event.findMany(),
  };
}
