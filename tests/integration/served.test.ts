import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rawAsk } from '#tests/support/raw-http.ts';
import { Visitor } from '#tests/support/visitor.ts';
import { startWeerklank, type Weerklank } from '#tests/support/weerklank.ts';

const publicUrl = 'https://weerklank.test';

let weerklank: Weerklank;
beforeAll(async () => {
  weerklank = await startWeerklank('', { PUBLIC_URL: publicUrl });
});
afterAll(() => weerklank.stop());

const page = '/_next/static';

describe('The app', () => {
  it('serves no file that it is made of, and no list of a folder', async () => {
    const html = (await rawAsk(weerklank.url, '/'))?.body ?? '';
    const [, folder = ''] = /(\/_next\/static\/[^"]*\/)[^"/]+\.js/.exec(html) ?? [];
    expect(folder).toContain(page);
    const targets = [
      ...['/.git/config', '/.git/HEAD', '/.env', '/data/secret', '/data/weerklank.db'],
      ...['/package.json', '/package-lock.json', '/SECURITY.md', '/docs/asvs.md'],
      ...['/prisma/schema.prisma', '/server/index.ts', '/tests/unit/asvs.test.ts'],
      ...['/scripts/account/index.ts', '/.next/BUILD_ID', '/_next/static/../BUILD_ID'],
      ...['/_next/static/%2e%2e/BUILD_ID', '/..%2f.git%2fconfig', `${page}/`, page, folder],
      ...['/__nextjs_original-stack-frames', '/_next/webpack-hmr', `${page}/development/`],
    ];
    for (const target of targets) {
      const { status, headers, body } = (await rawAsk(weerklank.url, target)) ?? { status: 0 };
      // An address that ends in a slash leads to the one that does not.
      const to = status === 308 ? await rawAsk(weerklank.url, headers?.['location'] ?? '') : null;
      expect([target, to?.status ?? status]).toEqual([target, 404]);
      expect(`${to?.body ?? body}`).not.toMatch(/\[core\]|"dependencies"|Index of/);
    }
  });

  it('lets no other origin read an answer, whoever asks and however', async () => {
    const origin = 'https://evil.example';
    const targets = ['/', '/help', '/api/exercises', '/api/auth/session', '/healthz', '/icon.svg'];
    for (const target of [...targets, '/socket.io/?EIO=4&transport=polling', '/nergens']) {
      for (const asked of [
        { headers: { Origin: origin } },
        { headers: { Origin: 'null' } },
        {
          method: 'OPTIONS',
          headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' },
        },
      ]) {
        const answer = await rawAsk(weerklank.url, target, asked);
        if (!answer) throw new Error(`No answer to ${target}`);
        const open = Object.keys(answer.headers).filter((name) =>
          name.startsWith('access-control'),
        );
        expect([target, asked, open]).toEqual([target, asked, []]);
      }
    }
  });

  it('does not read on where a length and chunks say different things', async () => {
    const both = { 'Content-Length': '4', 'Transfer-Encoding': 'chunked' };
    const twice = { 'Content-Length': '4, 5' };
    const odd = { 'Transfer-Encoding': 'xchunked' };
    for (const headers of [both, twice, odd]) {
      const body = '0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: a\r\n\r\n';
      const sent = { method: 'POST', headers: { ...headers, Connection: 'keep-alive' }, body };
      const answer = await rawAsk(weerklank.url, '/api/exercises', sent);
      expect([headers, answer?.status]).toEqual([headers, expect.toSatisfy(isRefused)]);
      expect(answer?.body).not.toContain('HTTP/1.1 200');
    }
  });
});

const isRefused = (status: number) => status === 400 || status === 411;

describe('Over https', () => {
  it('every cookie is tied to this host, goes over https only, and is no business of scripts', async () => {
    const visitor = new Visitor(weerklank.url, publicUrl);
    await visitor.startRoom();
    expect([...visitor.jar.keys()].toSorted()).toEqual([
      '__Host-next-auth.callback-url',
      '__Host-next-auth.csrf-token',
      '__Host-weerklank-auth',
    ]);
    const set = ['/api/auth/csrf', '/api/auth/session'].map(async (path) => {
      const headers = path.endsWith('csrf') ? {} : { cookie: visitor.cookie };
      const answer = await fetch(weerklank.url + path, { headers });
      return answer.headers.getSetCookie();
    });
    const cookies = (await Promise.all(set)).flat();
    expect(cookies.map((cookie) => cookie.split('=')[0])).toContain('__Host-weerklank-auth');
    expect(cookies).toHaveLength(3);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^__Host-[^;]+;.*Path=\/;.*HttpOnly; Secure; SameSite=Lax$/);
      expect(cookie).not.toContain('Domain');
    }
  });

  it('signing in and out leads to no other site', async () => {
    for (const elsewhere of ['https://evil.example/', '//evil.example', 'javascript:alert(1)']) {
      const visitor = new Visitor(weerklank.url, publicUrl);
      await visitor.startRoom();
      const query = `?callbackUrl=${encodeURIComponent(elsewhere)}`;
      for (const path of ['signin', 'signout', 'error']) {
        const { location } = await visitor.get(`/api/auth/${path}${query}`);
        expect(new URL(location ?? '/', publicUrl).origin).toBe(publicUrl);
      }
      const { body } = await visitor.auth('signout', { callbackUrl: elsewhere });
      const { url } = v.parse(v.object({ url: v.string() }), body);
      expect(new URL(url).origin).toBe(publicUrl);
    }
  });
});
