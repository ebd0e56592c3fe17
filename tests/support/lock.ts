import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Has another process hold the write lock of a database for so long; resolves when it does. */
export async function lockedFor(
  file: string,
  milliseconds: number,
): Promise<{ released: Promise<void> }> {
  const program = join(import.meta.dirname, 'lock-holder.ts');
  const options = ['--file', file, '--for', String(milliseconds)];
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const released = once(child, 'exit').then(([code]) => {
    if (code !== 0) throw new Error('The lock was not held to the end');
  });
  await once(child.stdout, 'data');
  return { released };
}
