import type { ExerciseRef } from '#lib/dialogue/exercise.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Exercise } from './exercise.ts';
import type { Bond, Mood } from './exercise-file.ts';
import { keyOf } from './key.ts';
import type { Library } from './library.ts';

/** What a couple chooses an exercise by, in the language of the page. */
export interface Card extends ExerciseRef {
  name: string;
  purpose: string;
  minutes: number;
  mood: Mood;
  trains: readonly Bond[];
}

/** The exercises that are offered, and the names of all there are. */
export interface Catalogue {
  offered: readonly Card[];
  /** By `id@version`, also of versions that are no longer offered. */
  names: Readonly<Record<string, string>>;
}

/** What a page needs to know of the library; the exercises themselves are fetched when they are used. */
export function catalogueOf({ offered, all }: Library, language: Language): Catalogue {
  return {
    offered: offered.map((exercise) => cardOf(exercise, language)),
    names: Object.fromEntries(
      all.map(({ definition, texts }) => [keyOf(definition), texts[language].about.name]),
    ),
  };
}

/** What an exercise is called; undefined for a version that is not here any more. */
export function nameIn({ names }: Catalogue, ref: ExerciseRef): string | undefined {
  return names[keyOf(ref)];
}

function cardOf({ definition, texts, minutes, mood, trains }: Exercise, language: Language): Card {
  const { id, version } = definition;
  const { name, purpose } = texts[language].about;
  return { id, version, name, purpose, minutes, mood, trains };
}
