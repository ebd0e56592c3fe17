import * as v from 'valibot';
import { deriveBytes } from './derive.ts';
import { bytesOf, type RecoveryCode } from './recovery-code.ts';
import { Secret } from './secret.ts';

/** A key-encrypting key: 32 bytes out of a password or a recovery code, that open a user key. */
export const Kek = v.pipe(Secret, v.brand('Kek'));
export type Kek = v.InferOutput<typeof Kek>;

/** The key of a recovery code, by HKDF-SHA-256: its 128 bits are random and need no stretching. */
export async function kekOfCode(code: RecoveryCode): Promise<Kek> {
  return v.parse(Kek, await deriveBytes(bytesOf(code), 'weerklank recovery code'));
}
