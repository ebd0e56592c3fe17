import * as v from 'valibot';
import type { RoomId } from '#lib/dialogue/id.ts';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import { type HolderId, PublicKey } from '#lib/keyholder.ts';
import { openText, sealText, version } from './box.ts';
import { deriveKey } from './derive.ts';
import { agree, type HolderKeys, newHolder } from './holder-keys.ts';
import { lp } from './lp.ts';
import { RoomKey } from './room-key.ts';
import type { EpochKey } from './room-keys.ts';

/** Which key an envelope holds, and whose it is. It opens nowhere else. */
export interface EnvelopeContext {
  roomId: RoomId;
  epoch: number;
  holderId: HolderId;
}

/** Sealed by anyone, with a key pair made for this one envelope. */
const forAnother = 'for';
/** Sealed by the keyholder itself: nobody else can make one that opens. */
const forItself = 'own';

const aadOf = ({ roomId, epoch, holderId }: EnvelopeContext) =>
  lp(version, 'envelope', roomId, String(epoch), holderId);

/**
 * Seals a room's key for a keyholder, as `for.<sender>.<box>`: `sender` is the public half of a key
 * pair that is used once (ECIES: ECDH P-256, HKDF-SHA-256, AES-256-GCM). Anyone can seal one, so what
 * opens is believed only when the chain of keys leads back to one that was held before.
 * Null when the public key is none; who vouches for it is for the caller to check.
 */
export async function sealEnvelope(
  roomId: RoomId,
  holder: { id: HolderId; publicKey: PublicKey },
  { epoch, key }: EpochKey,
): Promise<string | null> {
  const sender = await newHolder();
  const shared = await agree(sender.privateKey, holder.publicKey);
  if (!shared) return null;
  const info = [forAnother, sender.publicKey, holder.publicKey] as const;
  const box = await sealText(
    await deriveKey(shared, 'weerklank envelope', ...info),
    aadOf({ roomId, epoch, holderId: holder.id }),
    key,
  );
  return `${forAnother}.${sender.publicKey}.${box}`;
}

/**
 * Seals a room's key for the keyholder whose private key this is, as `own.<box>`. Whoever opens it
 * later knows that they sealed it themselves, also when the server kept it meanwhile.
 */
export async function sealOwnEnvelope(
  roomId: RoomId,
  holder: HolderKeys,
  { epoch, key }: EpochKey,
): Promise<string> {
  const context = { roomId, epoch, holderId: holder.id };
  return `${forItself}.${await sealText(await ownKeyOf(holder), aadOf(context), key)}`;
}

/**
 * Opens an envelope. `proven` when this keyholder sealed it. Refused with `unreadable` when it is for
 * another keyholder, room or epoch, or was changed. Never throws for anything a server can send.
 */
export async function openEnvelope(
  context: EnvelopeContext,
  holder: HolderKeys,
  envelope: string,
): Promise<Result<EpochKey & { proven: boolean }, 'unreadable'>> {
  const proven = envelope.startsWith(`${forItself}.`);
  const key = proven ? await ownKeyOf(holder) : await keyFrom(holder, envelope);
  const box = envelope.split('.').slice(proven ? 1 : 2);
  const opened = key && (await openText(key, aadOf(context), box.join('.')));
  const roomKey = v.safeParse(RoomKey, opened);
  if (!roomKey.success) return refused('unreadable');
  return accepted({ epoch: context.epoch, key: roomKey.output, proven });
}

async function keyFrom(holder: HolderKeys, envelope: string): Promise<CryptoKey | null> {
  const [kind, senderText] = envelope.split('.', 2);
  const sender = v.safeParse(PublicKey, senderText);
  if (kind !== forAnother || !sender.success) return null;
  const shared = await agree(holder.privateKey, sender.output);
  const info = [forAnother, sender.output, holder.publicKey] as const;
  return shared && deriveKey(shared, 'weerklank envelope', ...info);
}

/** What a private key has in common with its own public half is known to nobody else. */
async function ownKeyOf({ privateKey, publicKey }: HolderKeys): Promise<CryptoKey> {
  const shared = await agree(privateKey, publicKey);
  if (!shared) throw new Error('A keyholder whose keys are no pair');
  return deriveKey(shared, 'weerklank envelope', forItself, publicKey, publicKey);
}
