import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fingerprint, isDone, markDone } from './fingerprint.mjs';
import { Halt, root, run, say } from './run.mjs';

/** The oldest Node the packages run on. */
const leastNode = [20, 19];

/** Everything that ends up in the pages. */
const pageSources = [
  'app',
  'components',
  'lib',
  'prisma/schema.prisma',
  ...['client', 'event-row', 'event-store', 'group-commit', 'invitations', 'patiently', 'redemption']
    .concat(['rooms', 'row', 'sessions', 'shared', 'storage-failure', 'users', 'write-ahead-log'])
    .map((name) => `prisma/${name}.ts`),
  'next.config.js',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];
