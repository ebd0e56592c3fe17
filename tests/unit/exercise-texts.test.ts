import { describe, expect, it } from 'vitest';
import { acts } from '#lib/dialogue/act.ts';
import { courseOf } from '#lib/dialogue/course.ts';
import {
  phaseTexts,
  scaleTexts,
  stepTexts,
  wayTexts,
  withPartner,
} from '#lib/exercises/texts-of.ts';
import { languages } from '#lib/i18n/language.ts';
import { library } from '#tests/support/exercises.ts';

for (const { definition: exercise, texts: inLanguages } of library.all) {
  const phases = [...new Set(courseOf(exercise).map((leg) => leg.phase))];
  const steps = phases.flatMap((phase) => phase.steps);

  describe.each(languages)(`the texts of ${exercise.id} in %s`, (language) => {
    const texts = inLanguages[language];

    it.each(phases.map((phase) => phase.id))('name phase %s briefly', (id) => {
      const { name, about } = phaseTexts(texts, id);
      expect(name.length).toBeLessThanOrEqual(30);
      expect(about).toMatch(/[.?]$/);
    });

    it.each(steps.map((step) => [step.id, step] as const))('tell step %s', (id, step) => {
      const { acting, waiting, spoken, ways } = stepTexts(texts, id);
      for (const sentence of [acting, waiting, spoken]) expect(sentence).toMatch(/[.?’]$/);
      expect(Object.keys(ways).sort()).toEqual(step.ways.map((way) => way.act).sort());
    });

    it('offer stems with text, a scale with a rating, and neither otherwise', () => {
      for (const step of steps) {
        for (const { act } of step.ways) {
          const way = wayTexts(texts, step.id, act);
          const { words } = acts[act];
          expect(way.label, step.id).not.toBe('');
          expect(way.saidAs, step.id).not.toContain('{');
          expect(way.stems.length > 0, `${step.id}/${act}`).toBe(words === 'text');
          const rated = words === 'rating' || words === 'ratings';
          expect(way.scale !== undefined, `${step.id}/${act}`).toBe(rated);
          expect(scaleTexts(texts, step)).toHaveLength(step.scales?.length ?? 0);
        }
      }
    });

    it('are about this exercise only', () => {
      expect(Object.keys(texts.phases).sort()).toEqual(phases.map((phase) => phase.id).sort());
      expect(Object.keys(texts.steps).sort()).toEqual(steps.map((step) => step.id).sort());
    });

    it('use no other placeholder than {partner}', () => {
      const found = new Set(JSON.stringify(texts).match(/\{[a-z]\w*\}/g));
      expect([...found]).toEqual(['{partner}']);
    });
  });
}

describe('withPartner', () => {
  it('puts the name everywhere, literally', () => {
    expect(withPartner('{partner} en {partner}', '$&')).toBe('$& en $&');
  });
});
