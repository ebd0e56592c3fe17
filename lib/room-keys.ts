import * as v from 'valibot';
import { Epoch } from './dialogue/epoch.ts';
import { Seat } from './dialogue/seat.ts';
import { HolderId, Keyholder, Rotation, SealedKey } from './keyholder.ts';

/** What is asked of POST /api/rooms/<room>/keys. */
export const KeysRequest = v.variant('ask', [
  /** Everything that this keyholder needs to come level with the room's keys. */
  v.strictObject({ ask: v.literal('fetch'), holderId: HolderId }),
  /** Who holds the keys. Nothing that is sealed is given, so it is not written down as a reading. */
  v.strictObject({ ask: v.literal('holders') }),
  /** Registers a keyholder for one's seat, or the same one again. */
  v.strictObject({
    ask: v.literal('hold'),
    holder: v.omit(Keyholder, ['seat']),
    /** The key of that epoch for itself, when it cannot keep it anywhere else. */
    envelope: v.nullable(SealedKey),
  }),
  /** Puts the next key in use, without anyone being let in: for a room that is due for one. */
  v.strictObject({ ask: v.literal('rotate'), rotation: Rotation }),
]);
export type KeysRequest = v.InferOutput<typeof KeysRequest>;

/**
 * Why keys were not given or taken. `not-found`: no seat in that room, or no such room. `stale-epoch`:
 * the room has a newer key, or is due for one. `not-yours`: a keyholder of somebody else. `storage` passes.
 */
export const KeysRefusal = v.picklist([
  'bad-request',
  'forbidden',
  'not-found',
  'stale-epoch',
  'not-yours',
  'too-many',
  'storage',
]);
export type KeysRefusal = v.InferOutput<typeof KeysRefusal>;

const refused = v.strictObject({ ok: v.literal(false), reason: KeysRefusal });

/** The answer to `fetch`. */
export const KeysFound = v.variant('ok', [
  v.strictObject({
    ok: v.literal(true),
    /** Where whoever asks sits. */
    seat: Seat,
    epoch: Epoch,
    /** Somebody who held the key in use is a keyholder no more. */
    rotationDue: v.boolean(),
    /** What was sealed for the keyholder that asks. */
    envelopes: v.array(v.strictObject({ epoch: Epoch, envelope: SealedKey })),
    /** The key before each epoch, sealed with the key of that epoch. */
    chain: v.array(v.strictObject({ epoch: Epoch, sealedPrevious: SealedKey })),
    holders: v.array(Keyholder),
  }),
  refused,
]);
export type KeysFound = v.InferOutput<typeof KeysFound>;

/** The answer to `holders`. */
export const KeysListed = v.variant('ok', [
  v.strictObject({
    ok: v.literal(true),
    seat: Seat,
    epoch: Epoch,
    holders: v.array(Keyholder),
  }),
  refused,
]);
export type KeysListed = v.InferOutput<typeof KeysListed>;

/** The answer to everything else. */
export const KeysDone = v.variant('ok', [v.strictObject({ ok: v.literal(true) }), refused]);
export type KeysDone = v.InferOutput<typeof KeysDone>;

/** Everything a keyholder can find. */
export type FoundKeys = Extract<KeysFound, { ok: true }>;
