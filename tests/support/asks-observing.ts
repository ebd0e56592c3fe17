import * as v from 'valibot';
import { digestOf } from '#app/digest.ts';
import { ObservationId, type UserId } from '#lib/dialogue/id.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import { PublicKey } from '#lib/keyholder.ts';
import type { Attend, CaseId, Tend } from '#lib/observation.ts';
import { takeAttendStep } from '#prisma/attending.ts';
import { caseOf } from '#prisma/cases.ts';
import { makeObserverInvitation } from '#prisma/observer-invitations.ts';
import { takeTendStep } from '#prisma/tending.ts';
import { exercise, fresh } from '#tests/contract/database-file.ts';
import type { Ask } from './asks.ts';
import type { Cast, Person } from './cast.ts';

const publicKey = v.parse(PublicKey, Buffer.alloc(65, 4).toString('base64url'));
const newObservation = () => v.parse(ObservationId, fresh.move());

const knockOf = (id: ObservationId): Extract<Attend, { step: 'knock' }> => ({
  step: 'knock',
  id,
  purpose: 'Meekijken',
  publicKey,
  commitment: fresh.digest(),
});

/** A therapist of the cast, with their case: whoever asks when it is one, and else the observer. */
async function attending({ house: { db }, roomId, people }: Cast, person?: Person) {
  const account = person?.who === 'revokedObserver' ? person.account : people.observer.account;
  const userId = account?.userId;
  const caseId = userId && (await caseOf(db, { roomId, userId }));
  if (!userId || !caseId) throw new Error('A therapist without a case');
  return { userId, caseId };
}

/** The order in which an observer is let in. */
const order = ['knock', 'turn', 'answer', 'reveal', 'give', 'in'] as const;

/** Somebody who asks anew to watch, as far as up to this step. */
async function asked(
  cast: Cast,
  upTo: (typeof order)[number],
  of: { userId: UserId; caseId: CaseId },
): Promise<ObservationId> {
  const { house, roomId } = cast;
  const { db } = house;
  const id = newObservation();
  await db.observation.deleteMany({ where: { roomId } });
  const now = Date.now();
  const tend = (seat: Seat, step: Exclude<Tend, { step: 'state' }>) =>
    takeTendStep(db, step, { roomId, seat, now });
  const steps: Readonly<Record<Exclude<(typeof order)[number], 'in'>, () => Promise<void>>> = {
    knock: () => takeAttendStep(db, knockOf(id), { ...of, roomId, now }),
    turn: async () => {
      for (const seat of ['a', 'b'] as const) {
        await tend(seat, { step: 'turn', id, lens: 'words', privateCues: false });
      }
    },
    answer: () => tend('a', { step: 'answer', id, publicKey, nonce: fresh.move() }),
    reveal: () =>
      takeAttendStep(db, { step: 'reveal', id, nonce: fresh.move() }, { ...of, roomId, now }),
    give: () => tend('a', { step: 'give', id, bundles: [] }),
  };
  for (const step of order) {
    if (step === upTo || step === 'in') break;
    await steps[step]();
  }
  return id;
}

const tend = (body: (cast: Cast) => Promise<Tend> | Tend): Ask => ({
  question: async (cast) => ({
    post: `/api/rooms/${cast.roomId}/observation`,
    body: await body(cast),
  }),
});

/** About somebody who asks to watch, and is this far. */
const tendTo = (upTo: (typeof order)[number], last: (id: ObservationId) => Tend): Ask => ({
  ...tend(async (cast) => last(await asked(cast, upTo, await attending(cast)))),
  spends: true,
});

const attend = (upTo: (typeof order)[number] | null, last: (id: ObservationId) => Attend): Ask => ({
  question: async (cast, person) => {
    const id = upTo ? await asked(cast, upTo, await attending(cast, person)) : newObservation();
    return { post: `/api/observe/${cast.roomId}`, body: last(id) };
  },
  ...(upTo ? { spends: true } : {}),
});

/** Something that the observer gave this couple. */
async function homeworkIn(cast: Cast): Promise<string> {
  const id = fresh.move();
  const { roomId } = cast;
  const { caseId } = await attending(cast);
  const given = { exerciseId: exercise.id, exerciseVersion: exercise.version, epoch: 1 };
  await cast.house.db.homework.create({ data: { id, caseId, roomId, ...given, givenAt: 1 } });
  return id;
}

async function appointmentIn(cast: Cast): Promise<string> {
  const id = fresh.move();
  const { roomId } = cast;
  const { caseId } = await attending(cast);
  const data = { id, caseId, roomId, at: 1, minutes: 60, createdAt: 1 };
  await cast.house.db.appointment.create({ data });
  return id;
}

/** A link for an observer, with what stands behind its `#`. */
async function linkIn({ house: { db }, roomId }: Cast) {
  const [invitationId, token] = [fresh.invitation(), fresh.move()];
  const link = { invitationId, roomId, seat: 'a', tokenHash: digestOf(token) } as const;
  await makeObserverInvitation(db, { ...link, now: Date.now() });
  return { invitationId, token };
}

const room = 'POST /api/rooms/[roomId]/observation';
const door = 'POST /api/observe/[roomId]';

/** How the routes are asked by which an observer comes in and goes. */
export const observingAsks: Readonly<Record<string, Ask>> = {
  [`${room} state`]: tend(() => ({ step: 'state' })),
  [`${room} invite`]: tend(() => ({
    step: 'invite',
    invitationId: fresh.invitation(),
    tokenHash: fresh.digest(),
  })),
  [`${room} withdraw`]: tend(async (cast) => {
    await linkIn(cast);
    return { step: 'withdraw' };
  }),
  [`${room} turn`]: tendTo('turn', (id) => ({
    step: 'turn',
    id,
    lens: 'ratings',
    privateCues: true,
  })),
  [`${room} take-back`]: tendTo('answer', (id) => ({ step: 'take-back', id })),
  [`${room} decline`]: tendTo('turn', (id) => ({ step: 'decline', id })),
  [`${room} answer`]: tendTo('answer', (id) => ({
    step: 'answer',
    id,
    publicKey,
    nonce: fresh.move(),
  })),
  [`${room} give`]: tendTo('give', (id) => ({ step: 'give', id, bundles: [] })),
  [`${room} show-out`]: tendTo('in', (id) => ({ step: 'show-out', id })),
  [`${room} part`]: {
    ...tend(async (cast) => ({ step: 'part', caseId: (await attending(cast)).caseId })),
    spends: true,
  },
  [`${room} decline-homework`]: tend(async (cast) => ({
    step: 'decline-homework',
    id: await homeworkIn(cast),
  })),
  [`${room} share-homework`]: tend(async (cast) => ({
    step: 'share-homework',
    id: await homeworkIn(cast),
  })),
  [`${room} cancel-appointment`]: tend(async (cast) => ({
    step: 'cancel-appointment',
    id: await appointmentIn(cast),
  })),
  'POST /api/observe': {
    question: async (cast) => ({ post: '/api/observe', body: await linkIn(cast) }),
  },
  [`${door} state`]: attend(null, () => ({ step: 'state' })),
  [`${door} knock`]: attend('knock', knockOf),
  [`${door} reveal`]: attend('reveal', (id) => ({ step: 'reveal', id, nonce: fresh.move() })),
  [`${door} leave`]: attend('in', (id) => ({ step: 'leave', id })),
};
