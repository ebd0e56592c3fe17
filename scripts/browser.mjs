import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Sees to it that there is a Chromium for the end-to-end tests: Debian's, or else Playwright's own. */
export function ensureBrowser() {
  if (existsSync('/usr/bin/chromium')) return;
  console.log('Installing a browser for the end-to-end tests…');
  const root = process.getuid?.() === 0;
  if (root && run('apt-get', ['update']) && run('apt-get', ['install', '-y', 'chromium'])) return;
  if (run('npx', ['playwright', 'install', '--with-deps', 'chromium'])) return;
  console.error(
    'No browser could be installed. Install Chromium at /usr/bin/chromium and try again.',
  );
  process.exit(1);
}

function run(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
}
