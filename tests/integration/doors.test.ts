import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { databaseFile } from '#tests/contract/database-file.ts';
import { RawClient } from '#tests/support/raw-client.ts';
import { rawAsk } from '#tests/support/raw-http.ts';
import { introductionOf } from '#tests/support/raw-joining.ts';
import { realtimeNode } from '#tests/support/realtime-node.ts';
import { rowsIn } from '#tests/support/rows.ts';
import { coupleIn } from '#tests/support/seats.ts';
import { arriveBoth, make, open } from '#tests/support/talking.ts';

/** Whether a socket opens at this address with these headers. */
function opens(address: string, headers: Record<string, string>): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = new WebSocket(address, { headers });
    socket.on('error', () => resolve(false));
    socket.on('open', () => {
      socket.terminate();
      resolve(true);
    });
  });
}

const upgrade = {
  Connection: 'Upgrade',
  Upgrade: 'websocket',
  'Sec-WebSocket-Version': '13',
  'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
};

describe('A socket', () => {
  it('opens to exactly one of eight origins', async () => {
    const publicUrl = 'https://weerklank.example';
    const { url } = await realtimeNode(await databaseFile(), Date.now, { publicUrl });
    const address = `${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
    const origins: Record<string, string | null> = {
      ours: publicUrl,
      evil: 'https://evil.example',
      opaque: 'null',
      none: null,
      suffix: 'https://weerklank.example.evil.example',
      port: 'https://weerklank.example:8443',
      case: 'HTTPS://Weerklank.example',
      'without tls': 'http://weerklank.example',
    };
    const opened: string[] = [];
    for (const [name, origin] of Object.entries(origins)) {
      if (await opens(address, origin === null ? {} : { origin })) opened.push(name);
    }
    expect(Object.keys(origins)).toHaveLength(8);
    expect(opened).toEqual(['ours']);
  });

  it('opens at one address only, and never at that of another host', async () => {
    const { url } = await realtimeNode(await databaseFile());
    const ws = url.replace('http', 'ws');
    const query = '?EIO=4&transport=websocket';
    const headers = { origin: url };
    for (const path of [
      '/',
      '/socket.io',
      '/engine.io/',
      '/_next/webpack-hmr',
      '/api/auth/session',
      '//socket.io/',
    ]) {
      expect([path, await opens(ws + path + query, headers)]).toEqual([path, false]);
    }
    for (const target of [
      'http://169.254.169.254/latest/meta-data/',
      `http://evil.example/socket.io/${query}`,
      '*',
    ]) {
      const answer = await rawAsk(url, target, { headers: { ...upgrade, Origin: url } });
      expect([target, answer]).toEqual([target, null]);
    }
    expect(await opens(`${ws}/socket.io/${query}`, headers)).toBe(true);
  });

  it('outlives whatever stands in the headers of others', async () => {
    const node = await realtimeNode(await databaseFile());
    const guests = await coupleIn(node.db, node.url);
    const partners = await arriveBoth(guests);
    await open(partners);
    const spoilt: Record<string, string>[] = [
      { Authorization: 'Bearer %' },
      { Authorization: 'Bearer %E0%A4%A' },
      { Cookie: 'weerklank-auth=%' },
      { Cookie: 'weerklank-auth=%; weerklank-auth.0=%; weerklank-auth.1=%' },
      { Cookie: `weerklank-auth=${'A'.repeat(8_000)}` },
      { Cookie: ';;;=;=;;__proto__=1;constructor=2' },
      { Cookie: 'weerklank-auth="e30.e30.e30.e30.e30"' },
      { 'Sec-WebSocket-Extensions': 'permessage-deflate; server_max_window_bits=99' },
      { 'Sec-WebSocket-Protocol': 'a, b, a' },
      { 'X-Forwarded-For': '%'.repeat(2_000) },
    ];
    for (const headers of spoilt) {
      const address = `${node.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
      const socket = new WebSocket(address, { headers: { ...headers, origin: node.url } });
      const ended = new Promise((resolve) => socket.once('close', resolve));
      socket.on('error', () => undefined);
      socket.on('open', () =>
        socket.send(`40${JSON.stringify({ roomId: guests.a.roomId, protocol: 2 })}`),
      );
      socket.on('message', (data) => {
        if (/^4[04]/.test(String(data))) socket.terminate();
      });
      await ended;
      await rawAsk(node.url, '/api/auth/session', { headers });
    }
    await make(partners[0], { type: 'pause' });
    await partners[1].until(({ session }) => session?.state.status === 'held');
  });

  it('that speaks of other namespaces, in bytes, or of prototypes changes nothing', async () => {
    const node = await realtimeNode(await databaseFile());
    const guests = await coupleIn(node.db, node.url);
    const partners = await arriveBoth(guests);
    await open(partners);
    const before = await rowsIn(node.db);
    const polluting =
      '{"__proto__":{"ok":true},"constructor":{"prototype":{"seat":"b"}},"writing":true}';
    const frames: (string | Uint8Array)[] = [
      '40/admin,{}',
      '40/,{}',
      '42/admin,["move:submit",{}]',
      `420["presence:writing",${polluting}]`,
      `421["session:join",${polluting}]`,
      `422["__proto__",${polluting}]`,
      '423["constructor"]',
      '424["disconnect"]',
      '425["connection",{}]',
      '451-6["move:submit",{"_placeholder":true,"num":0}]',
      new Uint8Array([1, 2, 3]),
      '451-7["move:submit",{"_placeholder":true,"num":"__proto__"}]',
      new Uint8Array(65_000),
      '4',
      '9',
      '6',
    ];
    for (const frame of frames) {
      const raw = await RawClient.enter(node.url, introductionOf(guests.a, node.url));
      if (typeof raw === 'string') throw new Error(raw);
      onTestFinished(() => raw.socket.terminate());
      raw.socket.send(frame);
      raw.socket.close();
      await raw.closed;
      expect(raw.frames.some((text) => text.includes('"ok":true'))).toBe(false);
    }
    expect(Reflect.get({}, 'ok')).toBeUndefined();
    expect(Reflect.get({}, 'seat')).toBeUndefined();
    expect(await rowsIn(node.db)).toEqual(before);
    await make(partners[0], { type: 'pause' });
    await partners[1].until(({ session }) => session?.state.status === 'held');
  });
});
