import * as v from 'valibot';
import { digestOf } from '#app/digest.ts';
import { socketLink } from '#lib/client/socket-link.ts';
import { RoomId, type SessionId, UserId } from '#lib/dialogue/id.ts';
import { newRoomKey } from '#lib/vault/room-key.ts';
import { firstKeys } from '#lib/vault/room-keys.ts';
import { makeInvitation } from '#prisma/invitations.ts';
import { fresh } from '#tests/contract/database-file.ts';
import { Partner } from '../../scripts/drive/partner.ts';
import { fetchExercise } from './exercises.ts';
import { type House, publicUrl } from './house.ts';
import type { Who } from './matrix.ts';
import { letGo, letIn } from './observed.ts';
import { proofOf } from './owner.ts';
import { level, make, open } from './talking.ts';
import type { Visitor } from './visitor.ts';

/** Somebody in a cast, with the browser they come with. */
export interface Person {
  who: Who;
  visitor: Visitor;
  /** Null for whoever has none. */
  account: { email: string; password: string; userId: UserId } | null;
}

/** What stands behind the `#` of an invitation's link, and who comes with it. */
type Link = Awaited<ReturnType<typeof invite>>;

/** One room, and everybody who is or was something to it. */
export interface Cast {
  house: House;
  roomId: RoomId;
  /** A session of that room that is over, and whose words were kept. */
  sessionId: SessionId;
  people: Readonly<Record<Who, Person>>;
  /** The partner in the other seat, who is a guest. */
  other: Visitor;
  /** The link that brought them there. */
  usedLink: Link;
  /** A room of the stranger, in whose other seat sits somebody who put an exercise forward. */
  elsewhere: RoomId;
}

/** An invitation as a partner makes it, with all that is in its link. */
export async function invite({ db }: House, roomId: RoomId, seat: 'a' | 'b') {
  const invitationId = fresh.invitation();
  const [token, claim] = [fresh.digest(), fresh.digest()];
  const tokenHash = digestOf(token);
  const now = Date.now();
  await makeInvitation(db, { invitationId, roomId, seat, tokenHash, wrappedKey: 'wrapped', now });
  return { invitationId, token, claim };
}

/** An account of a therapist who said who they are, and who has a passkey. */
async function therapist(house: House) {
  const owner = await house.owner({ role: 'therapist' });
  const { userId } = owner;
  await house.db.account.update({
    where: { userId },
    data: { name: 'Lena Smets', statedRole: 'relatietherapeut' },
  });
  const passkey = { id: fresh.digest(), publicKey: '', counter: 0, transports: '', name: 'Phone' };
  await house.db.passkey.create({ data: { ...passkey, userId, createdAt: Date.now() } });
  return owner;
}

/** Takes a seat with a new link, in the place of whoever sits there. */
async function join(house: House, visitor: Visitor, roomId: RoomId) {
  const link = await invite(house, roomId, 'b');
  await visitor.enterAsGuest({ intent: 'join', ...link });
  return { visitor, link };
}

/** Plays a session that is stopped at once, and of which the words are kept. */
async function playOnce(
  roomId: RoomId,
  url: string,
  cookies: readonly [string, string],
): Promise<SessionId> {
  const keys = firstKeys(newRoomKey());
  const [a, b] = cookies.map((cookie, index) => {
    const seat = index === 0 ? 'a' : 'b';
    const link = socketLink(roomId, { url, headers: { cookie, origin: publicUrl } });
    return new Partner({ url, roomId, seat, keys, cookie }, fetchExercise, { link });
  });
  if (!a || !b) throw new Error('Two partners are needed');
  await a.until(({ view }) => view?.seats.a.here && view.seats.b.here);
  await open([a, b]);
  await a.act('propose', 0);
  await a.until(({ session }) => session && !session.pending && session.seq > 1);
  await level(a, b);
  await make(b, { type: 'stop' });
  await level(b, a);
  await Promise.all([a, b].map((one) => make(one, { type: 'keep', keep: true })));
  await Promise.all([a, b].map((one) => one.until(({ view }) => view && !view.sessionId)));
  const sessionId = await a.until(({ session }) => session?.sessionId);
  for (const one of [a, b]) one.close();
  return sessionId;
}

/**
 * Everybody, in a room of their own: partners now and before, watchers now and before.
 * @param played whether they played a session; otherwise there is none of the id that the cast has.
 */
export async function gather(house: House, played = true): Promise<Cast> {
  const { db, weerklank } = house;
  const starter = house.visitor();
  const roomId = v.parse(RoomId, await starter.startRoom());
  const owner = await house.owner({ visitor: starter });
  const exPartner = (await join(house, house.visitor(), roomId)).visitor;
  const leaving = await house.owner(await join(house, house.visitor(), roomId));
  const gone = leaving.visitor.thief();
  await leaving.visitor.account('delete', proofOf(leaving.password));
  const { visitor: other, link: usedLink } = await join(house, house.visitor(), roomId);
  const stranger = house.visitor();
  const elsewhere = v.parse(RoomId, await stranger.startRoom());
  await join(house, house.visitor(), elsewhere);
  const cookies = [owner.visitor.cookie, other.cookie] as const;
  const sessionId = played ? await playOnce(roomId, weerklank.url, cookies) : fresh.session();
  const [observer, revoked] = [await therapist(house), await therapist(house)];
  await letGo(db, await letIn(db, { roomId, userId: revoked.userId }));
  await letIn(db, { roomId, userId: observer.userId });

  const guest = (who: Who, visitor: Visitor): Person => ({ who, visitor, account: null });
  const holder = (who: Who, { visitor, email, password, userId }: typeof owner): Person => ({
    who,
    visitor,
    account: { email, password, userId: v.parse(UserId, userId) },
  });
  return {
    house,
    roomId,
    sessionId,
    other,
    usedLink,
    elsewhere,
    people: {
      anonymous: guest('anonymous', house.visitor()),
      stranger: guest('stranger', stranger),
      partner: holder('partner', owner),
      exPartner: guest('exPartner', exPartner),
      observer: holder('observer', observer),
      revokedObserver: holder('revokedObserver', revoked),
      deleted: guest('deleted', gone),
    },
  };
}
