import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { ExerciseDefinition, ExerciseRef } from '#lib/dialogue/exercise.ts';
import type { Exercise } from './exercise.ts';
import type { CommonPhases } from './expand.ts';
import { keyOf } from './key.ts';
import { readCommonPhases, readExercise } from './read-exercise.ts';
import type { SourceFault } from './source.ts';

/** Where our own exercises stand; every command runs from the top folder. */
const own = join('lib', 'exercises', 'library');
const commonFile = 'common.yaml';
/** More than anyone writes by hand. */
const largestFile = 256 * 1024;

/** The exercises that can be played here. Server side only: it reads files. */
export interface Library {
  /** What is offered, in the order in which it is: of each exercise the newest version. */
  offered: readonly Exercise[];
  /** Every version there is, also the ones that are kept for the sessions opened under them. */
  all: readonly Exercise[];
  /** What was refused, and why. The rest is served all the same. */
  faults: readonly SourceFault[];
  /** The file an exercise was read from; empty when it was kept from before. */
  fileOf(exercise: Exercise): string;
  find(ref: ExerciseRef): Exercise | undefined;
  findDefinition(ref: ExerciseRef): ExerciseDefinition | undefined;
}

/**
 * Reads our own exercises, and those a host keeps in a folder. Throws when our own are broken, which is
 * a bug; a broken file of the host is refused and told of in `faults`.
 * @param hostFolder null when there is none; one that cannot be read is a fault.
 */
export function readLibrary(hostFolder: string | null): Library {
  const shelf = new Shelf();
  for (const path of exerciseFiles(own)) shelf.add(path);
  const [bug] = shelf.faults;
  if (bug) throw new Error(`${bug.file}:${bug.line}: ${bug.says}`);
  if (hostFolder === null) return libraryOf(shelf);
  shelf.reserve(idsOf(shelf));
  try {
    for (const path of exerciseFiles(hostFolder)) shelf.add(path);
  } catch {
    const says = 'This folder cannot be read. Check EXERCISES_DIR and who may read it.';
    shelf.faults.push({ file: hostFolder, line: 1, says });
  }
  return libraryOf(shelf);
}

/** Reads just these files, such as one that is being written. */
export function readFiles(paths: readonly string[]): Library {
  const shelf = new Shelf();
  const ours = exerciseFiles(own).map((path) => resolve(path));
  const foreign = paths.some((path) => !ours.includes(resolve(path)));
  if (foreign) shelf.reserve(readLibrary(null).all.map(({ definition }) => definition.id));
  for (const path of paths) shelf.add(path);
  return libraryOf(shelf);
}

function idsOf({ exercises }: Shelf): readonly string[] {
  return exercises.map(({ definition }) => definition.id);
}

function ownCommonPhases(): CommonPhases {
  const common = readCommonPhases(commonFile, readFileSync(join(own, commonFile), 'utf8'));
  if (!common.ok) throw new Error(common.reason.map(({ line, says }) => `${line}: ${says}`).join());
  return common.value;
}

function exerciseFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => /^[^.].*\.ya?ml$/.test(file) && file !== commonFile)
    .sort()
    .map((file) => join(folder, file));
}

/** What a file says; null for what is no file, or too large, or not for us to read. */
function readText(path: string): string | null {
  try {
    return statSync(path).size > largestFile ? null : readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** The exercises read so far, each version once. */
class Shelf {
  readonly exercises: Exercise[] = [];
  readonly retired: ReadonlySet<Exercise> = new Set();
  readonly faults: SourceFault[] = [];
  readonly #files = new Map<Exercise, string>();
  readonly #common = ownCommonPhases();
  #reserved: ReadonlySet<string> = new Set();

  /** From here on nothing may take one of these ids. */
  reserve(ids: readonly string[]): void {
    this.#reserved = new Set(ids);
  }

  add(path: string): void {
    const name = basename(path);
    const text = readText(path);
    if (text === null) {
      const says =
        'This cannot be read as a file of at most 256 kB. Check what it is, and who may read it.';
      this.faults.push({ file: name, line: 1, says });
      return;
    }
    const read = readExercise(name, text, this.#common);
    if (!read.ok) {
      this.faults.push(...read.reason);
      return;
    }
    const { id, version } = read.value.definition;
    if (this.#reserved.has(id)) {
      const says = `"${id}" is the id of an exercise that comes with Weerklank. Choose another.`;
      this.faults.push({ file: name, line: 1, says });
      return;
    }
    if (this.exercises.some(({ definition }) => isVersion(definition, { id, version }))) {
      const says = `There is an exercise "${id}" of version ${version} already. Raise the version, or choose another id.`;
      this.faults.push({ file: name, line: 1, says });
      return;
    }
    this.exercises.push(read.value);
    this.#files.set(read.value, name);
  }

  fileOf = (exercise: Exercise): string => this.#files.get(exercise) ?? '';
}

/** What a library is made of. */
export interface Stock {
  exercises: readonly Exercise[];
  /** Those that are no longer offered. */
  retired: ReadonlySet<Exercise>;
  faults: readonly SourceFault[];
  fileOf(exercise: Exercise): string;
}

/** A library of these exercises, each version of which is there once. */
export function libraryOf({ exercises: all, retired, faults, fileOf }: Stock): Library {
  const candidates = all.filter((exercise) => !retired.has(exercise));
  const newest = ({ definition: { id, version } }: Exercise) =>
    candidates.every(({ definition }) => definition.id !== id || definition.version <= version);
  const byKey = new Map(all.map((exercise) => [keyOf(exercise.definition), exercise]));
  const find = (ref: ExerciseRef) => byKey.get(keyOf(ref));
  return {
    offered: candidates.filter(newest),
    all,
    faults,
    fileOf,
    find,
    findDefinition: (ref) => find(ref)?.definition,
  };
}

function isVersion(definition: ExerciseDefinition, ref: ExerciseRef): boolean {
  return keyOf(definition) === keyOf(ref);
}
