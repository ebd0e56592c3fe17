import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readDatabaseFile, readEnv } from '#lib/env.ts';

const secret = 'qL2-7fTzXw9_vB4nKs8Rj3mYdHcPgE6a';
const least = { NEXTAUTH_SECRET: secret };

describe('The settings', () => {
  it('need no more than a secret', () => {
    expect(readEnv(least)).toEqual({
      development: true,
      dataDir: resolve('data'),
      databaseFile: resolve('data/weerklank.db'),
      port: 3_000,
      host: '0.0.0.0',
      publicUrl: null,
      secret,
      logLevel: 'info',
      exercisesDir: null,
      contact: null,
      https: false,
      secure: false,
      trustedProxies: 0,
      rateLimitFactor: 1,
      mail: null,
      provider: null,
    });
  });

  it('take an empty variable for an absent one', () => {
    const empty = { DATA_DIR: '', PORT: '', HOST: '', PUBLIC_URL: '', LOG_LEVEL: '', HTTPS: '' };
    const more = { NODE_ENV: '', TRUST_PROXY: '', RATE_LIMIT_FACTOR: '' };
    expect(readEnv({ ...least, ...empty, ...more })).toEqual(readEnv(least));
  });

  it('are taken as they are given', () => {
    const given = {
      ...least,
      NODE_ENV: 'production',
      DATA_DIR: '/srv/weerklank',
      PORT: '8080',
      HOST: '127.0.0.1',
      PUBLIC_URL: 'https://weerklank.example/',
      LOG_LEVEL: 'warn',
      EXERCISES_DIR: '/srv/exercises',
      TRUST_PROXY: '1',
      RATE_LIMIT_FACTOR: '2.5',
      CONTACT: 'privacy@weerklank.example',
    };
    expect(readEnv(given)).toEqual({
      development: false,
      dataDir: '/srv/weerklank',
      databaseFile: '/srv/weerklank/weerklank.db',
      port: 8080,
      host: '127.0.0.1',
      publicUrl: 'https://weerklank.example',
      secret,
      logLevel: 'warn',
      exercisesDir: '/srv/exercises',
      contact: 'privacy@weerklank.example',
      https: false,
      secure: true,
      trustedProxies: 1,
      rateLimitFactor: 2.5,
      mail: null,
      provider: null,
    });
  });

  it('are secure by our own https or by that of a proxy', () => {
    expect(readEnv({ ...least, HTTPS: '1' })).toMatchObject({ https: true, secure: true });
    const inside = readEnv({ ...least, PUBLIC_URL: 'http://home.example' });
    expect(inside).toMatchObject({ https: false, secure: false });
  });

  it.each([
    ['PORT', 'many'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PUBLIC_URL', 'weerklank.example'],
    ['PUBLIC_URL', 'ftp://weerklank.example'],
    ['PUBLIC_URL', 'https://weerklank.example/room'],
    ['LOG_LEVEL', 'loud'],
    ['HTTPS', 'yes'],
    ['NODE_ENV', 'staging'],
    ['TRUST_PROXY', 'loopback'],
    ['TRUST_PROXY', '-1'],
    ['RATE_LIMIT_FACTOR', '0.00'],
    ['RATE_LIMIT_FACTOR', '-2'],
    ['RATE_LIMIT_FACTOR', 'none'],
    ['NEXTAUTH_SECRET', 'short'],
    ['NEXTAUTH_SECRET', 'a'.repeat(40)],
    ['NEXTAUTH_SECRET', 'please-change-me-before-production-0123456789'],
    ['NEXTAUTH_SECRET', ''],
    ['NEXTAUTH_SECRET_FILE', '/nowhere/secret'],
    ['SMTP_URL', 'post.there'],
    ['SMTP_URL', 'https://mail.host'],
    ['SMTP_URL', 'smtp://mail.host?ignoreTLS=true'],
    ['SMTP_URL_FILE', '/nowhere/smtp'],
    ['MAIL_FROM', 'Weerklank'],
    ['OIDC_ISSUER', 'elsewhere'],
    ['OIDC_ISSUER', 'http://login.host'],
  ])('are refused with %s at "%s", by name and without the value', (name, value) => {
    const source = name === 'NEXTAUTH_SECRET_FILE' ? {} : least;
    let message = '';
    try {
      readEnv({ ...source, [name]: value });
    } catch (error) {
      message = String(error);
    }
    expect(message).toMatch(new RegExp(`cannot be used:\n- ${name} `));
    if (value) expect(message.split('\n').slice(1).join()).not.toContain(value);
    expect(message).not.toContain(secret);
  });

  it('say everything that is wrong at once', () => {
    expect(() => readEnv({ PORT: 'x', HTTPS: 'x' })).toThrow(
      /- PORT .*\n- NEXTAUTH_SECRET must have at least 32 characters\n- HTTPS /,
    );
  });

  it('say what is missing for mail and for signing in elsewhere', () => {
    expect(() => readEnv({ ...least, SMTP_URL: 'smtp://mail.host' })).toThrow(
      /- SMTP_URL needs MAIL_FROM beside it\n- SMTP_URL needs PUBLIC_URL beside it$/,
    );
    const issuer = { ...least, OIDC_ISSUER: 'https://login.host', OIDC_NAME: 'Home' };
    expect(() => readEnv(issuer)).toThrow(
      /- OIDC_ISSUER needs OIDC_CLIENT_ID beside it\n- OIDC_ISSUER needs OIDC_CLIENT_SECRET/,
    );
  });

  it('hold how mail is sent and where else people sign in', () => {
    const folder = mkdtempSync(join(tmpdir(), 'weerklank-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'smtp');
    writeFileSync(file, 'smtps://us:pass@mail.host\n');
    const settings = readEnv({
      ...least,
      PUBLIC_URL: 'https://weerklank.example',
      SMTP_URL_FILE: file,
      MAIL_FROM: 'Weerklank <weerklank@mail.host>',
      OIDC_ISSUER: 'https://login.host',
      OIDC_CLIENT_ID: 'weerklank',
      OIDC_CLIENT_SECRET: 'between us',
      OIDC_NAME: 'Home',
    });
    expect(settings.mail).toEqual({
      smtpUrl: 'smtps://us:pass@mail.host',
      from: 'Weerklank <weerklank@mail.host>',
    });
    expect(settings.provider).toEqual({
      issuer: 'https://login.host',
      clientId: 'weerklank',
      clientSecret: 'between us',
      name: 'Home',
    });
  });

  it('find the secret in a file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'weerklank-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'secret');
    writeFileSync(file, `${secret}\n`);
    expect(readEnv({ NEXTAUTH_SECRET_FILE: file }).secret).toBe(secret);
    const own = `${secret}-of-its-own`;
    expect(readEnv({ NEXTAUTH_SECRET: own, NEXTAUTH_SECRET_FILE: file }).secret).toBe(own);
  });

  it('tell where the database is without a secret', () => {
    expect(readDatabaseFile({ DATA_DIR: '/srv' })).toBe('/srv/weerklank.db');
  });
});
