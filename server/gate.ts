import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { addressHeader, addressOf } from '#lib/address.ts';
import type { Env } from '#lib/env.ts';
import type { RateLimits } from '#lib/rate-limits.ts';
import { bareAnswer, guardAnswer } from './security-headers.ts';

/** The most that anybody has reason to send in one request over HTTP. */
const mostBytes = 1_048_576;

export type GateSettings = Pick<Env, 'development' | 'secure' | 'trustedProxies'>;

/**
 * Stands before everything else that listens to an HTTP server: puts our headers on every answer, and
 * leaves of what a request says about itself only what can be believed. Call it last.
 */
export function standBefore(server: Server, settings: GateSettings): void {
  server.prependListener('request', (request, response) => {
    guardAnswer(request, response, settings);
    request.headers[addressHeader] = whence(request, settings);
    delete request.headers['x-forwarded-for'];
    // There are no actions here, and Next would write into the log what it was asked for.
    delete request.headers['next-action'];
    if (settings.trustedProxies > 0) return;
    for (const part of ['host', 'port', 'proto']) delete request.headers[`x-forwarded-${part}`];
  });
  server.on('checkExpectation', (request, response) => {
    guardAnswer(request, response, settings);
    response.writeHead(417).end();
  });
  server.on('clientError', (error, socket) => {
    const status = statusOf('code' in error ? error.code : null);
    // An answer that has begun cannot be begun again.
    if (socket.writable && 'bytesWritten' in socket && socket.bytesWritten === 0) {
      socket.end(bareAnswer(status, settings));
    } else socket.destroy();
  });
}

/** Where a request comes from, for counting. */
export function whence(
  { socket, headers }: IncomingMessage,
  { trustedProxies }: Pick<GateSettings, 'trustedProxies'>,
): string {
  return addressOf(socket.remoteAddress, headers['x-forwarded-for'], trustedProxies);
}

/**
 * Refuses what no page of ours would send: to a page something else than the question for it; to a route
 * too much, of a length not told, or too often. False when it did, and has answered.
 */
export async function letThrough(
  request: IncomingMessage,
  response: ServerResponse,
  { limits, development }: { limits: RateLimits; development: boolean },
): Promise<boolean> {
  const refuse = (status: number, reason: string) => {
    response.writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      connection: 'close',
    });
    response.end(JSON.stringify({ reason }));
    return false;
  };
  const { headers, method } = request;
  // A proxy's form of request, which names a host of its own, is not for us.
  if (!request.url?.startsWith('/') || !isReadable(request.url)) return refuse(400, 'bad-request');
  if (headers['transfer-encoding'] !== undefined) return refuse(411, 'bad-request');
  if (Number(headers['content-length'] ?? 0) > mostBytes) return refuse(413, 'too-large');
  if (method === 'GET' || method === 'HEAD') return true;
  // While developing, Next's own pages send something as well.
  if (!request.url.startsWith('/api/') && !development) return refuse(405, 'method');
  // The form in which Next takes actions, of which there are none.
  if (headers['content-type']?.startsWith('multipart/')) return refuse(415, 'bad-request');
  const address = String(headers[addressHeader]);
  return (await limits.takeTurn('post', address)) || refuse(429, 'slow-down');
}

/** Whether the path of an address can be decoded; Next would break on one that cannot. */
function isReadable(url: string): boolean {
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '');
    return true;
  } catch {
    return false;
  }
}

/** As Node itself would answer, had nobody listened. */
function statusOf(code: unknown): string {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return '431 Request Header Fields Too Large';
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return '408 Request Timeout';
    default:
      return '400 Bad Request';
  }
}
