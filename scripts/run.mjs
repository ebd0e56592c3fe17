import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

/** The folder of the program. */
export const root = resolve(import.meta.dirname, '..');

/** Ends the start with one sentence instead of a stack. */
export class Halt extends Error {}

/** @param {string} sentence */
export function say(sentence) {
  process.stdout.write(`${sentence}\n`);
}

/**
 * Runs a command in the program's folder, quietly unless it fails.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env: NodeJS.ProcessEnv, failure: string }} options `failure`: what to say when it fails,
 * after what the command itself had to say.
 * @returns {Promise<void>}
 */
export function run(command, args, { env, failure }) {
  return new Promise((done, fail) => {
    let said = '';
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said += chunk;
      });
    }
    child.once('error', (error) => fail(new Halt(`${failure} (${error.message})`)));
    child.once('close', (code) => {
      if (code === 0) return done();
      process.stderr.write(said);
      fail(new Halt(failure));
    });
  });
}
