import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { requirements } from '#tests/support/asvs-ids.ts';
import { filesIn, isThere, isTitled, rowsOf, testsIn } from '#tests/support/asvs-page.ts';

const page = readFileSync('docs/asvs.md', 'utf8');
const rows = rowsOf(page);
const asked = rows.filter(({ level }) => level < 3);
const settled = rows.filter(({ text }) => !text.includes('?'));
const stated = (state: string) => asked.filter((row) => row.state.startsWith(state)).length;

describe('the page about the ASVS', () => {
  it('has every requirement of levels 1 and 2 once, in order, and no other', () => {
    expect(requirements).toHaveLength(253);
    expect(asked.map(({ id, level }) => ({ id, level }))).toEqual(requirements);
  });

  it('lists of level 3 only what is met, once', () => {
    const beyond = rows.filter(({ level }) => level === 3).map(({ id }) => id);
    const known = new Set(requirements.map(({ id }) => id));
    expect(beyond.filter((id) => known.has(id))).toEqual([]);
    expect(new Set(beyond).size).toBe(beyond.length);
    const notMet = settled.filter(({ level, state }) => level === 3 && state !== 'met');
    expect(notMet.map(({ text }) => text)).toEqual([]);
  });

  it('leaves nothing to be found out', () => {
    expect(rows.filter((row) => !settled.includes(row)).map(({ text }) => text)).toEqual([]);
  });

  it('says of each how it stands, and why when it is not met', () => {
    const states = /^(met|open: .+|does not apply: .+)$/;
    expect(settled.filter(({ state }) => !states.test(state)).map(({ text }) => text)).toEqual([]);
  });

  it('names only files and headings that there are', () => {
    const missing = rows.flatMap(({ id, text }) =>
      filesIn(text).flatMap((file) => (isThere(file) ? [] : [`${id} ${file}`])),
    );
    expect(missing).toEqual([]);
  });

  it('names tests by a part of their titles', () => {
    const unknown = rows.flatMap(({ id, shownBy }) =>
      testsIn(shownBy).flatMap((test) =>
        isTitled(test) ? [] : [`${id} ${test.file} "${test.title}"`],
      ),
    );
    expect(unknown).toEqual([]);
  });

  it('names for whatever is met a file that does it and a test that shows it', () => {
    const bare = rows.filter(
      ({ state, where, shownBy }) =>
        state === 'met' && (filesIn(where).length === 0 || testsIn(shownBy).length === 0),
    );
    expect(bare.map(({ text }) => text)).toEqual([]);
  });

  it('counts as its tables do', () => {
    const [met, open, none] = [stated('met'), stated('open'), stated('does not apply')];
    expect(page).toContain(
      `${asked.length} requirements: ${met} met, ${open} open, ${none} do not apply.`,
    );
  });
});
