import * as v from 'valibot';
import { Epoch } from './dialogue/epoch.ts';
import { Digest } from './dialogue/id.ts';
import { Seat } from './dialogue/seat.ts';

/** Most keyholders one user registers in one room, and most in one rotation. */
export const mostHolders = 50;

/** The first 128 bits of the SHA-256 of a keyholder's public key, as 22 characters of base64url. */
export const HolderId = v.pipe(v.string(), v.regex(/^[\w-]{22}$/), v.brand('HolderId'));
export type HolderId = v.InferOutput<typeof HolderId>;

/** A point of P-256, uncompressed, as 87 characters of base64url. */
export const PublicKey = v.pipe(v.string(), v.regex(/^[\w-]{87}$/), v.brand('PublicKey'));
export type PublicKey = v.InferOutput<typeof PublicKey>;

export const HolderKind = v.picklist(['device', 'account']);
export type HolderKind = v.InferOutput<typeof HolderKind>;

const sealed = v.pipe(v.string(), v.minLength(1), v.maxLength(500));

/** A device or an account that the keys of a room are sealed for. */
export const Keyholder = v.strictObject({
  id: HolderId,
  seat: Seat,
  kind: HolderKind,
  publicKey: PublicKey,
  /** Made with the room's key of `epoch`: whoever holds that key vouches for the public key. */
  tag: Digest,
  epoch: Epoch,
});
export type Keyholder = v.InferOutput<typeof Keyholder>;

/** A new key for a room: who stays gets it in an envelope, and it opens the key before it. */
export const Rotation = v.strictObject({
  /** The epoch the new key begins: one more than the room's. */
  epoch: Epoch,
  sealedPrevious: sealed,
  holders: v.pipe(
    v.array(v.strictObject({ id: HolderId, tag: Digest, envelope: sealed })),
    v.maxLength(2 * mostHolders),
  ),
});
export type Rotation = v.InferOutput<typeof Rotation>;

/** What is asked of POST /api/rooms/<room>/keys. */
export const KeysRequest = v.variant('ask', [
  /** Everything that this keyholder needs to come level with the room's keys. */
  v.strictObject({ ask: v.literal('fetch'), holderId: HolderId }),
  /** Registers a keyholder for one's seat, or the same one again. */
  v.strictObject({
    ask: v.literal('hold'),
    holder: v.omit(Keyholder, ['seat']),
    /** The key of that epoch for itself, when it cannot keep it anywhere else. */
    envelope: v.nullable(sealed),
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
    envelopes: v.array(v.strictObject({ epoch: Epoch, envelope: sealed })),
    /** The key before each epoch, sealed with the key of that epoch. */
    chain: v.array(v.strictObject({ epoch: Epoch, sealedPrevious: sealed })),
    holders: v.array(Keyholder),
  }),
  refused,
]);
export type KeysFound = v.InferOutput<typeof KeysFound>;

/** The answer to everything else. */
export const KeysDone = v.variant('ok', [v.strictObject({ ok: v.literal(true) }), refused]);
export type KeysDone = v.InferOutput<typeof KeysDone>;

/** Everything a keyholder can find. */
export type FoundKeys = Extract<KeysFound, { ok: true }>;
