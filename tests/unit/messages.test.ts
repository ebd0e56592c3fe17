import compile from 'icu-minify/compile';
import { describe, expect, it } from 'vitest';
import { en } from '#lib/i18n/en.ts';
import { languages } from '#lib/i18n/language.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import { nl } from '#lib/i18n/nl.ts';

/** What is rightly the same in both languages. */
const same: ReadonlySet<string> = new Set([
  'hold.timedOut.heading',
  'room.begin.start',
  'observe.partner.a',
  'observe.partner.b',
]);

function flat(tree: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[path + key, value]] : [...flat(value, `${path}${key}.`)],
    ),
  );
}

/** The names a message takes, with what it does with each: fill in, wrap, or choose by. */
function placeholders(message: string): string[] {
  const within = (compiled: unknown): string[] =>
    Array.isArray(compiled) ? compiled.flatMap(names) : [];
  const names = (node: unknown): string[] => {
    if (!Array.isArray(node)) return [];
    const [name, kind, ...rest] = node;
    if (kind === undefined) return [`${name}: value`];
    if (typeof kind !== 'number') return [`${name}: tag`, ...within([kind, ...rest])];
    return [
      `${name}: ${kind}`,
      ...rest.flatMap((options) => Object.values(options).flatMap(within)),
    ];
  };
  return [...new Set(within(compile(message)))].sort();
}

const sources = { nl, en };
const dutch = flat(nl);
const english = flat(en);

describe('the messages', () => {
  it('have the same keys in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...dutch.keys()].sort());
  });

  it.each([...dutch])('say %s in both languages with the same placeholders', (key, sentence) => {
    const other = english.get(key) ?? '';
    expect(sentence.trim()).not.toBe('');
    expect(other.trim()).not.toBe('');
    expect(placeholders(other)).toEqual(placeholders(sentence));
    if (!same.has(key)) expect(other).not.toBe(sentence);
  });

  it.each(languages)('arrive compiled and as plain data in %s', (language) => {
    const messages = messagesFor(language, ['common', 'refusal']);
    expect(Object.keys(messages)).toEqual(['common', 'refusal']);
    expect(structuredClone(messages)).toEqual(messages);
    expect(messages.refusal.ended).toBe(sources[language].refusal.ended);
  });
});
