import { env } from '#lib/env.ts';
import { type Library, readLibrary } from './library.ts';

declare global {
  var weerklankLibrary: Library | undefined;
}

/**
 * The one library of this process, read at first use. On globalThis, because every bundle of Next has
 * its own copy of this module, and pages and sockets must play by the same exercises.
 */
export function sharedLibrary(): Library {
  globalThis.weerklankLibrary ??= readLibrary(env().exercisesDir);
  return globalThis.weerklankLibrary;
}
