import { spawnSync } from 'node:child_process';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

/** Runs a program that has `log`, and answers with how it ended and every line it wrote. */
function run(program: string) {
  const before = `
    import { createLog } from './lib/log.ts';
    import { stopOnUnexpectedErrors } from './server/stop.ts';
    const log = createLog('info');`;
  const args = ['--import', 'tsx', '--input-type=module', '--eval', before + program];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { status, lines: stdout.trimEnd().split('\n') };
}

const Line = v.object({ level: v.number(), time: v.number(), msg: v.string() });

describe('A line of the log', () => {
  it('is one object of JSON that says when, in milliseconds of UTC, and whom it is about', () => {
    const since = Date.now();
    const { lines } = run(`log.warn('denied', { code: 'forbidden', userId: 'u', roomId: 'r' });`);
    expect(lines).toHaveLength(1);
    const line: unknown = JSON.parse(lines[0] ?? '');
    expect(line).toMatchObject({ level: 40, msg: 'denied', userId: 'u', roomId: 'r' });
    const { time } = v.parse(Line, line);
    expect(time).toBeGreaterThanOrEqual(since);
    expect(time).toBeLessThanOrEqual(Date.now());
  });

  it('stays one line, whatever stands in a field', () => {
    const file = 'a.yaml\n{"level":30,"time":1,"msg":"signed in"}\r\u2028\u001b[2K"}';
    const { lines } = run(`log.info('exercise-refused', { file: ${JSON.stringify(file)} });`);
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ msg: 'exercise-refused', file });
    expect(lines[0]).not.toContain('\u001b');
  });
});

describe('An error that nobody foresaw', () => {
  it.each([
    ['thrown', `setTimeout(() => { throw new RangeError('a secret'); });`],
    ['a promise of which nobody asks', `void Promise.reject(new RangeError('a secret'));`],
  ])('ends the process, and is told without what it said: %s', (_, program) => {
    const { status, lines } = run(`stopOnUnexpectedErrors(log); setTimeout(() => {}, 60_000);
      ${program}`);
    expect(status).toBe(1);
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 50, error: 'RangeError' });
    expect(lines[0]).not.toContain('secret');
  });
});
