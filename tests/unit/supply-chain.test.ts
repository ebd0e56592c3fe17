import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

const Versions = v.optional(v.record(v.string(), v.string()), {});
const Manifest = v.object({
  dependencies: Versions,
  devDependencies: Versions,
  allowScripts: v.record(v.string(), v.boolean()),
});
const Locked = v.object({
  version: v.optional(v.string()),
  resolved: v.optional(v.string()),
  integrity: v.optional(v.string()),
  link: v.optional(v.boolean()),
  hasInstallScript: v.optional(v.boolean()),
});
const Lock = v.object({ packages: v.record(v.string(), Locked) });

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const manifest = v.parse(Manifest, read('package.json'));
const lock = Object.entries(v.parse(Lock, read('package-lock.json')).packages).filter(
  ([place]) => place !== '',
);
const nameOf = (place: string) => place.slice(place.lastIndexOf('node_modules/') + 13);

/** Below these something is known to be wrong, or something is missing that we lean on. */
const floors: Readonly<Record<string, string>> = {
  '@node-rs/argon2': '2.0.0',
  '@prisma/client': '7.10.0',
  '@simplewebauthn/server': '13.0.0',
  'better-sqlite3': '12.2.0',
  cookie: '0.7.0',
  'engine.io': '6.6.2',
  jose: '4.15.5',
  next: '16.2.6',
  'next-auth': '4.24.15',
  nodemailer: '7.0.11',
  postcss: '8.4.31',
  prisma: '7.10.0',
  'react-dom': '19.2.4',
  'socket.io': '4.8.1',
  'socket.io-parser': '4.2.4',
  ws: '8.17.1',
};

/** Whether a version is at least this one; one before a release counts as older. */
function isAtLeast(version: string, floor: string): boolean {
  const [numbers = '', before] = version.split(/-(.*)/);
  const parts = numbers.split('.').map(Number);
  for (const [at, least] of floor.split('.').map(Number).entries()) {
    const part = parts[at] ?? 0;
    if (part !== least) return part > least;
  }
  return before === undefined;
}

describe('What this program is made of', () => {
  it('is named in exact versions', () => {
    const named = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it('is the same bytes everywhere, from the registry of npm and from nowhere else', () => {
    expect(lock.length).toBeGreaterThan(200);
    const loose = lock.filter(([, { integrity = '' }]) => !/^sha512-[\w+/]{86}==$/.test(integrity));
    expect(loose.map(([place]) => place)).toEqual([]);
    // Without an address npm takes it from the registry it is set to; the digest says what it must be.
    const elsewhere = lock.filter(
      ([, { resolved, link }]) =>
        link || (resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/')),
    );
    expect(elsewhere).toEqual([]);
  });

  it('runs nothing while it is installed that nobody decided on', () => {
    const scripts = lock.filter(([, { hasInstallScript }]) => hasInstallScript);
    const names = new Set(scripts.map(([place]) => nameOf(place)));
    // On machines of its own only, and npm installs it nowhere else.
    names.delete('fsevents');
    expect([...names].sort()).toEqual(Object.keys(manifest.allowScripts).sort());
  });

  it.each(Object.entries(floors))('has every copy of %s at %s or newer', (name, floor) => {
    const versions = lock
      .filter(([place]) => nameOf(place) === name)
      .map(([, { version = '' }]) => version);
    expect(versions).not.toEqual([]);
    expect(versions.filter((version) => !isAtLeast(version, floor))).toEqual([]);
  });

  it('compares versions by their numbers', () => {
    expect(isAtLeast('16.10.0', '16.2.6')).toBe(true);
    expect(isAtLeast('16.2.6', '16.2.6')).toBe(true);
    expect(isAtLeast('16.2.6-canary.1', '16.2.6')).toBe(false);
    expect(isAtLeast('16.2.5', '16.2.6')).toBe(false);
    expect(isAtLeast('9.9.9', '16.2.6')).toBe(false);
  });

  it('can be listed for who has to check it', () => {
    const made = spawnSync(process.execPath, ['scripts/sbom.mjs'], { encoding: 'utf8' });
    expect(made.stderr).toBe('');
    const Bom = v.object({
      bomFormat: v.literal('CycloneDX'),
      metadata: v.object({ component: v.object({ name: v.literal('weerklank') }) }),
      components: v.array(
        v.object({
          name: v.string(),
          version: v.string(),
          purl: v.string(),
          hashes: v.array(v.unknown()),
        }),
      ),
    });
    const { components } = v.parse(Bom, JSON.parse(made.stdout));
    const listed = new Set(components.map(({ name, version }) => `${name} ${version}`));
    for (const [name, version] of Object.entries(manifest.dependencies)) {
      expect(listed).toContain(`${name} ${version}`);
    }
    expect(components.every(({ hashes }) => hashes.length > 0)).toBe(true);
  });
});
