import { describe, expect, it } from 'vitest';
import { leafletOf } from '#lib/exercises/leaflet.ts';
import { languages } from '#lib/i18n/language.ts';
import { exerciseOf, library } from '#tests/support/exercises.ts';

const every = library.offered.flatMap((exercise) =>
  languages.map((language) => ({ id: exercise.definition.id, exercise, language })),
);

describe('what is read of an exercise on paper', () => {
  it.each(every)(
    'names every phase and step of $id once in $language',
    ({ exercise, language }) => {
      const { course } = leafletOf(exercise, language, 'de ander');
      const phases = course.flatMap((stretch) => stretch.phases);
      const steps = phases.flatMap((phase) => phase.steps);
      expect(phases.map(({ id }) => id).sort()).toEqual(
        Object.keys(exercise.texts[language].phases).sort(),
      );
      expect(steps.map(({ id }) => id).sort()).toEqual(
        Object.keys(exercise.texts[language].steps).sort(),
      );
      expect(JSON.stringify(course)).not.toContain('{partner}');
    },
  );

  it('says what is done once, what each does, and what comes in between', () => {
    const { course } = leafletOf(exerciseOf('mirror-dialogue'), 'nl', 'de ander');
    expect(course.map(({ play }) => play)).toEqual(['once', 'each', 'between', 'once']);
  });

  it('tells apart what is only done when something is not as usual', () => {
    const { course } = leafletOf(exerciseOf('mirror-dialogue'), 'nl', 'de ander');
    const steps = course.flatMap(({ phases }) => phases).flatMap((phase) => phase.steps);
    expect(steps.filter(({ aside }) => aside).map(({ id }) => id)).toEqual(['give-back-feeling']);
  });

  it('asks for a number instead of a slider, and calls the other by a word', () => {
    const { course } = leafletOf(exerciseOf('mirror-dialogue'), 'nl', 'de ander');
    const steps = course.flatMap(({ phases }) => phases).flatMap((phase) => phase.steps);
    const asked = (id: string) => steps.find((step) => step.id === id)?.asked;
    expect(asked('arrive')?.kind).toBe('number');
    const landed = asked('landed');
    expect(landed?.kind === 'say' && landed.text).toContain('de ander');
  });

  it('begins a sentence with a capital, also when it begins with the other', () => {
    const mirror = exerciseOf('mirror-dialogue');
    const step = mirror.texts.nl.steps['tell'];
    if (!step) throw new Error('No such step');
    const spoken = '{partner} wacht. {partner} hoort je, en jij {partner}.';
    const steps = { ...mirror.texts.nl.steps, tell: { ...step, spoken } };
    const texts = { ...mirror.texts, nl: { ...mirror.texts.nl, steps } };
    const { course } = leafletOf({ ...mirror, texts }, 'nl', 'de ander');
    const found = course
      .flatMap(({ phases }) => phases)
      .flatMap((phase) => phase.steps)
      .find(({ id }) => id === 'tell');
    expect(found?.asked).toEqual({
      kind: 'say',
      text: 'De ander wacht. De ander hoort je, en jij de ander.',
    });
  });
});
