// npm test: everything that is checked, from a bare checkout to one closing line.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { prepare } from './prepare.mjs';

const reports = mkdtempSync(join(tmpdir(), 'weerklank-test-'));
process.on('exit', () => rmSync(reports, { recursive: true, force: true }));

await prepare({ development: false });
ensureBrowser();

const outcomes = [
  check('style and imports', ['npx', 'biome', 'check', '--error-on-warnings']),
  check('types', ['npx', 'tsc', '--noEmit']),
  check('every exercise, searched whole', ['npx', 'tsx', 'scripts/verify.ts']),
  check('what the hints find and miss', ['npx', 'tsx', 'scripts/hints.ts']),
  vitest(),
  playwright(),
  check('weight of the pages', ['npx', 'tsx', 'scripts/weight.ts']),
];
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

/** Runs a command and shows what it prints; one that fails counts as one failure. */
function check(name, command) {
  const good = run(name, command);
  return { passed: good ? 1 : 0, failed: good ? 0 : 1 };
}

function vitest() {
  const file = join(reports, 'vitest.json');
  const good = run('unit, model, contract and integration tests', [
    ...['npx', 'vitest', 'run', '--reporter=default', '--reporter=json'],
    `--outputFile.json=${file}`,
  ]);
  return counted(file, good, ({ numPassedTests, numFailedTests, numPendingTests }) => ({
    passed: numPassedTests,
    failed: numFailedTests + numPendingTests,
  }));
}

function playwright() {
  const file = join(reports, 'playwright.json');
  const good = run(
    'end-to-end tests in Chromium',
    ['npx', 'playwright', 'test', '--reporter=list,json'],
    { PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  );
  return counted(file, good, ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + stats.skipped,
  }));
}

/** A runner that failed without a failing test, or without a report, is a failure all the same. */
function counted(file, good, read) {
  try {
    const counts = read(JSON.parse(readFileSync(file, 'utf8')));
    return good || counts.failed > 0 ? counts : { ...counts, failed: 1 };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function run(name, [command, ...args], extra = {}) {
  console.log(`\n── ${name}`);
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...extra };
  return spawnSync(command, args, { stdio: 'inherit', env }).status === 0;
}
