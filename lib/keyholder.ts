import * as v from 'valibot';
import { Epoch } from './dialogue/epoch.ts';
import { Digest } from './dialogue/id.ts';
import { Seat } from './dialogue/seat.ts';

/** Most keyholders one user registers in one room, and most in one rotation. */
export const mostHolders = 50;

/** The first 128 bits of the SHA-256 of a keyholder's public key, as 22 characters of base64url. */
export const HolderId = v.pipe(v.string(), v.regex(/^[\w-]{22}$/), v.brand('HolderId'));
export type HolderId = v.InferOutput<typeof HolderId>;

/** A raw uncompressed point of P-256 (65 bytes, the first is 4) as base64url. */
export const PublicKey = v.pipe(v.string(), v.regex(/^B[\w-]{86}$/), v.brand('PublicKey'));
export type PublicKey = v.InferOutput<typeof PublicKey>;

export const HolderKind = v.picklist(['device', 'account']);
export type HolderKind = v.InferOutput<typeof HolderKind>;

/** A key that is sealed, as text. */
export const SealedKey = v.pipe(v.string(), v.minLength(1), v.maxLength(500));

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
  sealedPrevious: SealedKey,
  /**
   * Every keyholder that whoever made it knew of, also those that are left out. One that came meanwhile
   * would lose the room by no one's wish: then it is to be made anew.
   */
  seen: v.pipe(v.array(HolderId), v.maxLength(2 * mostHolders + 1)),
  holders: v.pipe(
    v.array(v.strictObject({ id: HolderId, tag: Digest, envelope: SealedKey })),
    v.maxLength(2 * mostHolders),
  ),
});
export type Rotation = v.InferOutput<typeof Rotation>;
