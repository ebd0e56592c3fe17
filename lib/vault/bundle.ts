import * as v from 'valibot';
import type { ObservationId, RoomId, SessionId } from '#lib/dialogue/id.ts';
import { Lens, letsThrough } from '#lib/dialogue/observer.ts';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import type { PublicKey } from '#lib/keyholder.ts';
import type { CaseId } from '#lib/observation.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { openText, sealText, version } from './box.ts';
import type { Bytes } from './bytes.ts';
import { CaseKey, caseKeyOf } from './case-key.ts';
import { CueKey, cueKeyOf } from './cue.ts';
import { deriveBytes, deriveKey } from './derive.ts';
import { agree, type HolderKeys } from './holder-keys.ts';
import { lp } from './lp.ts';
import { pad, unpad } from './padding.ts';
import { type RoomKey, SessionKey, sessionInfo } from './room-key.ts';
import { Secret } from './secret.ts';

/** Whom a bundle is between, and what for. It opens nowhere else. */
export interface BundlePlace {
  roomId: RoomId;
  observation: ObservationId;
  sessionId: SessionId;
  /** Whole, from 1. */
  epoch: number;
  /** The device of the therapist. */
  observerKey: PublicKey;
  /** The device of the partner that compared digits with it. */
  helperKey: PublicKey;
}

/** What a device of the couple knows that makes a bundle. */
export interface BundleSource {
  /** The room's key of the epoch. */
  roomKey: RoomKey;
  caseId: CaseId;
  /** The lesser of what both partners chose. */
  lens: Lens;
  names: Readonly<Record<Seat, string | null>>;
}

/** What an observer gets to hold of one session in one epoch. */
export interface OpenedBundle {
  /** What both chose, as the device that sealed it knew. */
  lens: Lens;
  names: Readonly<Record<Seat, string | null>>;
  cueKey: CueKey;
  /** Null through a lens that lets no words through. */
  sessionKey: SessionKey | null;
  caseKey: CaseKey;
}

const SecretText = v.pipe(
  v.string(),
  v.transform((text) => fromBase64url(text)),
  Secret,
);
const Inside = v.strictObject({
  lens: Lens,
  names: v.strictObject({ a: v.nullable(v.string()), b: v.nullable(v.string()) }),
  cueKey: v.pipe(SecretText, CueKey),
  sessionKey: v.nullable(SecretText),
  caseKey: v.pipe(SecretText, CaseKey),
});

/** One length for all bundles: it does not tell whether there is a key of words in it. */
const bucket = [1_024];

const aadOf = ({ roomId, observation, sessionId, epoch }: BundlePlace) =>
  lp(version, 'bundle', roomId, observation, sessionId, String(epoch));

/** Only the two devices that compared digits have this key, for this observation. */
async function keyBetween(
  { privateKey }: HolderKeys,
  theirs: PublicKey,
  { observation, observerKey, helperKey }: BundlePlace,
): Promise<CryptoKey | null> {
  const shared = await agree(privateKey, theirs);
  return shared && deriveKey(shared, 'weerklank bundle', observation, observerKey, helperKey);
}

/**
 * Seals an observer's keys of one session in one epoch. The key of the words is left out when the lens lets
 * none through, whoever asks. Null when her public key is none. To be called only for a key that this
 * device compared digits for.
 */
export async function sealBundle(
  helper: HolderKeys,
  place: BundlePlace,
  { roomKey, caseId, lens, names }: BundleSource,
): Promise<string | null> {
  const between = await keyBetween(helper, place.observerKey, place);
  const words = letsThrough(lens, 'text');
  const sessionKey = words ? await deriveBytes(roomKey, ...sessionInfo(place)) : null;
  const inside = {
    lens,
    names,
    cueKey: toBase64url(await cueKeyOf(roomKey, place)),
    sessionKey: sessionKey && toBase64url(sessionKey),
    caseKey: toBase64url(await caseKeyOf(roomKey, { ...place, caseId })),
  };
  const plaintext = pad(inside, bucket);
  if (!plaintext) throw new Error('A bundle that fits nowhere');
  return between && sealText(between, aadOf(place), plaintext);
}

/**
 * Opens a bundle that the pinned device of a partner sealed. Refused with `unreadable` when anyone else did,
 * or for another observation, session or epoch, or when one bit was changed. Never throws on bad input.
 */
export async function openBundle(
  observer: HolderKeys,
  place: BundlePlace,
  sealed: string,
): Promise<Result<OpenedBundle, 'unreadable'>> {
  const between = await keyBetween(observer, place.helperKey, place);
  const plaintext = between && (await openText(between, aadOf(place), sealed));
  const inside = v.safeParse(Inside, plaintext && unpad(plaintext, bucket));
  if (!inside.success) return refused('unreadable');
  const { sessionKey, ...rest } = inside.output;
  return accepted({ ...rest, sessionKey: sessionKey && (await sessionKeyFrom(sessionKey)) });
}

async function sessionKeyFrom(bytes: Bytes): Promise<SessionKey> {
  const uses: KeyUsage[] = ['encrypt', 'decrypt'];
  const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, uses);
  return v.parse(SessionKey, key);
}
