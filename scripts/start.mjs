import { spawn } from 'node:child_process';
import { connect, createServer } from 'node:net';
import { constants, networkInterfaces } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { prepare } from './prepare.mjs';
import { Halt, root, say } from './run.mjs';

const development = process.argv.includes('--dev');
const https = process.argv.includes('--https') || process.env.HTTPS === '1';
const port = Number(process.env.PORT || 3000);
const host = process.env.HOST || '0.0.0.0';

try {
  if (process.argv.includes('--prepare')) await prepare({ development });
  else {
    await checkPort();
    process.exitCode = await serve(await prepare({ development }));
  }
} catch (error) {
  if (!(error instanceof Halt)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

/** Before anything else, so that nobody waits for a build that cannot be served. */
function checkPort() {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', (error) => {
      const taken = 'code' in error && error.code === 'EADDRINUSE';
      const trouble = taken ? 'is in use by another program' : `cannot be used (${error.message})`;
      fail(new Halt(`Port ${port} ${trouble}. Choose another: PORT=${port + 1} npm start`));
    });
    probe.listen(port, host, () => probe.close(done));
  });
}

/**
 * Serves until it is told to stop, and passes that on.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} the exit code of the server
 */
async function serve(env) {
  say('Starting...');
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/index.ts'], {
    cwd: root,
    env: { ...env, LOG_LEVEL: env.LOG_LEVEL || 'warn', ...(https ? { HTTPS: '1' } : {}) },
    stdio: 'inherit',
    // A group of its own: Ctrl-C in a terminal reaches the server once, through us.
    detached: process.platform !== 'win32',
  });
  const ended = new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', (code, signal) => done(code ?? 128 + constants.signals[signal]));
  });
  let stopping = false;
  /** @param {NodeJS.Signals} signal */
  const stop = (signal) => {
    // The server drains at the first signal and breaks off at the second.
    if (!stopping) child.kill(signal);
    stopping = true;
  };
  process.on('SIGINT', () => stop('SIGINT'));
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGHUP', () => stop('SIGTERM'));
  // npm passes a signal to its shell, which dies of it without passing it on.
  if (process.env.npm_lifecycle_event) whenOrphaned(() => stop('SIGTERM'));
  announce(child);
  return ended;
}

/** @param {() => void} then */
function whenOrphaned(then) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    then();
  }, 250);
  watch.unref();
}

/** @param {import('node:child_process').ChildProcess} child */
async function announce(child) {
  while (!(await answers())) {
    if (child.exitCode !== null || child.signalCode !== null) return;
    await pause(50);
  }
  const scheme = https ? 'https' : 'http';
  say(`\nWeerklank is ready: ${scheme}://localhost:${port}`);
  if (!https) {
    say('For phones and other computers at home: npm start -- --https');
    return;
  }
  for (const address of homeAddresses())
    say(`On other devices at home: https://${address}:${port}`);
  say('Each browser warns once about our own certificate.');
}

function answers() {
  return new Promise((done) => {
    const socket = connect({
      port,
      host: host === '0.0.0.0' || host === '::' ? 'localhost' : host,
    });
    socket.once('error', () => done(false));
    socket.once('connect', () => {
      socket.destroy();
      done(true);
    });
  });
}

function homeAddresses() {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
}
