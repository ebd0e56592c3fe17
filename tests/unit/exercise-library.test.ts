import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { catalogueOf, nameIn } from '#lib/exercises/catalogue.ts';
import { readFiles, readLibrary } from '#lib/exercises/library.ts';
import { withKept } from '#lib/exercises/with-kept.ts';
import { languages } from '#lib/i18n/language.ts';
import { library } from '#tests/support/exercises.ts';

const example = readFileSync('docs/examples/evening-ritual.yaml', 'utf8');
const id = 'evening-ritual';

/** A folder of a host with these files. */
function hostFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'weerklank-exercises-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

describe('the library', () => {
  it('offers twenty exercises of ours, each in both languages', () => {
    expect(library.faults).toEqual([]);
    expect(library.offered).toHaveLength(20);
    for (const language of languages) {
      const names = catalogueOf(library, language).offered.map(({ name }) => name);
      expect(new Set(names).size).toBe(20);
    }
  });

  it('offers what a host adds, and the example is one that a host could add', () => {
    const { offered, faults } = readLibrary('docs/examples');
    expect(faults).toEqual([]);
    expect(offered).toHaveLength(21);
    expect(offered.some(({ definition }) => definition.id === id)).toBe(true);
  });

  it('refuses a broken file, says why, and serves the rest', () => {
    const folder = hostFolder({
      'broken.yaml': example.replace('version: 1', 'version: none'),
      'evening-ritual.yaml': example,
      'notes.txt': 'not an exercise',
    });
    const { offered, faults } = readLibrary(folder);
    expect(offered).toHaveLength(21);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({
      file: 'broken.yaml',
      says: expect.stringContaining('version'),
    });
  });

  it('serves the rest when something in the folder cannot be read as a file', () => {
    const folder = hostFolder({ 'evening-ritual.yaml': example });
    symlinkSync(join(folder, 'nowhere'), join(folder, '.#evening-ritual.yaml'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'a-dangling.yaml'));
    mkdirSync(join(folder, 'b-folder.yaml'));
    const { offered, faults } = readLibrary(folder);
    expect(offered).toHaveLength(21);
    expect(faults.map(({ file }) => file)).toEqual(['a-dangling.yaml', 'b-folder.yaml']);
  });

  it('tells whoever is still writing what the server would tell', () => {
    const folder = hostFolder({
      'mirror.yaml': readFileSync('lib/exercises/library/mirror-dialogue.yaml', 'utf8'),
    });
    expect(readFiles([join(folder, 'mirror.yaml')]).faults).toHaveLength(1);
    expect(readFiles(['lib/exercises/library/mirror-dialogue.yaml']).faults).toEqual([]);
    expect(readFiles(['/no/such/file.yaml']).faults).toHaveLength(1);
  });

  it('does not let a host’s file take the place of another', () => {
    const folder = hostFolder({
      'a.yaml': example,
      'b.yaml': example,
      'mirror.yaml': readFileSync('lib/exercises/library/mirror-dialogue.yaml', 'utf8'),
    });
    const { offered, faults } = readLibrary(folder);
    expect(offered).toHaveLength(21);
    expect(faults.map(({ file }) => file)).toEqual(['b.yaml', 'mirror.yaml']);
  });

  it('offers the newest version and keeps the older ones', () => {
    const folder = hostFolder({
      'evening-ritual-1.yaml': example,
      'evening-ritual-2.yaml': example.replace('version: 1', 'version: 2'),
    });
    const both = readLibrary(folder);
    expect(both.offered.filter(({ definition }) => definition.id === id)).toHaveLength(1);
    expect(both.offered.find(({ definition }) => definition.id === id)?.definition.version).toBe(2);
    for (const version of [1, 2]) {
      expect(both.find({ id, version })?.definition.version).toBe(version);
      expect(nameIn(catalogueOf(both, 'nl'), { id, version })).toBeDefined();
    }
    expect(both.find({ id, version: 3 })).toBeUndefined();
  });

  it('goes on without a folder that is not there, and says so', () => {
    const { offered, faults } = readLibrary('/nowhere/at/all');
    expect(offered).toHaveLength(20);
    expect(faults).toMatchObject([{ file: '/nowhere/at/all' }]);
  });
});

describe('an exercise that sessions were opened of', () => {
  const ref = { id, version: 1 };
  const former = () => {
    const found = readLibrary('docs/examples').find(ref);
    if (!found) throw new Error('No example');
    return found;
  };

  it('[R6] stays for them when its file is gone, and is no longer offered', () => {
    const without = withKept(readLibrary(null), [former()]);
    expect(without.offered).toHaveLength(20);
    expect(without.findDefinition(ref)).toEqual(former().definition);
    expect(without.faults).toEqual([]);
  });

  it('[R6] keeps its rules when its file has others under the same version, which is refused', () => {
    const changed = example.replace(/ +- use: \w+\n(?![\s\S]*- use:)/, '');
    expect(changed).not.toBe(example);
    const folder = hostFolder({ 'evening-ritual.yaml': changed });
    const found = withKept(readLibrary(folder), [former()]);
    expect(found.findDefinition(ref)).toEqual(former().definition);
    expect(found.offered.some(({ definition }) => definition.id === id)).toBe(false);
    expect(found.faults).toMatchObject([
      { file: 'evening-ritual.yaml', says: expect.stringContaining('raise the version to 2') },
    ]);
    const raised = hostFolder({
      'evening-ritual.yaml': changed.replace('version: 1', 'version: 2'),
    });
    const both = withKept(readLibrary(raised), [former()]);
    expect(both.faults).toEqual([]);
    expect(both.offered.find(({ definition }) => definition.id === id)?.definition.version).toBe(2);
    expect(both.findDefinition(ref)).toEqual(former().definition);
  });

  it('may be worded better, and shown as longer or shorter, within its version', () => {
    const folder = hostFolder({
      'evening-ritual.yaml': example
        .replace(/name: .*/, 'name: Anders')
        .replace(/acting: .*/, 'acting: "Anders."'),
    });
    const found = withKept(readLibrary(folder), [former()]);
    expect(found.faults).toEqual([]);
    expect(found.find(ref)?.texts.nl.about.name).toBe('Anders');
  });
});
