import { assertNever } from '#lib/dialogue/assert-never.ts';
import type { RoomId, Time, UserId } from '#lib/dialogue/id.ts';
import type { Result } from '#lib/dialogue/result.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import type { KeysDone, KeysFound, KeysListed, KeysRefusal, KeysRequest } from '#lib/room-keys.ts';
import type { Database } from './client.ts';
import { envelopesFor, holdKeys, keyChainOf, keyholdersIn } from './keyholders.ts';
import { noteReading } from './readings.ts';
import { keyStateOf, rotateKeys } from './room-epochs.ts';
import { seatOf } from './rooms.ts';
import { storageFailureOf } from './storage-failure.ts';

/** Who asks something about the keys of a room, and when. */
export interface KeysQuestion {
  roomId: RoomId;
  userId: UserId;
  request: KeysRequest;
  now: Time;
}

/**
 * Answers what is asked about the keys of a room, of which the server holds nothing but sealed ones.
 * Refused with `not-found` for anyone without a seat there, with `storage` for trouble with the disk,
 * and as each request says in `lib/room-keys.ts`.
 */
export async function exchangeKeys(
  db: Database,
  question: KeysQuestion,
): Promise<KeysFound | KeysListed | KeysDone> {
  try {
    const seat = await seatOf(db, question.roomId, question.userId);
    return seat ? await answer(db, question, seat) : { ok: false, reason: 'not-found' };
  } catch (error) {
    if (storageFailureOf(error) === null) throw error;
    return { ok: false, reason: 'storage' };
  }
}

async function answer(
  db: Database,
  { roomId, userId, request, now }: KeysQuestion,
  seat: Seat,
): Promise<KeysFound | KeysListed | KeysDone> {
  switch (request.ask) {
    case 'fetch': {
      const { holderId } = request;
      await noteReading(db, { roomId, seat, what: 'keys', sessionId: null, now });
      const state = await keyStateOf(db, roomId);
      const [envelopes, chain, holders] = await Promise.all([
        envelopesFor(db, { roomId, userId, holderId }),
        keyChainOf(db, roomId),
        keyholdersIn(db, roomId),
      ]);
      return {
        ok: true,
        seat,
        ...state,
        envelopes: [...envelopes],
        chain: [...chain],
        holders: [...holders],
      };
    }
    case 'holders': {
      const { epoch } = await keyStateOf(db, roomId);
      return { ok: true, seat, epoch, holders: [...(await keyholdersIn(db, roomId))] };
    }
    case 'hold': {
      const { holder, envelope } = request;
      return done(await holdKeys(db, { roomId, userId, holder, envelope, now }));
    }
    case 'rotate': {
      const { rotation } = request;
      return done(await rotateKeys(db, { roomId, by: seat, rotation, leaveOut: null, now }));
    }
    default:
      return assertNever(request);
  }
}

function done(result: Result<null, KeysRefusal>): KeysDone {
  return result.ok ? { ok: true } : result;
}
