import { describe, expect, it } from 'vitest';
import { freeSeat } from '#prisma/erase.ts';
import { observerLinkTerm, openObserverInvitation } from '#prisma/observer-invitations.ts';
import { fresh } from './database-file.ts';
import { ObservedRoom, sitDown, therapistIn } from './observed-room.ts';

const open = ({ db, roomId, now }: ObservedRoom) => openObserverInvitation(db, roomId, now);

describe('A link for an observer', () => {
  it('leads the first therapist who opens it to the door of that room, again and again', async () => {
    const room = await ObservedRoom.open();
    const { roomId } = room;
    const link = await room.link('b');
    expect(await open(room)).toMatchObject({ invitationId: link.invitationId, by: 'b' });
    const another = await therapistIn(room.db);
    const opened = await Promise.all([room.opened(link), room.opened(link, another)]);
    const standings = opened.map(({ standing }) => standing).toSorted();
    expect(standings).toEqual(['open', 'used']);
    const first = opened[0]?.standing === 'open' ? room.therapist : another;
    expect(await room.opened(link, first)).toEqual({ standing: 'open', roomId });
    expect(await room.opened(link, await therapistIn(room.db))).toEqual({ standing: 'used' });
    expect(await open(room)).toBeNull();
    expect(await room.db.case.count()).toBe(1);
  });

  it('is no way back once the case that came of it is over', async () => {
    const room = await ObservedRoom.open();
    const link = await room.link();
    await room.opened(link);
    const caseId = await room.asked();
    const id = await room.upTo('watch');
    await room.tend('b', { step: 'part', caseId });
    expect(await room.opened(link)).toEqual({ standing: 'used' });
    expect(await room.attend({ step: 'leave', id })).toBe('not-found');
    // A new one is.
    expect(await room.opened(await room.link())).toMatchObject({ standing: 'open' });
    expect(await room.db.case.count()).toBe(2);
  });

  it('that runs out, is taken back, follows another, or has a wrong token leads nowhere', async () => {
    const room = await ObservedRoom.open();
    const first = await room.link();
    const second = await room.link('b');
    expect(await room.opened(first)).toEqual({ standing: 'withdrawn' });
    const wrong = { ...second, tokenHash: fresh.digest() };
    expect(await room.opened(wrong)).toEqual({ standing: 'unknown' });
    await room.tend('a', { step: 'withdraw' });
    expect(await room.opened(second)).toEqual({ standing: 'withdrawn' });
    const third = await room.link();
    // Its id once more, with another secret, changes nothing.
    await room.link('b', third.invitationId);
    room.now += observerLinkTerm;
    expect(await open(room)).toBeNull();
    expect(await room.opened(third)).toEqual({ standing: 'expired' });
    room.now -= 1;
    expect(await room.opened(third)).toMatchObject({ standing: 'open' });
  });

  it('is not for one of the two, and is not used up by them', async () => {
    const room = await ObservedRoom.open();
    const link = await room.link();
    expect(await room.opened(link, room.partners.b)).toEqual({ standing: 'own' });
    const caseOfOwn = `INSERT INTO "Case" ("id", "roomId", "userId", "createdAt")
      VALUES ('own', '${room.roomId}', '${room.partners.b}', 1)`;
    expect(room.direct(caseOfOwn)).toBe('a partner does not watch');
    expect(await room.opened(link)).toMatchObject({ standing: 'open' });
  });

  it('is used up by who had a case already, and makes no other', async () => {
    const room = await ObservedRoom.open();
    const caseId = await room.asked();
    const link = await room.link();
    expect(await room.opened(link)).toMatchObject({ standing: 'open' });
    expect(await room.opened(link, await therapistIn(room.db))).toEqual({ standing: 'used' });
    expect(await room.db.case.findMany()).toMatchObject([{ id: caseId }]);
  });

  it('is not made while one of the two is missing; nor is anybody let in', async () => {
    const room = await ObservedRoom.open();
    const { db, roomId, partners } = room;
    await freeSeat(db, { roomId, userId: partners.b }, Date.now());
    const link = await room.link();
    expect(await open(room)).toBeNull();
    expect(await room.opened(link)).toEqual({ standing: 'unknown' });
    await db.case.create({
      data: { id: fresh.move(), roomId, userId: room.therapist, createdAt: room.now },
    });
    await room.knocked();
    expect(await room.seen()).toBeNull();
    await sitDown(db, roomId, 'b');
    await room.link();
    expect(await open(room)).not.toBeNull();
  });
});
