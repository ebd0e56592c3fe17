import * as v from 'valibot';
import { openText, sealText, version } from './box.ts';
import { fromJson, toJson } from './json.ts';
import { lp } from './lp.ts';

/**
 * What a device remembers between visits. Values lie there only as ciphertext; names lie there as
 * they are, so a name holds ids and never words. Calls take effect in the order they were made.
 * Every call rejects when the device's storage itself fails (no room left, storage forbidden).
 */
export interface DeviceSafe {
  /** Keeps `value` (text of at most 30,000 bytes) under `name`, in the place of what was there. */
  put(name: string, value: string): Promise<void>;
  /** The value, or null when there is none or what is there cannot be opened. */
  get(name: string): Promise<string | null>;
  remove(name: string): Promise<void>;
  /** All names that begin with `prefix`, in the order of their UTF-16 code units. */
  names(prefix: string): Promise<string[]>;
}

/** Where a safe keeps its ciphertext. Knows nothing of keys or plaintext. */
export interface Shelf {
  read(name: string): Promise<string | null>;
  write(name: string, sealed: string): Promise<void>;
  remove(name: string): Promise<void>;
  names(): Promise<string[]>;
}

const aadOf = (name: string) => lp(version, 'device', name);

/** A key for a safe: AES-256-GCM, not exportable. */
export function newDeviceKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/**
 * A safe over a shelf. A value opens only under the name it was put under.
 * @param deviceKey asked on every call, so that a shelf that was emptied meanwhile (by the person or
 *   the browser) is never filled with values whose key is gone.
 */
export function safeOver(shelf: Shelf, deviceKey: () => Promise<CryptoKey>): DeviceSafe {
  let last: Promise<unknown> = Promise.resolve();
  // Sealing takes longer for longer values: without a queue an older draft could land last.
  const inTurn = <Value>(job: () => Promise<Value>): Promise<Value> => {
    const turn = last.then(job, job);
    last = turn;
    return turn;
  };
  return {
    put: (name, value) =>
      inTurn(async () => {
        await shelf.write(name, await sealText(await deviceKey(), aadOf(name), toJson(value)));
      }),
    get: (name) =>
      inTurn(async () => {
        const sealed = (await shelf.read(name)) ?? '';
        const plaintext = await openText(await deviceKey(), aadOf(name), sealed);
        const value = v.safeParse(v.string(), plaintext && fromJson(plaintext));
        return value.success ? value.output : null;
      }),
    remove: (name) => inTurn(() => shelf.remove(name)),
    names: (prefix) =>
      inTurn(async () => (await shelf.names()).filter((name) => name.startsWith(prefix)).sort()),
  };
}
