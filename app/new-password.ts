import * as v from 'valibot';
import { judgeCost } from '#lib/account/stretch.ts';
import { PasswordWrap, stretchOf } from '#lib/account/vault-material.ts';
import type { Splitting } from '#lib/account.ts';

/**
 * The wrap that came with a new password. Null for one that no browser of ours would open again: it is
 * none, its password is stretched too little or too much, or it says otherwise than what came along.
 */
export function usableWrap(password: {
  splitting: Splitting;
  passwordWrap: string;
}): PasswordWrap | null {
  const wrap = v.safeParse(PasswordWrap, password.passwordWrap);
  if (!wrap.success) return null;
  const stretch = stretchOf(wrap.output);
  const { salt, memory, passes, lanes } = password.splitting;
  const same =
    stretch.salt === salt &&
    stretch.memory === memory &&
    stretch.passes === passes &&
    stretch.lanes === lanes;
  return same && judgeCost(stretch).ok ? wrap.output : null;
}
