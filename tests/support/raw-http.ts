import { connect } from 'node:net';

/** An answer as it came over the wire. */
export interface RawAnswer {
  status: number;
  /** The fields of its head, by their names in small letters; what came twice is joined with a comma. */
  headers: Readonly<Record<string, string>>;
  body: string;
}

/** What is sent instead of what a browser would send. */
export interface RawRequest {
  method?: string;
  headers?: Readonly<Record<string, string>>;
  body?: string;
}

/** Asks for a target with nothing added and nothing corrected. Null when the connection went without a word. */
export function rawAsk(
  url: string,
  target: string,
  { method = 'GET', headers = {}, body = '' }: RawRequest = {},
): Promise<RawAnswer | null> {
  const { host } = new URL(url);
  const length = body ? { 'Content-Length': String(Buffer.byteLength(body)) } : {};
  const fields = { Host: host, Connection: 'close', ...length, ...headers };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
  const head = [`${method} ${target} HTTP/1.1`, ...lines, '', ''].join('\r\n');
  return rawSend(url, Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(body)]));
}

/** Sends these bytes, and reads until the other end closes. */
export function rawSend(url: string, bytes: string | Buffer): Promise<RawAnswer | null> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.on('data', (part) => parts.push(part));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => resolve(read(Buffer.concat(parts).toString('utf8'))));
  });
}

function read(text: string): RawAnswer | null {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1]);
  if (!status) return null;
  const headers: Record<string, string> = {};
  for (const line of head.split('\r\n').slice(1)) {
    const cut = line.indexOf(':');
    const name = line.slice(0, cut).toLowerCase();
    const value = line.slice(cut + 1).trim();
    headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`;
  }
  const body = rest.join('\r\n\r\n');
  const chunked = headers['transfer-encoding'] === 'chunked';
  return { status, headers, body: chunked ? unchunked(body) : body };
}

/** The text without the lengths that stand between its parts. */
function unchunked(text: string): string {
  return text.replace(/(?:^|\r\n)[\da-f]+\r\n/g, '').replace(/\r\n$/, '');
}
