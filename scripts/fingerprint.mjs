import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

/**
 * One digest over files and folders of the program; what does not exist counts as empty.
 * @param {readonly string[]} paths relative to the program's folder
 * @param {string} [except] a folder in one of them that is made, not written
 */
export function fingerprint(paths, except) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => filesIn(path, except))) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * Whether a step was last done for exactly this.
 * @param {string} stamp where the step leaves its digest
 * @param {string} digest
 */
export function isDone(stamp, digest) {
  try {
    return readFileSync(join(root, stamp), 'utf8') === digest;
  } catch {
    return false;
  }
}

/**
 * Remembers that a step is done.
 * @param {string} stamp
 * @param {string} digest
 */
export function markDone(stamp, digest) {
  writeFileSync(join(root, stamp), digest);
}

/**
 * @param {string} path
 * @param {string | undefined} except
 * @returns {readonly string[]}
 */
function filesIn(path, except) {
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  if (!found || path === except) return [];
  if (!found.isDirectory()) return [path];
  const names = readdirSync(join(root, path)).sort();
  return names.flatMap((name) => filesIn(`${path}/${name}`, except));
}
