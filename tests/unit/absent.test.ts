import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Absent {
  what: string;
  /** What it would look like in a source. */
  pattern: RegExp;
  example: string;
  /** Where it is looked for; everywhere when left out. */
  folders?: readonly string[];
  /** Files and folders in which it does stand, and does no harm. */
  but?: readonly string[];
}

const everywhere = ['app', 'components', 'lib', 'prisma', 'server'];

const absents: readonly Absent[] = [
  {
    what: 'a query that is glued together',
    pattern: /\$(query|execute)RawUnsafe|Prisma\.raw\(/,
    example: 'db.$queryRawUnsafe(text)',
  },
  {
    what: 'another program',
    pattern: /child_process|\bexecFile\(/,
    example: "import { exec } from 'node:child_process';",
  },
  {
    what: 'a pattern made of input',
    pattern: /\bRegExp\(/,
    example: 'new RegExp(word)',
    // Made of constants of their own.
    but: ['lib/account/vault-material.ts', 'lib/vault/recovery-code.ts'],
  },
  {
    what: 'code out of text',
    pattern:
      /\beval\(|\bFunction\(|dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML|document\.write\(/,
    example: 'element.innerHTML = words',
  },
  {
    what: 'a request to anybody else',
    pattern: /\bfetch\(|\b(http|https)\.(request|get)\(|from 'undici'/,
    example: 'await fetch(address)',
    folders: ['app', 'lib', 'prisma', 'server'],
    // In the browser, where the policy of the page allows our own server only.
    but: ['lib/client/'],
  },
  {
    what: 'words of a log that are put together',
    pattern: /\blog(\(\))?\.(info|warn|error)\(\s*(`|'[^']*'\s*\+)/,
    example: "log.warn('refused ' + name)",
  },
  {
    what: 'a second log',
    pattern: /from 'pino'|\bconsole\./,
    example: "import pino from 'pino';",
    but: ['lib/log.ts'],
  },
  {
    what: 'a message from another window',
    pattern: /addEventListener\('message'|onmessage/,
    example: "window.addEventListener('message', listen)",
    // A worker and the page that started it; a channel, on which only tabs of this very origin are.
    but: [
      'lib/client/password-worker.ts',
      'lib/client/split-in-worker.ts',
      'lib/client/account/tabs.ts',
    ],
  },
  { what: 'a plug-in', pattern: /<(object|embed|applet)\b/, example: '<embed src="x" />' },
  {
    what: 'a secret question',
    pattern: /(security|secret).?question|password.?hint/i,
    example: 'securityQuestion: v.string()',
  },
  {
    what: 'chance that can be foretold',
    pattern: /Math\.random\(/,
    example: 'const token = Math.random()',
    // How long to wait, which is no secret.
    but: [
      'lib/client/clock.ts',
      'prisma/patiently.ts',
      'prisma/write-ahead-log.ts',
      'server/realtime.ts',
    ],
  },
  {
    what: 'a hash that is broken',
    pattern: /createH(ash|mac)\('(?!sha(256|384|512)')|'(SHA-1|MD5)'/,
    example: "createHash('sha1')",
  },
  {
    what: 'a cipher without a seal',
    pattern: /'AES-(CBC|CTR|KW)'|'RSA-|create(C|Dec)ipheriv\('(?!aes-256-gcm')/,
    example: "{ name: 'AES-CBC', iv }",
  },
  {
    what: 'a parameter of a query',
    pattern: /searchParams/,
    example: "request.nextUrl.searchParams.get('room')",
    folders: ['app'],
  },
  {
    what: 'a certificate that nobody checks',
    pattern: /rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED|checkServerIdentity/,
    example: 'createTransport({ tls: { rejectUnauthorized: false } })',
  },
];

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file}`)
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('prisma/generated/'));
}

describe('the program', () => {
  it.each(absents)('does without $what', ({ pattern, example, folders = everywhere, but = [] }) => {
    expect(example).toMatch(pattern);
    const found = folders
      .flatMap(sourcesIn)
      .filter((file) => pattern.test(readFileSync(file, 'utf8')))
      .filter((file) => !but.some((place) => file.startsWith(place)));
    expect(found).toEqual([]);
  });
});
