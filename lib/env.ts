import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { withSecretFiles } from './secret-files.ts';
import {
  type MailSettings,
  missingForSignIn,
  type ProviderSettings,
  signInSettings,
  signInVariables,
} from './sign-in-settings.ts';

/** The settings of this machine, as the rest of the program knows them. */
export interface Env {
  development: boolean;
  /** Where everything is kept that must outlive the process. */
  dataDir: string;
  databaseFile: string;
  port: number;
  host: string;
  /** The origin people type, when a proxy stands before us; null when they come to us directly. */
  publicUrl: string | null;
  /** Signs the cookies that remember a device's seat. */
  secret: string;
  logLevel: LogLevel;
  /** Where a host keeps exercises of its own; null when there are none. */
  exercisesDir: string | null;
  /** How people reach whoever is responsible for this server, as it is shown to them; null when not given. */
  contact: string | null;
  /** Whether we speak https ourselves. */
  https: boolean;
  /** Whether browsers reach us over https, by us or by a proxy. */
  secure: boolean;
  /** How many proxies of the host's own stand before us, and say whom they speak for. */
  trustedProxies: number;
  /** What every limit on how often something may be asked is multiplied by. */
  rateLimitFactor: number;
  /** How mail is sent; null when it is not, and links reach people through the host. */
  mail: MailSettings | null;
  /** Where else people can sign in; null when nowhere. */
  provider: ProviderSettings | null;
}

const LogLevel = v.picklist(
  ['debug', 'info', 'warn', 'error', 'silent'],
  'must be debug, info, warn, error or silent',
);
type LogLevel = v.InferOutput<typeof LogLevel>;

const dataDir = v.optional(v.string(), './data');

/** Parts of the secrets that examples and generators leave for people to replace. */
const placeholder =
  /change.?me|replace|example|placeholder|default|password|your.?secret|nextauth/i;

const Secret = v.pipe(
  v.string(),
  v.minLength(32, 'must have at least 32 characters'),
  v.check((value) => !placeholder.test(value), 'is a known example: make one of your own'),
  v.check((value) => new Set(value).size >= 10, 'has too few different characters'),
);

const Variables = v.object({
  NODE_ENV: v.optional(
    v.picklist(['development', 'production', 'test'], 'must be development, production or test'),
    'development',
  ),
  DATA_DIR: dataDir,
  PORT: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,5}$/, 'must be a number'),
      v.transform(Number),
      v.maxValue(65_535, 'must be at most 65535'),
    ),
    '3000',
  ),
  // Not '::', which a machine without IPv6 refuses; phones at home come over IPv4 anyway.
  HOST: v.optional(v.string(), '0.0.0.0'),
  PUBLIC_URL: v.optional(
    v.pipe(
      v.string(),
      v.check(isAddress, 'must be an address such as https://example.org'),
      v.check(isOrigin, 'must be an address without a path'),
    ),
  ),
  NEXTAUTH_SECRET: Secret,
  LOG_LEVEL: v.optional(LogLevel, 'info'),
  EXERCISES_DIR: v.optional(v.string()),
  CONTACT: v.optional(v.pipe(v.string(), v.maxLength(200, 'must have at most 200 characters'))),
  HTTPS: v.optional(v.picklist(['0', '1'], 'must be 0 or 1'), '0'),
  TRUST_PROXY: v.optional(
    v.pipe(v.string(), v.regex(/^\d$/, 'must be a number from 0 to 9'), v.transform(Number)),
    '0',
  ),
  RATE_LIMIT_FACTOR: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,6}(\.\d{1,3})?$/, 'must be a number, such as 1 or 2.5'),
      v.transform(Number),
      v.check((factor) => factor > 0, 'must be more than 0'),
    ),
    '1',
  ),
  ...signInVariables,
});

function isAddress(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}

/** Whatever is no address at all has been refused before. */
function isOrigin(address: string): boolean {
  return !URL.canParse(address) || new URL(address).href === `${new URL(address).origin}/`;
}

type Source = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings from environment variables; an empty one counts as absent. Secrets may stand in
 * files, as NEXTAUTH_SECRET does in the one that NEXTAUTH_SECRET_FILE names.
 * Throws one error that says of every variable what is wrong, without its value.
 */
export function readEnv(source: Source): Env {
  const { source: variables, faults } = withSecretFiles(given(source));
  if (faults.length > 0) throw fault(faults);
  const all = { NEXTAUTH_SECRET: '', ...variables };
  const parsed = v.safeParse(Variables, all, { abortPipeEarly: true });
  const wrong = [...(parsed.issues ?? []).map(faultOf), ...missingForSignIn(variables)];
  if (!parsed.success || wrong.length > 0) throw fault(wrong);
  const found = parsed.output;
  const https = found.HTTPS === '1';
  const publicUrl = found.PUBLIC_URL ? new URL(found.PUBLIC_URL).origin : null;
  return {
    development: found.NODE_ENV !== 'production',
    dataDir: resolve(found.DATA_DIR),
    databaseFile: readDatabaseFile(source),
    port: found.PORT,
    host: found.HOST,
    publicUrl,
    secret: found.NEXTAUTH_SECRET,
    exercisesDir: found.EXERCISES_DIR === undefined ? null : resolve(found.EXERCISES_DIR),
    logLevel: found.LOG_LEVEL,
    contact: found.CONTACT ?? null,
    https,
    secure: https || publicUrl?.startsWith('https:') === true,
    trustedProxies: found.TRUST_PROXY,
    rateLimitFactor: found.RATE_LIMIT_FACTOR,
    ...signInSettings(found),
  };
}

/** Where the database is: for what needs no more than that. */
export function readDatabaseFile(source: Source): string {
  return join(resolve(v.parse(dataDir, given(source).DATA_DIR)), 'weerklank.db');
}

let read: Env | undefined;

/** The settings of this process, read at first use, because a build runs without them. */
export function env(): Env {
  read ??= readEnv(process.env);
  return read;
}

/** Where this process finds the database, read on its own: nothing else needs to be set for it. */
export function databaseFile(): string {
  return readDatabaseFile(process.env);
}

function given(source: Source): Record<string, string> {
  const entries = Object.entries(source);
  return Object.fromEntries(
    entries.flatMap(([name, value]) => (value ? [[name, value] as const] : [])),
  );
}

function faultOf(issue: v.BaseIssue<unknown>): string {
  return `${v.getDotPath(issue)} ${issue.message}`;
}

function fault(faults: readonly string[]): Error {
  const lines = faults.map((sentence) => `- ${sentence}`);
  return new Error(`The settings of this machine cannot be used:\n${lines.join('\n')}`);
}
