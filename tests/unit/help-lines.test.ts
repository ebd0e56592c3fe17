import { describe, expect, it } from 'vitest';
import type { HelpLine } from '#lib/care/help-line.ts';
import { helpGroups } from '#lib/care/help-lines.ts';

const lines = helpGroups.flatMap((group) => group.lines);
const named = (line: HelpLine) => `${line.number} (${line.name})`;

describe('the help lines', () => {
  it.each(lines.map((line) => [named(line), line] as const))(
    'say of %s how to reach it, and when and against what that was checked',
    (_, line) => {
      for (const number of [line.number, line.also ?? line.number]) {
        expect(number).toMatch(/^\d{3,4}$|^0800[ -][\d ]+$/);
      }
      for (const address of [line.site, line.source]) {
        expect(new URL(address).protocol).toBe('https:');
      }
      expect(line.lastChecked).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(Date.parse(line.lastChecked)).toBeLessThanOrEqual(Date.now());
      for (const words of [line.when, line.hours, line.terms, line.checkedAgainst]) {
        expect(words.nl.trim()).not.toBe('');
        expect(words.en).not.toBe(words.nl);
      }
    },
  );

  it('begin with the numbers for danger', () => {
    expect(helpGroups[0]?.lines.map(({ number }) => number)).toEqual(['112', '101']);
  });

  it('keep 106 beside 1712, which closes at night', () => {
    const having = (number: string) =>
      helpGroups.filter((group) => group.lines.some((line) => line.number === number));
    expect(having('1712')).toHaveLength(1);
    expect(having('1712')).toEqual(having('106'));
  });

  it.each([
    ['be', 'nl'],
    ['be', 'fr'],
    ['nl', 'nl'],
  ] as const)(
    'know a line for violence and one for suicide in %s, spoken in %s',
    (country, language) => {
      for (const purpose of ['violence', 'suicide'] as const) {
        const found = helpGroups
          .filter((group) => group.country === country && group.purpose === purpose)
          .flatMap((group) => group.lines.filter(({ speaks }) => speaks.includes(language)));
        expect(found).not.toEqual([]);
      }
    },
  );

  it('warn that after a report the other may be told', () => {
    expect(lines.find(({ name }) => name === 'Veilig Thuis')?.note?.nl).toContain('melding');
  });

  it('have every number once', () => {
    const numbers = lines.flatMap(({ number, also }) => [number, also ?? []]).flat();
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});
