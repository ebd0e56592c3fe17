import * as v from 'valibot';
import { CaseId } from '#lib/observation.ts';
import { exercise, fresh as ids } from '#tests/contract/database-file.ts';
import type { Ask } from './asks.ts';
import type { Cast, Person } from './cast.ts';

/** A case of whoever asks, or else of the observer, with a room that let them in; made when there is none. */
async function caseFor({ house: { db }, elsewhere: roomId, people }: Cast, person: Person) {
  const owner = person.account ?? people.observer.account;
  if (!owner) throw new Error('An observer without an account');
  const { userId } = owner;
  const found = await db.case.findFirst({ where: { roomId, userId, endedAt: null } });
  if (found) return v.parse(CaseId, found.id);
  const id = v.parse(CaseId, ids.move());
  const at = BigInt(Date.now());
  await db.case.create({ data: { id, roomId, userId, createdAt: at, admittedAt: at } });
  return id;
}

function change(
  name: string,
  fields: (cast: Cast, person: Person) => Promise<object> | object,
): Record<string, Ask> {
  return {
    [`POST /api/desk ${name}`]: {
      question: async (cast, person) => ({
        post: '/api/desk',
        body: { change: name, ...(await fields(cast, person)) },
      }),
    },
  };
}

/** How the desk of a therapist is asked. */
export const deskAsks: Readonly<Record<string, Ask>> = {
  'GET /api/desk': { question: () => ({ get: '/api/desk' }) },
  ...change('profile', () => ({ profile: { name: 'Lies', role: 'relatietherapeut' } })),
  ...change('keep', () => ({ id: ids.move(), sealed: 'sealed' })),
  ...change('drop', () => ({ id: ids.move() })),
  ...change('give-homework', async (cast, person) => ({
    id: ids.move(),
    caseId: await caseFor(cast, person),
    exercise,
    epoch: 1,
    sealedLine: null,
  })),
  ...change('take-homework', () => ({ id: ids.move() })),
  ...change('make-appointment', async (cast, person) => ({
    id: ids.move(),
    caseId: await caseFor(cast, person),
    at: Date.now() + 86_400_000,
    minutes: 60,
  })),
  ...change('cancel-appointment', () => ({ id: ids.move() })),
  ...change('end-case', async (cast, person) => ({ caseId: await caseFor(cast, person) })),
};
