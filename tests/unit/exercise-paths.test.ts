import { describe, expect, it } from 'vitest';
import { exerciseOf, library } from '#tests/support/exercises.ts';
import { pathThrough } from '#tests/support/path.ts';

/** The steps and acts of a path, of both or of one half. */
function told(id: string, prefer: Parameters<typeof pathThrough>[1] = {}, half?: 0 | 1 | 2) {
  return pathThrough(exerciseOf(id).definition, prefer)
    .filter((pace) => half === undefined || pace.half === half)
    .map(({ act }) => act);
}

describe('the exercises', () => {
  it.each(library.offered.map(({ definition }) => [definition.id, definition] as const))(
    '[E1] %s can be played to its end by always going on, each half by another speaker',
    (_, definition) => {
      const path = pathThrough(definition);
      for (const half of [1, 2] as const) {
        const played = definition.parts.some(({ play }) => play === 'each');
        expect(path.some((pace) => pace.half === half)).toBe(played);
      }
    },
  );

  it('[M2] een laag dieper gives every layer back before the next, and the teller stops where they like', () => {
    const layers = ['send', 'mirror', 'confirm', 'add', 'mirror', 'confirm', 'add', 'mirror'];
    expect(told('layer-deeper', {}, 1).slice(0, 8)).toEqual(layers);
    const stopped = told('layer-deeper', { 'felt-or-stay': ['finish'] }, 1);
    expect(stopped).toEqual(['send', 'mirror', 'confirm', 'finish', 'respond', 'thank']);
  });

  it('[M4] vloerkaart solves nothing before both summaries are accepted', () => {
    const path = told('floor-card');
    const solution = path.indexOf('suggest');
    const before = path.slice(0, solution);
    expect(before.filter((act) => act === 'summarize')).toHaveLength(2);
    expect(before.filter((act) => act === 'mirror').length).toBeGreaterThanOrEqual(2);
    expect(path.slice(solution)).toContain('schedule');
    expect(path.lastIndexOf('agree')).toBeGreaterThan(path.lastIndexOf('schedule'));
  });

  it('[M4] eerst begrijpen has no persuasion before each has stated the other’s position', () => {
    const path = told('understand-first');
    const first = path.indexOf('suggest');
    expect(path.slice(0, first).filter((act) => act === 'summarize')).toHaveLength(2);
  });

  it('[C6] ben je er voor mij asks six numbers of each, hidden', () => {
    const { definition } = exerciseOf('are-you-there');
    const [check] = definition.parts.flatMap(({ phases }) => phases).flatMap(({ steps }) => steps);
    expect(check).toMatchObject({ actor: 'both', hidden: true });
    expect(check?.scales).toHaveLength(6);
    expect(told('are-you-there').slice(0, 2)).toEqual(['check', 'check']);
  });

  it('een verzoek om verandering takes three requests at most, each given back, and one gift or none', () => {
    const three = told('change-request', {}, 1).filter((act) => act === 'request');
    expect(three.length).toBeLessThanOrEqual(3);
    const { definition } = exerciseOf('change-request');
    const acts = definition.parts
      .flatMap(({ phases }) => phases)
      .flatMap(({ steps }) => steps.map(({ ways }) => ways.map(({ act }) => act)));
    expect(acts.filter((offered) => offered.includes('request'))).toHaveLength(3);
    expect(acts).toContainEqual(['grant', 'decline']);
  });

  it('leunen mag lets a request be made smaller once, and then it is enough', () => {
    const asked = told('leaning', {
      'answer-ask': ['decline'],
      'smaller-or-fine': ['request'],
      'answer-smaller': ['decline'],
    });
    expect(asked.slice(0, 9)).toEqual([
      ...['request', 'mirror', 'confirm', 'decline'],
      ...['request', 'mirror', 'confirm', 'decline'],
      'answer',
    ]);
  });

  it('dagtemperatuur takes five steps, in each of which the two take turns', () => {
    const { definition } = exerciseOf('daily-temperature');
    expect(definition.parts.filter(({ play }) => play === 'each')).toHaveLength(5);
    const sends = pathThrough(definition).filter(({ act }) => act === 'send' || act === 'pass');
    expect(sends.map(({ seat }) => seat).join('')).toBe('ab'.repeat(5));
  });

  it('vragen om dichterbij te komen lets both answer each question before the next', () => {
    const answers = pathThrough(exerciseOf('closer-questions').definition).filter(
      ({ act }) => act === 'answer',
    );
    expect(answers).toHaveLength(24);
    for (let at = 0; at < answers.length; at += 2) {
      expect(new Set(answers.slice(at, at + 2).map(({ seat }) => seat)).size).toBe(2);
    }
    expect(answers.filter((_, at) => at % 2 === 0).map(({ seat }) => seat)).toEqual(
      Array.from({ length: 12 }, (_, at) => (at % 2 === 0 ? 'a' : 'b')),
    );
  });

  it('stress van buiten gives advice only when it is wanted', () => {
    expect(told('outside-stress')).not.toContain('advise');
    const { definition } = exerciseOf('outside-stress');
    const step = definition.parts
      .flatMap(({ phases }) => phases)
      .flatMap(({ steps }) => steps)
      .find(({ ways }) => ways.some(({ act }) => act === 'invite-advice'));
    const wanted = told('outside-stress', { [step?.id ?? '']: ['invite-advice', 'finish'] });
    expect(wanted.filter((act) => act === 'advise')).toHaveLength(1);
    expect(wanted[wanted.indexOf('advise') - 1]).toBe('invite-advice');
  });
});
