import { randomBytes } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Env } from '#lib/env.ts';

export type HeaderSettings = Pick<Env, 'development' | 'secure'>;

/** What a page of ours never asks of a device. */
const refused = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
  'xr-spatial-tracking',
];
/** What our own pages do ask: to stay lit, to copy or share an invitation, passkeys. */
const granted = [
  'clipboard-write',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'web-share',
];

const permissions = [
  ...refused.map((feature) => `${feature}=()`),
  ...granted.map((feature) => `${feature}=(self)`),
].join(', ');

/**
 * What a page may load and run (Content Security Policy, level 3). Only scripts that carry the nonce of
 * this very answer run, and what those load in turn; WebAssembly does because the password is stretched in it.
 */
function policyOf(nonce: string, { development, secure }: HeaderSettings): string {
  return [
    // First: Next looks for its nonce in the first directive that begins like this.
    `script-src 'nonce-${nonce}' 'strict-dynamic' 'wasm-unsafe-eval'${development ? " 'unsafe-eval'" : ''}`,
    "default-src 'self'",
    `style-src 'self'${development ? " 'unsafe-inline'" : ''}`,
    "connect-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "worker-src 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

/** What every answer carries, whatever it is an answer to. */
function headersOf(policy: string, { secure }: HeaderSettings): Record<string, string> {
  return {
    'content-security-policy': policy,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': permissions,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    ...(secure ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  };
}

/** What is the same for everybody, and named after what is in it. */
const shared = /^\/(?:_next\/static\/[\w./~-]+|icon\.svg)(?:\?|$)/;

/**
 * Puts the headers on an answer before anybody writes it, and tells Next the nonce that its scripts
 * have to carry; whatever the visitor claimed it to be is thrown away. Nothing is kept by a browser or a
 * proxy, but for what is the same for everybody.
 */
export function guardAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  settings: HeaderSettings,
): void {
  const policy = policyOf(randomBytes(16).toString('base64'), settings);
  request.headers['content-security-policy'] = policy;
  for (const [name, value] of Object.entries(headersOf(policy, settings))) {
    response.setHeader(name, value);
  }
  const url = request.url ?? '';
  if (!shared.test(url) || url.includes('..')) response.setHeader('cache-control', 'no-store');
}

/** The head of an answer to what is no request: it ends the connection, and there is nobody to write it for us. */
export function bareAnswer(status: string, settings: HeaderSettings): string {
  const headers: OutgoingHttpHeaders = {
    ...headersOf("default-src 'none'; frame-ancestors 'none'", settings),
    'cache-control': 'no-store',
    connection: 'close',
    'content-length': '0',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status}`, ...lines, '', ''].join('\r\n');
}
