import * as v from 'valibot';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import type { PublicKey } from '#lib/keyholder.ts';
import { openText, sealText, version } from './box.ts';
import type { Shown } from './comparison.ts';
import { deriveKey } from './derive.ts';
import { agree, type HolderKeys } from './holder-keys.ts';
import { lp } from './lp.ts';
import { RoomKey } from './room-key.ts';
import type { EpochKey } from './room-keys.ts';

const aadOf = ({ roomId }: Shown, epoch: number) => lp(version, 'given key', roomId, String(epoch));

/** Only the two whose digits were compared have this key: it is made of everything the digits are made of. */
async function keyBetween(
  mine: HolderKeys,
  theirs: PublicKey,
  { askerKey, askerNonce, helperKey, helperNonce }: Shown,
): Promise<CryptoKey | null> {
  const shared = await agree(mine.privateKey, theirs);
  const info = ['weerklank given key', askerKey, askerNonce, helperKey, helperNonce] as const;
  return shared && deriveKey(shared, ...info);
}

/**
 * Seals the room's key in use for whoever the digits were compared with. Null when their public key is
 * none. To be called only after both said that the digits are the same.
 */
export async function sealGivenKey(
  helper: HolderKeys,
  askerKey: PublicKey,
  shown: Shown,
  { epoch, key }: EpochKey,
): Promise<string | null> {
  const between = await keyBetween(helper, askerKey, shown);
  return between && sealText(between, aadOf(shown, epoch), key);
}

/** Opens what `sealGivenKey` made. Refused with `unreadable` when anything about it is otherwise. */
export async function openGivenKey(
  asker: HolderKeys,
  helperKey: PublicKey,
  shown: Shown,
  { sealed, epoch }: { sealed: string; epoch: number },
): Promise<Result<EpochKey, 'unreadable'>> {
  const between = await keyBetween(asker, helperKey, shown);
  const opened = between && (await openText(between, aadOf(shown, epoch), sealed));
  const key = v.safeParse(RoomKey, opened);
  return key.success ? accepted({ epoch, key: key.output }) : refused('unreadable');
}
