import * as v from 'valibot';
import type { ReadRequest } from '#lib/archive.ts';
import { type Seat, seats } from '#lib/dialogue/seat.ts';
import { type KeyHelp, KeyRequestId } from '#lib/key-help.ts';
import { PublicKey } from '#lib/keyholder.ts';
import { agreeToExport } from '#prisma/export-agreements.ts';
import { takeKeyHelpStep } from '#prisma/key-requests.ts';
import { keyholdersIn } from '#prisma/keyholders.ts';
import { keyStateOf } from '#prisma/room-epochs.ts';
import { fresh } from '#tests/contract/database-file.ts';
import type { Ask } from './asks.ts';
import { type Cast, invite } from './cast.ts';

const publicKey = v.parse(PublicKey, Buffer.alloc(65, 4).toString('base64url'));
const keys = (body: (cast: Cast) => Promise<unknown> | unknown): Ask => ({
  question: async (cast) => ({ post: `/api/rooms/${cast.roomId}/keys`, body: await body(cast) }),
  spends: true,
});

/** Reads a session, of which both agreed that it may be taken along. */
const read = (body: ReadRequest): Ask => ({
  question: async ({ house: { db }, roomId, sessionId }) => {
    for (const seat of seats)
      await agreeToExport(db, { roomId, seat, agree: true, now: Date.now() });
    return { post: `/api/sessions/${sessionId}`, body };
  },
});

const right = (name: string, body: unknown): Ask => ({
  question: ({ roomId }) => ({ post: `/api/rooms/${roomId}/${name}`, body }),
});

/** Asks for help, as far as this: the partner in seat a is who goes on from there. */
function help(asker: Seat, upTo: KeyHelp['step'], last: (id: KeyRequestId) => KeyHelp): Ask {
  return {
    question: async ({ house: { db }, roomId }) => {
      const id = v.parse(KeyRequestId, fresh.move());
      await db.keyRequest.deleteMany({ where: { roomId } });
      const nonce = fresh.move();
      const steps: readonly (readonly [Seat, Exclude<KeyHelp, { step: 'state' }>])[] = [
        [asker, { step: 'ask', id, publicKey, commitment: fresh.digest() }],
        [asker === 'a' ? 'b' : 'a', { step: 'answer', id, publicKey, nonce }],
        [asker, { step: 'reveal', id, nonce }],
      ];
      for (const [seat, step] of steps) {
        if (step.step === upTo) break;
        await takeKeyHelpStep(db, step, { roomId, seat, now: Date.now() });
      }
      return { post: `/api/rooms/${roomId}/help`, body: last(id) };
    },
  };
}

/** How the routes of exercises, invitations, rooms and sessions are asked. */
export const roomAsks: Readonly<Record<string, Ask>> = {
  'GET /api/exercises': { question: () => ({ get: '/api/exercises' }) },
  'GET /api/exercises/[id]/[version]': {
    question: () => ({ get: '/api/exercises/mirror-dialogue/1' }),
  },
  'POST /api/invitations/standing': {
    question: async ({ house, roomId }) => {
      const body = await invite(house, roomId, 'b');
      return { post: '/api/invitations/standing', body };
    },
  },
  'GET /api/rooms/[roomId]/sessions': {
    question: ({ roomId }) => ({ get: `/api/rooms/${roomId}/sessions` }),
  },
  'POST /api/sessions/[sessionId] to look back': read({ what: 'transcript' }),
  'POST /api/sessions/[sessionId] to take along, mine': read({ what: 'export', whose: 'mine' }),
  'POST /api/sessions/[sessionId] to take along, ours': read({ what: 'export', whose: 'ours' }),
  'GET /api/rooms/[roomId]/rights': {
    question: ({ roomId }) => ({ get: `/api/rooms/${roomId}/rights` }),
  },
  'POST /api/rooms/[roomId]/known': right('known', {}),
  'POST /api/rooms/[roomId]/retention': right('retention', { months: 6 }),
  'POST /api/rooms/[roomId]/export-agreement': right('export-agreement', { agree: true }),
  'POST /api/rooms/[roomId]/erase': right('erase', {}),
  'POST /api/rooms/[roomId]/leave': { ...right('leave', { erase: true }), spends: true },
  'POST /api/guest/forget': {
    question: () => ({ post: '/api/guest/forget', body: { erase: true } }),
    spends: true,
  },
  'POST /api/rooms/[roomId]/keys fetch': keys(() => ({ ask: 'fetch', holderId: fresh.move() })),
  'POST /api/rooms/[roomId]/keys hold': keys(async ({ house, roomId }) => {
    const { epoch } = await keyStateOf(house.db, roomId);
    const holder = { id: fresh.move(), kind: 'device', publicKey, tag: fresh.digest(), epoch };
    return { ask: 'hold', holder, envelope: null };
  }),
  'POST /api/rooms/[roomId]/keys rotate': keys(async ({ house, roomId }) => {
    const { epoch } = await keyStateOf(house.db, roomId);
    const seen = (await keyholdersIn(house.db, roomId)).map(({ id }) => id);
    const rotation = { epoch: epoch + 1, sealedPrevious: 'sealed', seen, holders: [] };
    return { ask: 'rotate', rotation };
  }),
  'POST /api/rooms/[roomId]/help state': help('b', 'ask', () => ({ step: 'state' })),
  'POST /api/rooms/[roomId]/help ask': help('a', 'ask', (id) => ({
    step: 'ask',
    id,
    publicKey,
    commitment: fresh.digest(),
  })),
  'POST /api/rooms/[roomId]/help answer': help('b', 'answer', (id) => ({
    step: 'answer',
    id,
    publicKey,
    nonce: fresh.move(),
  })),
  'POST /api/rooms/[roomId]/help reveal': help('a', 'reveal', (id) => ({
    step: 'reveal',
    id,
    nonce: fresh.move(),
  })),
  'POST /api/rooms/[roomId]/help give': help('b', 'give', (id) => ({
    step: 'give',
    id,
    sealed: 'sealed',
    epoch: 1,
  })),
  'POST /api/rooms/[roomId]/help stop': help('b', 'give', (id) => ({ step: 'stop', id })),
};
