// npm run sbom -- <file>: what this program is made of, as CycloneDX. Read from the lock file, so nothing is asked of a network.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { root } from './run.mjs';

const [file] = process.argv.slice(2);
const { npm_execpath: npm } = process.env;
const [command, ...before] = npm?.endsWith('npm-cli.js') ? [process.execPath, npm] : ['npm'];
const made = spawnSync(
  command,
  [
    ...[...before, 'sbom', '--package-lock-only'],
    ...['--sbom-format=cyclonedx', '--sbom-type=application'],
  ],
  { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
);
if (made.status !== 0) {
  process.stderr.write(`npm could not make the list:\n${made.stderr}`);
  process.exit(1);
}
const bom = JSON.parse(made.stdout);
// npm takes the name of the folder for that of the program.
bom.metadata.component.name = 'weerklank';
const text = `${JSON.stringify(bom, null, 2)}\n`;
if (file === undefined) process.stdout.write(text);
else writeFileSync(file, text);
