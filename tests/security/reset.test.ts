import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { VaultMaterial } from '#lib/account/vault-material.ts';
import type { Result } from '#lib/dialogue/result.ts';
import type { AccountKeys } from '#lib/vault/account-keys.ts';
import { accountVault, type Opener } from '#lib/vault/account-vault.ts';
import { fromBase64url } from '#lib/vault/base64url.ts';
import { sealOwnEnvelope } from '#lib/vault/envelope.ts';
import { curve, type HolderKeys, holderKeysOf } from '#lib/vault/holder-keys.ts';
import { newRoomId } from '#lib/vault/new-id.ts';
import { splitPassword } from '#lib/vault/password.ts';
import { takeKeys } from '#lib/vault/received-keys.ts';
import { newRoomKey } from '#lib/vault/room-key.ts';
import { Tries } from '#tests/support/tally.ts';

const name = 'attack-11-reset';
const vault = accountVault(splitPassword);
const roomId = newRoomId();
const roomKey = { epoch: 1, key: newRoomKey() };

async function accept<Value>(given: Promise<Result<Value, string>>): Promise<Value> {
  const result = await given;
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

/** An account as a keyholder of the room. */
async function holderOf({ publicKey, privateKey }: AccountKeys): Promise<HolderKeys> {
  const raw = fromBase64url(publicKey) ?? new Uint8Array();
  return holderKeysOf({
    publicKey: await crypto.subtle.importKey('raw', raw, curve, true, []),
    privateKey,
  });
}

const [former, latter] = ['een fiets op de maan', 'twee fietsen op de maan'] as const;
const before = await accept(vault.make(former));
const account = await holderOf(before.keys);
/** What a server keeps of the room for the account, and does not let go of. */
const given = {
  envelopes: [{ epoch: 1, envelope: await sealOwnEnvelope(roomId, account, roomKey) }],
  chain: [],
};

/** Whether these keys open what was sealed for the account. */
async function reads(keys: AccountKeys): Promise<boolean> {
  const taken = await takeKeys(roomId, null, await holderOf(keys), given);
  return taken.ok && Buffer.from(taken.value.current).equals(roomKey.key);
}

/** Every mixture of what a server kept of the old account with what it was given for the new one. */
function* mixtures(old: VaultMaterial, fresh: VaultMaterial): Generator<VaultMaterial> {
  const fields = Object.keys(VaultMaterial.entries);
  for (let which = 0; which < 2 ** fields.length; which += 1) {
    const taken = fields.filter((_, at) => (which >> at) & 1);
    const from = Object.entries(old).filter(([field]) => taken.includes(field));
    yield v.parse(VaultMaterial, { ...fresh, ...Object.fromEntries(from) });
  }
}

describe('(attack 11) Somebody who chose another password without the recovery code', () => {
  it('reads nothing of before, whatever the server makes of the old and the new', async () => {
    expect(await reads(before.keys)).toBe(true);
    const after = await accept(vault.make(latter));
    const openers: readonly Opener[] = [{ password: latter }, { recoveryCode: after.recoveryCode }];
    const tries = new Tries();
    let opened = 0;
    for (const material of mixtures(before.material, after.material)) {
      for (const opener of openers) {
        const keys = await vault.open(opener, material);
        if (keys.ok) opened += 1;
        tries.note(Object.keys(opener).join(), keys.ok && (await reads(keys.value)));
      }
    }
    // Only what is all new opens, to keys that are new as well; each opener needs three of the four.
    expect(opened).toBe(4);
    expect(tries.told(name)).toEqual([]);
  });

  it('leaves nothing that the old password or the old code still opens', async () => {
    const after = await accept(vault.make(latter));
    const tries = new Tries();
    for (const opener of [{ password: former }, { recoveryCode: before.recoveryCode }]) {
      tries.note(Object.keys(opener).join(), (await vault.open(opener, after.material)).ok);
    }
    expect(tries.told(name)).toEqual([]);
  });

  it('with the code reads everything, so that the refusals above have a cause', async () => {
    const reset = await accept(vault.resetWithCode(before.recoveryCode, latter, before.material));
    expect(await reads(reset.keys)).toBe(true);
    const material = { ...before.material, passwordWrap: reset.passwordWrap };
    expect(await reads(await accept(vault.open({ password: latter }, material)))).toBe(true);
    const tries = new Tries();
    tries.note('the old password', (await vault.open({ password: former }, material)).ok);
    expect(tries.told(name)).toEqual([]);
  });
});
