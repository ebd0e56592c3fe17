import * as v from 'valibot';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { judgeCost, type PasswordCost, type Stretch, usualCost } from '#lib/account/stretch.ts';
import { PasswordWrap, SealedPrivateKey } from '#lib/account/vault-material.ts';
import { accountVault } from '#lib/vault/account-vault.ts';
import { newStretch, splitPassword } from '#lib/vault/password.ts';
import { wrapForPassword } from '#lib/vault/user-key.ts';
import { Tries } from '#tests/support/tally.ts';
import { kek, passwordWrap, publicKey, read, stretch, userKey } from '#tests/support/wrapped.ts';

const name = 'attack-06-kdf-downgrade';
const password = 'correct horse battery staple';
const vault = accountVault(splitPassword);

/** Costs around the floor and the ceiling, of which only those in between are to be worked with. */
const costs: readonly PasswordCost[] = [
  1,
  8,
  19_456,
  65_535,
  65_536,
  1_048_576,
  1_048_577,
  2 ** 31,
].flatMap((memory) =>
  [1, 2, 3, 10, 11, 2 ** 20].flatMap((passes) =>
    [1, 4, 5].map((lanes) => ({ memory, passes, lanes })),
  ),
);
const judged = (cost: PasswordCost) => {
  const verdict = judgeCost(cost);
  return verdict.ok ? 'taken' : verdict.reason;
};
const refusedOnes = costs.filter((cost) => judged(cost) !== 'taken');

/** How often a password was really stretched, from now until the test is over. */
function stretchings() {
  const started = vi.spyOn(WebAssembly, 'instantiate');
  onTestFinished(() => started.mockRestore());
  return () => started.mock.calls.length;
}

describe('(attack 6) A server that asks for a cheaper password', () => {
  it('is heard from the floor up to the ceiling, and nowhere else', () => {
    const within = ({ memory, passes, lanes }: PasswordCost) =>
      memory >= 65_536 && memory <= 1_048_576 && passes >= 3 && passes <= 10 && lanes <= 4;
    for (const cost of costs)
      expect([cost, judged(cost) === 'taken']).toEqual([cost, within(cost)]);
    expect(judged(usualCost)).toBe('taken');
    expect(refusedOnes.length).toBeGreaterThan(100);
  });

  it('is given nothing: not one half is computed, whatever is asked of the password', async () => {
    const computed = stretchings();
    const tries = new Tries();
    for (const cost of refusedOnes) {
      const lowered: Stretch = { ...newStretch(), ...cost };
      const what = JSON.stringify(cost);
      tries.note(what, (await splitPassword(password, lowered)).ok);
      // Also in a record that whoever has the key of the password has vouched for.
      const record = await wrapForPassword(kek, lowered, publicKey, userKey);
      const material = {
        passwordWrap: record,
        recoveryWrap: null,
        publicKey,
        sealedPrivateKey: v.parse(SealedPrivateKey, 'wk1.AAAAAAAAAAAAAAAA.AAAA'),
      };
      tries.note(what, (await vault.open({ password }, material)).ok);
      tries.note(what, (await vault.changePassword(password, 'another', material)).ok);
      tries.note(what, (await vault.renewCode(password, material)).ok);
    }
    tries.note('Argon2id was started', computed() > 0);
    expect(tries.told(name)).toEqual([]);
    // So that it says something that nothing was started.
    expect((await splitPassword(password, newStretch())).ok).toBe(true);
    expect(computed()).toBeGreaterThan(0);
  });

  it('does not get a record to open in which it wrote another cost or salt', async () => {
    const tries = new Tries();
    const { salt, memory, passes, lanes } = stretch;
    const parts = passwordWrap.split('.');
    expect((await read(passwordWrap)).ok).toBe(true);
    for (const cost of costs) {
      if (cost.memory === memory && cost.passes === passes && cost.lanes === lanes) continue;
      const written = [cost.memory, cost.passes, cost.lanes].map(String);
      const changed = [...parts.slice(0, 2), ...written, ...parts.slice(5)].join('.');
      expect(v.is(PasswordWrap, changed)).toBe(true);
      tries.note(changed, (await read(changed)).ok);
    }
    for (let count = 0; count < 100; count += 1) {
      const changed = passwordWrap.replace(salt, newStretch().salt);
      tries.note(changed, (await read(changed)).ok);
    }
    expect(tries.told(name)).toEqual([]);
  });
});
