import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';

const good = 'qL2-7fTzXw9_vB4nKs8Rj3mYdHcPgE6a';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'weerklank-settings-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** Starts the program itself with these settings and no others, until it ends. */
function start(entry: string, variables: Record<string, string>) {
  const dataDir = folder();
  const { PATH = '' } = process.env;
  const run = spawnSync(process.execPath, ['--import', 'tsx', entry], {
    env: { PATH, NODE_ENV: 'production', DATA_DIR: dataDir, PORT: '0', ...variables },
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { code: run.status, said: run.stdout + run.stderr, left: readdirSync(dataDir) };
}

/** A file outside of the folder that a start is given, until the tests are over. */
function fileWith(text: string): string {
  const made = mkdtempSync(join(tmpdir(), 'weerklank-settings-'));
  const file = join(made, 'secret');
  writeFileSync(file, text);
  process.on('exit', () => rmSync(made, { recursive: true, force: true }));
  return file;
}

const refused: Readonly<Record<string, Record<string, string>>> = {
  'no secret': {},
  'an empty secret': { NEXTAUTH_SECRET: '' },
  'a short one': { NEXTAUTH_SECRET: good.slice(0, 31) },
  'one of an example': { NEXTAUTH_SECRET: 'change-me-change-me-change-me-0123456789' },
  'one without chance in it': { NEXTAUTH_SECRET: 'abababababababababababababababababab' },
  'a file that is not there': { NEXTAUTH_SECRET_FILE: '/nowhere/secret' },
  'a file with nothing in it': { NEXTAUTH_SECRET_FILE: fileWith('\n') },
  'a setting that makes no sense': { NEXTAUTH_SECRET: good, RATE_LIMIT_FACTOR: 'off' },
};

describe('A start', () => {
  it.each(Object.entries(refused))('with %s ends with 1, and leaves nothing', (_, variables) => {
    for (const entry of ['scripts/migrate.ts', 'server/index.ts']) {
      const { code, said, left } = start(entry, variables);
      expect([entry, code, left]).toEqual([entry, 1, []]);
      expect(said).toContain('The settings of this machine cannot be used');
      for (const value of Object.values(variables)) {
        if (value.length > 20 && !value.startsWith('/')) expect(said).not.toContain(value);
      }
    }
  });

  it('with a good secret in a file goes on', () => {
    const file = fileWith(`${good}\n`);
    const { code, said, left } = start('scripts/migrate.ts', { NEXTAUTH_SECRET_FILE: file });
    expect([code, left]).toEqual([0, ['weerklank.db']]);
    expect(said).not.toContain(good);
  });
});
