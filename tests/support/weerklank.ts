import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '#prisma/migrate.ts';

const root = join(import.meta.dirname, '../..');

/** The whole app, built before, as a process of its own with a database of its own. */
export interface Weerklank {
  url: string;
  dataDir: string;
  /** Everything it has printed so far. */
  output(): string;
  /** Ends it without a chance to tidy up, as a crash would. */
  kill(): Promise<void>;
  /** Starts it again on the same port and the same data. */
  restart(): Promise<void>;
  /** Ends it in peace and removes its data. */
  stop(): Promise<void>;
}

/**
 * Starts the app on a free port; resolves when it can serve.
 * @param exercisesDir where the host keeps exercises; empty for none.
 * @param variables settings beside those that every test has, or in their place.
 */
export async function startWeerklank(
  exercisesDir = '',
  variables: Record<string, string> = {},
): Promise<Weerklank> {
  const dataDir = mkdtempSync(join(tmpdir(), 'weerklank-'));
  await migrate(join(dataDir, 'weerklank.db'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  let output = '';
  let child: ChildProcess;

  const start = async () => {
    child = spawn(process.execPath, ['--import', 'tsx', 'server/index.ts'], {
      cwd: root,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        DATA_DIR: dataDir,
        PORT: String(port),
        EXERCISES_DIR: exercisesDir,
        NEXTAUTH_SECRET: 'a secret of the tests that nobody else uses',
        // Many play here from one address, and nobody at a human pace.
        RATE_LIMIT_FACTOR: '100000',
        LOG_LEVEL: 'debug',
        ...variables,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout?.on('data', (data) => {
      output += data;
    });
    child.stderr?.on('data', (data) => {
      output += data;
    });
    await ready(child, () => output);
  };
  const end = (signal: NodeJS.Signals) =>
    new Promise<void>((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve();
      child.once('exit', () => resolve());
      child.kill(signal);
    });

  await start();
  return {
    url,
    dataDir,
    output: () => output,
    kill: () => end('SIGKILL'),
    restart: async () => {
      output = '';
      await start();
    },
    stop: async () => {
      await end('SIGTERM');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function ready(child: ChildProcess, output: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (!output().includes('"msg":"ready"')) return;
      child.stdout?.off('data', look);
      resolve();
    };
    child.stdout?.on('data', look);
    child.once('exit', () => reject(new Error(`The app did not start:\n${output()}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address
          ? resolve(address.port)
          : reject(new Error('No port')),
      );
    });
  });
}
