import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fingerprint, isDone, markDone } from './fingerprint.mjs';
import { Halt, root, run, say } from './run.mjs';

/** The oldest Node the packages run on. */
const leastNode = { major: 20, minor: 19 };

/** Everything the pages are built from, and what of it is made by an earlier step. */
const pageSources = [
  'app',
  'components',
  'lib',
  'prisma',
  'next.config.js',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];
const generated = 'prisma/generated';

/**
 * Does whatever is still to be done before the program can be served. Every step leaves a stamp with
 * the digest of what it was done for, so that a second start does next to nothing.
 * @param {{ development: boolean }} options in development the pages are built when they are asked for
 * @returns {Promise<NodeJS.ProcessEnv>} the environment for the server
 */
export async function prepare({ development }) {
  checkNode();
  const env = prepareData(development);
  await installPackages(env);
  await generateClient(env);
  await migrateDatabase(env);
  if (!development) await buildPages(env);
  return env;
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > leastNode.major || (major === leastNode.major && minor >= leastNode.minor)) return;
  throw new Halt(
    `Weerklank needs Node ${leastNode.major}.${leastNode.minor} or newer; this is ${process.versions.node}.`,
  );
}

/** The data folder, readable for its owner alone, with a secret that is made once. */
function prepareData(development) {
  const data = resolve(root, process.env.DATA_DIR || 'data');
  const env = {
    ...process.env,
    NODE_ENV: development ? 'development' : 'production',
    DATA_DIR: data,
    NEXT_TELEMETRY_DISABLED: '1',
  };
  if (!existsSync(data)) {
    say(`Making a folder for what must be kept: ${data}`);
    mkdirSync(data, { recursive: true, mode: 0o700 });
  }
  if (env.NEXTAUTH_SECRET || env.NEXTAUTH_SECRET_FILE) return env;
  const secret = join(data, 'secret');
  if (!existsSync(secret)) {
    writeFileSync(secret, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  }
  return { ...env, NEXTAUTH_SECRET_FILE: secret };
}

async function installPackages(env) {
  const stamp = 'node_modules/.weerklank-lock';
  const digest = fingerprint(['package-lock.json']);
  if (isDone(stamp, digest)) return;
  say('Installing the packages. The first time this takes a few minutes...');
  const npm = env.npm_execpath?.endsWith('npm-cli.js')
    ? [process.execPath, env.npm_execpath]
    : ['npm'];
  const [command = 'npm', ...before] = npm;
  await run(command, [...before, 'ci', '--include=dev', '--no-audit', '--no-fund'], {
    // As NODE_ENV=production it would leave out what the build needs.
    env: { ...env, NODE_ENV: '' },
    failure: 'The packages could not be installed; what npm said stands above.',
  });
  markDone(stamp, digest);
}

async function generateClient(env) {
  const stamp = `${generated}/.stamp`;
  const digest = fingerprint(['prisma/schema.prisma', 'package-lock.json']);
  if (isDone(stamp, digest)) return;
  say('Generating the database client...');
  await run(process.execPath, ['node_modules/prisma/build/index.js', 'generate'], {
    env: {
      ...env,
      // Generating never runs this engine, and naming any file keeps Prisma from downloading it.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      CHECKPOINT_DISABLE: '1',
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
    },
    failure: 'The database client could not be generated; what Prisma said stands above.',
  });
  markDone(stamp, digest);
}

async function migrateDatabase(env) {
  say('Checking the settings and the database...');
  await run(process.execPath, ['--import', 'tsx', 'scripts/migrate.ts'], {
    env,
    failure: 'The settings or the database need attention first; the reason stands above.',
  });
}

async function buildPages(env) {
  const stamp = '.next/weerklank-sources';
  const digest = fingerprint(pageSources, generated);
  if (isDone(stamp, digest) && existsSync(join(root, '.next/BUILD_ID'))) return;
  say('Building the pages. This takes about a minute...');
  await run(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    env,
    failure: 'The pages could not be built; what Next said stands above.',
  });
  markDone(stamp, digest);
}
