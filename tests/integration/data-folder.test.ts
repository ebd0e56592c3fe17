import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';

const modeOf = (file: string) => (statSync(file).mode & 0o777).toString(8);

describe('The data folder', () => {
  it('and the secret in it are made once, and their owner alone can open them', () => {
    const parent = mkdtempSync(join(tmpdir(), 'weerklank-folder-'));
    onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
    const data = join(parent, 'data');
    // Goes no further than it has to: there is no npm, and no such level.
    const env = {
      PATH: '/nowhere',
      NODE_ENV: 'production' as const,
      DATA_DIR: data,
      PORT: '0',
      LOG_LEVEL: 'none',
    };
    const start = () => {
      const { status } = spawnSync(process.execPath, ['scripts/start.mjs'], { env });
      expect(status).toBe(1);
      return readFileSync(join(data, 'secret'), 'utf8');
    };
    const secret = start();
    expect([modeOf(data), modeOf(join(data, 'secret'))]).toEqual(['700', '600']);
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(start()).toBe(secret);
  });
});
