import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkExercise } from '#lib/dialogue/check.ts';
import { readCommonPhases, readExercise } from '#lib/exercises/read-exercise.ts';

const folder = 'lib/exercises/library';
const whole = readFileSync(`${folder}/mirror-dialogue.yaml`, 'utf8');
const read = readCommonPhases('common.yaml', readFileSync(`${folder}/common.yaml`, 'utf8'));
if (!read.ok) throw new Error('The common phases cannot be read');
const common = read.value;

/** What is said about a file, as `line: sentence`. */
function faultsIn(text: string): readonly string[] {
  const exercise = readExercise('trial.yaml', text, common);
  return exercise.ok ? [] : exercise.reason.map(({ line, says }) => `${line}: ${says}`);
}

function lineOf(text: string, piece: string): number {
  return text.slice(0, text.indexOf(piece)).split('\n').length;
}

const ownPhase = `      - id: telling
        nl: { name: Vertellen, about: Eén van jullie vertelt. }
        en: { name: Telling, about: One of you tells. }
        steps:
          - id: begin
            actor: speaker
            nl: { acting: Vertel., waiting: Wacht., spoken: Vertel. }
            en: { acting: Tell., waiting: Wait., spoken: Tell. }
            ways:
              - act: send
                to: next
                nl: { label: Vertel, saidAs: vertelde }
                en: { label: Tell, saidAs: told }
`;
const withOwn = whole.replace('      - use: mirror\n', `${ownPhase}      - use: mirror\n`);

describe('reading an exercise', () => {
  it('finds nothing wrong with one of ours, nor with one that writes a phase out', () => {
    expect(faultsIn(whole)).toEqual([]);
    expect(faultsIn(withOwn)).toEqual([]);
  });

  it('brings rules and texts of a used phase along, with its ids ended as was asked', () => {
    const twice = whole.replace(
      '- use: empathy\n',
      '- use: empathy\n      - use: send\n        as: again\n',
    );
    const exercise = readExercise('trial.yaml', twice, common);
    if (!exercise.ok) throw new Error(JSON.stringify(exercise.reason));
    const { definition, texts } = exercise.value;
    const ids = definition.parts.flatMap(({ phases }) => phases.map(({ id }) => id));
    expect(ids).toContain('send-again');
    expect(texts.nl.steps['tell-again']?.acting).toBe(texts.nl.steps['tell']?.acting);
    expect(checkExercise(definition)).toEqual([]);
  });

  it.each([
    ['a word nobody knows', 'minutes: 45', 'minuts: 45', '"minuts" is not known here'],
    ['something left out', 'mood: difficult\n', '', '"mood" is missing. Add it.'],
    ['a value from no list', 'mood: difficult', 'mood: sad', 'is "sad", and should be'],
    ['an id with capitals', 'id: mirror-dialogue', 'id: Mirror', 'Use small letters'],
    ['a number that is none', 'version: 1', 'version: one', 'should be number. Change it.'],
    [
      'a common phase there is not',
      '- use: send',
      '- use: sent',
      'no common phase "sent". There are:',
    ],
  ])('names %s with its line and the remedy', (_, right, wrong, says) => {
    const text = whole.replace(right, wrong);
    const found = faultsIn(text);
    expect(found.join('\n')).toContain(says);
    const expected = wrong === '' ? 1 : lineOf(text, wrong);
    expect(found.some((fault) => fault.startsWith(`${expected}: `))).toBe(true);
  });

  it('names the line of a step that breaks a rule, and the one that uses the phase it is in', () => {
    const broken = withOwn.replace('act: send', 'act: mirror');
    expect(faultsIn(broken)[0]).toBe(
      `${lineOf(broken, '- id: begin')}: Step "begin": only the listener may mirror. Make its actor "listener".`,
    );
    const misused = whole.replace('- use: switch', '- use: more\n        as: between');
    const found = faultsIn(misused);
    expect(
      found.every((fault) => fault.startsWith(`${lineOf(misused, '- use: more\n        as')}`)),
    ).toBe(true);
    expect(found.length).toBeGreaterThan(0);
  });

  it('does not take another placeholder than the partner’s name', () => {
    const text = withOwn.replace('acting: Vertel.', 'acting: "Vertel het aan {name}."');
    expect(faultsIn(text)).toEqual([
      `${lineOf(text, '- id: begin')}: Step "begin": only {partner} can stand for something, not {name}.`,
    ]);
  });

  it('does not name anyone where an exercise or a phase is told about', () => {
    for (const [right, wrong] of [
      ['  purpose: >-\n    Een', '  purpose: >-\n    {partner} Een'],
      ['about: Eén van jullie vertelt.', 'about: "{partner} vertelt."'],
    ] as const) {
      const text = withOwn.replace(right, wrong);
      expect(text).not.toBe(withOwn);
      expect(faultsIn(text).join()).toContain('told to nobody by name');
    }
  });

  it('does not take an ending that makes an id too long, nor a name every object has', () => {
    const long = whole.replace(
      '- use: empathy',
      `- use: send\n        as: ${'very-'.repeat(7)}long`,
    );
    const line = lineOf(long, '- use: send\n        as');
    expect(faultsIn(long)[0]).toBe(
      `${line}: With this "as" an id becomes longer than 40 characters. Choose a shorter one.`,
    );
    expect(faultsIn(withOwn.replace('id: begin', 'id: constructor')).join()).toContain(
      'not "constructor"',
    );
  });

  it('says that a language is missing', () => {
    const text = withOwn.replace('                en: { label: Tell, saidAs: told }\n', '');
    expect(faultsIn(text).join()).toContain('en" is missing. Add it.');
  });

  it('says what a check asks for each scale, or is told that it does not', () => {
    const text = withOwn
      .replace(
        'actor: speaker\n            nl: { acting: Vertel.',
        'actor: both\n            hidden: true\n            scales: [near]\n            nl: { acting: Vertel.',
      )
      .replace('act: send', 'act: check');
    const line = lineOf(text, '- id: begin');
    for (const language of ['nl', 'en']) {
      const step = `${line}: Step "begin": "${language}" does not say`;
      expect(faultsIn(text)).toContain(`${step} what it asks for "near".`);
      expect(faultsIn(text)).toContain(
        `${step} what 0 and 10 mean. Add "scale" with "low" and "high".`,
      );
    }
  });

  it('tells what is no YAML', () => {
    expect(faultsIn('id: a\n  version: 1\n')[0]).toMatch(/^1: This is not YAML/);
    expect(faultsIn(`${whole}  - *nothing\n`)[0]).toMatch(/This is not YAML/);
    expect(faultsIn('- just\n- a list\n')[0]).toMatch(/^1: /);
    expect(faultsIn('')[0]).toMatch(/^1: /);
  });

  it('never throws, and never takes what would make the engine throw', () => {
    const lines = withOwn.split('\n');
    const line = fc.nat(lines.length - 1);
    const spoilt = fc
      .tuple(fc.array(line, { maxLength: 3 }), line, line)
      .map(([gone, from, to]) => {
        const left = lines.filter((_, index) => !gone.includes(index));
        const moved = lines[from] ?? '';
        return [...left.slice(0, to), moved, ...left.slice(to)].join('\n');
      });
    fc.assert(
      fc.property(fc.oneof(spoilt, fc.string()), (text) => {
        const exercise = readExercise('trial.yaml', text, common);
        if (exercise.ok) expect(checkExercise(exercise.value.definition)).toEqual([]);
        else expect(exercise.reason.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});
