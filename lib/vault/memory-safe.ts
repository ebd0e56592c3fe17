import { type DeviceSafe, newDeviceKey, safeOver } from './device-safe.ts';

/**
 * A safe that lasts as long as the process, for a partner without a browser.
 * @param stored where the ciphertext goes, by name.
 */
export function memorySafe(stored: Map<string, string> = new Map()): DeviceSafe {
  const key = newDeviceKey();
  return safeOver(
    {
      read: async (name) => stored.get(name) ?? null,
      write: async (name, sealed) => void stored.set(name, sealed),
      remove: async (name) => void stored.delete(name),
      names: async () => [...stored.keys()],
    },
    () => key,
  );
}
