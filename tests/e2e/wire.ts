import type { Page } from 'playwright/test';
import { frameReader } from '#tests/support/ws-frames.ts';
import type { Cable } from './cable.ts';

/** Everything a cable carried, as whoever listens in would read it: frames without their masks. */
export function readOff(cable: Cable): Buffer {
  const streams = cable.streams.map(({ bytes }) => Buffer.concat(bytes));
  return Buffer.concat(streams.flatMap((bytes) => [bytes, Buffer.from(framesIn(bytes))]));
}

/** What the frames say of a connection that became a WebSocket; nothing of any other. */
function framesIn(bytes: Buffer): string {
  const head = bytes.indexOf('\r\n\r\n');
  const isSocket = /^(?:GET \/socket\.io\/|HTTP\/1\.1 101 )/.test(bytes.toString('latin1', 0, 40));
  if (!isSocket || head < 0) return '';
  return frameReader()(bytes.subarray(head + 4)).join('\n');
}

/** Notes down every origin a page asks anything of, sockets included. */
export function originsAskedBy(page: Page): Set<string> {
  const origins = new Set<string>();
  const note = (url: string) => {
    origins.add(new URL(url).origin.replace(/^ws/, 'http'));
  };
  page.on('request', (request) => note(request.url()));
  page.on('websocket', (socket) => note(socket.url()));
  return origins;
}
