import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const spec = readFileSync('lib/dialogue/SPEC.md', 'utf8');
const rules = [...spec.matchAll(/^- \*\*([A-Z]\d+)\*\* /gm)].map((match) => match[1] ?? '');

const titled = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.test.ts'))
  .flatMap((path) => idsInTitles(readFileSync(`tests/${path}`, 'utf8')));

/** The ids at the start of a title: `it('[T2] [M1] the listener ...`. */
function idsInTitles(source: string): string[] {
  const titles = source.matchAll(/['"`]((?:\[[A-Z]\d+\] ?)+)/g);
  return [...titles].flatMap((title) =>
    [...(title[1] ?? '').matchAll(/[A-Z]\d+/g)].map((match) => match[0]),
  );
}

describe('the rules of a dialogue', () => {
  it('have an id each, in order and without gaps', () => {
    const groups = [...new Set(rules.map((id) => id[0]))];
    expect(groups).toEqual(['T', 'M', 'P', 'C', 'E', 'O', 'R', 'V']);
    const counted = groups.flatMap((group) =>
      rules.filter((id) => id[0] === group).map((_, index) => `${group}${index + 1}`),
    );
    expect(rules).toEqual(counted);
  });

  it.each(rules)('include %s, which a test carries in its title', (id) => {
    expect(titled).toContain(id);
  });

  it('are all that tests name', () => {
    expect([...new Set(titled)].filter((id) => !rules.includes(id))).toEqual([]);
  });
});
