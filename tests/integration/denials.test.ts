import { describe, expect, it, onTestFinished } from 'vitest';
import type { Log, LogFields } from '#lib/log.ts';
import { databaseFile, fresh } from '#tests/contract/database-file.ts';
import { handshakeFor, RawClient } from '#tests/support/raw-client.ts';
import { introductionOf } from '#tests/support/raw-joining.ts';
import { realtimeNode } from '#tests/support/realtime-node.ts';
import { coupleIn } from '#tests/support/seats.ts';

async function stage() {
  const lines: { happening: string; fields: LogFields }[] = [];
  const write = (happening: string, fields: LogFields = {}) =>
    void lines.push({ happening, fields });
  const log: Log = { info: () => undefined, warn: write, error: write };
  const node = await realtimeNode(await databaseFile(), Date.now, {}, log);
  const { a } = await coupleIn(node.db, node.url);
  const enter = async () => {
    const client = await RawClient.enter(node.url, introductionOf(a, node.url));
    if (typeof client === 'string') throw new Error(client);
    onTestFinished(() => client.socket.terminate());
    return client;
  };
  return { node, a, enter, lines };
}

const denied = (code: string, fields: object = {}) => ({
  happening: 'denied',
  fields: { code, ...fields },
});

describe('What is refused stands in the log', () => {
  it('when a page of somebody else wants a socket, or somebody without a seat', async () => {
    const { node, a, lines } = await stage();
    const foreign = introductionOf(a, 'http://evil.test');
    expect(await RawClient.enter(node.url, foreign)).toBe('no socket');
    const stranger = { origin: node.url, auth: handshakeFor(a.roomId) };
    expect(await RawClient.enter(node.url, stranger)).toBe('forbidden');
    expect(lines).toEqual([denied('origin handshake'), denied('forbidden handshake')]);
  });

  it('when a request makes no sense, or is about what is not theirs; with nothing of what it said', async () => {
    const { a, enter, lines } = await stage();
    const client = await enter();
    await client.ask('move:submit', { words: 'a secret' });
    const other = { sessionId: fresh.session(), after: 0 };
    expect(await client.ask('session:join', other)).toMatchObject({ reason: 'forbidden' });
    const { roomId } = a;
    const userId = expect.any(String);
    expect(lines).toEqual([
      denied('bad-request move:submit', { roomId, userId }),
      denied('forbidden session:join', { roomId, userId }),
    ]);
    expect(JSON.stringify(lines)).not.toContain('secret');
  });

  it('once, however often it is asked (500)', async () => {
    const { enter, lines } = await stage();
    const client = await enter();
    await Promise.all(Array.from({ length: 500 }, () => client.ask('move:submit', {})));
    expect(lines).toHaveLength(1);
  });
});

describe('The health addresses', () => {
  it('say what they are written in', async () => {
    const { node } = await stage();
    for (const path of ['/healthz', '/readyz']) {
      const answer = await fetch(node.url + path);
      expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    }
    const refused = await fetch(node.url, { method: 'DELETE' });
    expect(refused.headers.get('content-type')).toBe('application/json; charset=utf-8');
  });
});
