import { env } from '#lib/env.ts';
import { type Library, readLibrary } from '#lib/exercises/library.ts';
import { withKept } from '#lib/exercises/with-kept.ts';
import { keptExercises } from './kept-exercises.ts';
import { database } from './shared.ts';

declare global {
  var weerklankLibrary: Promise<Library> | undefined;
}

/**
 * The one library of this process, read at first use. On globalThis, because every bundle of Next has
 * its own copy of this module, and pages and sockets must play by the same exercises.
 */
export function sharedLibrary(): Promise<Library> {
  globalThis.weerklankLibrary ??= read().catch((error) => {
    globalThis.weerklankLibrary = undefined;
    throw error;
  });
  return globalThis.weerklankLibrary;
}

async function read(): Promise<Library> {
  const kept = await keptExercises(await database());
  const readable = kept.flatMap(({ exercise }) => exercise ?? []);
  const unreadable = kept.filter(({ exercise }) => exercise === null);
  const library = withKept(readLibrary(env().exercisesDir), readable);
  const faults = unreadable.map(({ id, version }) => ({
    file: `${id}@${version}`,
    line: 1,
    says: 'What was kept of this version cannot be read by this release.',
  }));
  return { ...library, faults: [...library.faults, ...faults] };
}
