import { isDeepStrictEqual } from 'node:util';
import type { ExerciseDefinition, Phase } from '#lib/dialogue/exercise.ts';
import type { Exercise } from './exercise.ts';
import { type Library, libraryOf } from './library.ts';
import type { SourceFault } from './source.ts';

/**
 * A library with the exercises that sessions were opened of. One whose file is gone is kept for those
 * sessions and no longer offered. One whose file now has other rules under the same version is refused,
 * and the kept one stays: a log only makes sense under the rules it was made with.
 */
export function withKept(library: Library, kept: readonly Exercise[]): Library {
  const faults: SourceFault[] = [...library.faults];
  const retired: Exercise[] = [];
  const refused = new Set<Exercise>();
  for (const former of kept) {
    const { id, version } = former.definition;
    const now = library.find({ id, version });
    if (now && isDeepStrictEqual(rulesOf(now.definition), rulesOf(former.definition))) continue;
    retired.push(former);
    if (!now) continue;
    refused.add(now);
    const says = `Its steps are not what they were when version ${version} was first used. Put them back, or raise the version to ${version + 1}.`;
    faults.push({ file: library.fileOf(now), line: 1, says });
  }
  if (retired.length === 0) return library;
  const present = library.all.filter((exercise) => !refused.has(exercise));
  return libraryOf({
    exercises: [...present, ...retired],
    retired: new Set(retired),
    faults,
    fileOf: library.fileOf,
  });
}

/** The rules of a definition without what is only guidance: that may change within a version. */
export function rulesOf({ parts, ...rest }: ExerciseDefinition) {
  const bare = (phases: readonly Phase[]) =>
    phases.map(({ id, steps }) => ({
      id,
      steps: steps.map(({ distress: _, ...step }) => step),
    }));
  return {
    ...rest,
    parts: parts.map((part) =>
      part.play === 'once'
        ? { ...part, phases: bare(part.phases) }
        : { ...part, phases: bare(part.phases), between: bare(part.between) },
    ),
  };
}
