import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { startWeerklank } from '#tests/support/weerklank.ts';
import { startRoom } from './drive/guest.ts';

/** The most that a page may weigh against a bare Next page of the same build tools. */
const limits = { home: 1.15, room: 1.35 } as const;

const root = join(import.meta.dirname, '..');
const bareFolder = join(root, '.next-bare');

/** Builds a Next page with nothing on it and answers with its HTML. */
function buildBarePage(): string {
  rmSync(bareFolder, { recursive: true, force: true });
  mkdirSync(join(bareFolder, 'app'), { recursive: true });
  const files = {
    'next.config.mjs': `export default { turbopack: { root: ${JSON.stringify(root)} } };`,
    'app/layout.jsx':
      'export default ({ children }) => <html lang="en"><body>{children}</body></html>;',
    'app/page.jsx': 'export default () => <p>Bare</p>;',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(bareFolder, name), text);
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' };
  const built = spawnSync('npx', ['next', 'build', bareFolder], { cwd: root, env });
  if (built.status !== 0) throw new Error(`The bare page was not built:\n${built.stderr}`);
  return readFileSync(join(bareFolder, '.next/server/app/index.html'), 'utf8');
}

/** The gzipped bytes of every script that a page's HTML asks a modern browser to load. */
function weigh(html: string, distFolder: string): number {
  const tags = html.match(/<script\b[^>]*>/g) ?? [];
  const sources = tags
    .filter((tag) => !/\bnomodule\b/i.test(tag))
    .flatMap((tag) => /\bsrc="\/_next\/([^"?]+)/.exec(tag)?.[1] ?? []);
  return [...new Set(sources)]
    .map((source) => gzipSync(readFileSync(join(distFolder, decodeURIComponent(source)))).length)
    .reduce((sum, bytes) => sum + bytes, 0);
}

const bare = weigh(buildBarePage(), join(bareFolder, '.next'));
rmSync(bareFolder, { recursive: true, force: true });

const weerklank = await startWeerklank();
const guest = await startRoom(weerklank.url, 'An');
const pages = {
  home: await (await fetch(weerklank.url)).text(),
  room: await (
    await fetch(`${weerklank.url}/room/${guest.roomId}`, { headers: { cookie: guest.cookie } })
  ).text(),
};
await weerklank.stop();

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1).padStart(7)} kB`;
console.log(`bare  ${kilobytes(bare)}  1.00`);
let light = true;
for (const name of ['home', 'room'] as const) {
  const bytes = weigh(pages[name], join(root, '.next'));
  const ratio = bytes / bare;
  if (bytes === 0 || ratio > limits[name]) light = false;
  console.log(`${name}  ${kilobytes(bytes)}  ${ratio.toFixed(2)}  (at most ${limits[name]})`);
}
process.exit(light ? 0 : 1);
