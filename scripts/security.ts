import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as v from 'valibot';

/** Everything that must have been tried. The sixteen attacks are those on sealed words. */
const expected = [
  'attack-01-words-nowhere',
  'attack-02-bit-flips',
  'attack-03-swaps',
  'attack-04-replay-reorder-drop-fork',
  'attack-05-key-substitution',
  'attack-06-kdf-downgrade',
  'attack-07-multi-key',
  'attack-08-links',
  'attack-09-left-out',
  'attack-10-old-tab',
  'attack-11-reset',
  'attack-12-recovery-code',
  'attack-13-nonces',
  'attack-14-kinds',
  'attack-15-crashes',
  'attack-16-after-logout',
  'canaries',
  'csrf',
  'enumeration',
  'hostile-bodies',
  'matrix-cells',
  'origins',
  'revocations',
  'tampered-ciphertexts',
  'tickets',
  'xss-strings',
] as const;

const Line = v.object({
  name: v.string(),
  tried: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  letThrough: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});
type Counts = Omit<v.InferOutput<typeof Line>, 'name'>;

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const folder = mkdtempSync(join(tmpdir(), 'weerklank-security-'));
const file = join(folder, 'tally');
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

// What the tests have to say is for whoever watches; the counts alone are the answer.
const passed = [
  run([process.execPath, 'scripts/ready.mjs']),
  run(['npx', 'vitest', 'run', 'tests/security']),
  run(['npx', 'playwright', 'test', 'tests/e2e/security', '--reporter=list']),
].every((good) => good);

const counts = summed(readFileSync(file, { encoding: 'utf8', flag: 'a+' }));
const missing = expected.filter((name) => !counts.has(name));
const through = [...counts.values()].reduce((sum, { letThrough }) => sum + letThrough, 0);
console.log(values.json ? JSON.stringify(Object.fromEntries(counts), null, 2) : table());
process.exitCode = passed && missing.length === 0 && through === 0 ? 0 : 1;

function run([command = '', ...args]: readonly string[]): boolean {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', SECURITY_TALLY: file };
  return spawnSync(command, args, { stdio: ['ignore', 2, 2], env }).status === 0;
}

/** The sums of all lines, by name, in the order of the alphabet. */
function summed(lines: string): ReadonlyMap<string, Counts> {
  const sums = new Map<string, Counts>();
  for (const line of lines.split('\n').filter((text) => text !== '')) {
    const { name, tried, letThrough } = v.parse(Line, JSON.parse(line));
    const former = sums.get(name) ?? { tried: 0, letThrough: 0 };
    sums.set(name, {
      tried: former.tried + tried,
      letThrough: former.letThrough + letThrough,
    });
  }
  return new Map([...sums].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function table(): string {
  const rows = [...counts].map(([name, { tried, letThrough }]) => line(name, tried, letThrough));
  const verdict = [
    passed ? '' : 'Some tests failed.',
    missing.length === 0 ? '' : `Not tried: ${missing.join(', ')}.`,
    through === 0 ? 'Nothing was let through.' : `${through} were let through.`,
  ];
  return [line('', 'tried', 'let through'), ...rows, verdict.filter(Boolean).join(' ')].join('\n');
}

function line(name: string, tried: number | string, letThrough: number | string): string {
  const shown = [tried, letThrough].map((cell) => cell.toLocaleString('en').padStart(12));
  return `${name.padEnd(38)}${shown.join('')}`;
}
