import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { client } from './identity-provider.ts';
import type { Came, Visitor } from './visitor.ts';

const ours = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const another = generateKeyPairSync('rsa', { modulusLength: 2_048 });

/** What an ID token says, and how it is signed. */
export interface Told {
  claims?: Record<string, unknown>;
  by?: 'ours' | 'another' | 'the secret' | 'nobody';
  /** Answers the code by sending the server elsewhere. */
  elsewhere?: string;
}

/** A provider of sign-in that signs what a test wants, so that what it says can be wrong in one way. */
export class LyingProvider {
  readonly issuer: string;
  /** The tokens that it gave out. */
  readonly given: string[] = [];
  told: Told = {};
  #nonce = '';
  readonly #server: Server;

  private constructor(server: Server, port: number) {
    this.#server = server;
    this.issuer = `http://127.0.0.1:${port}`;
    server.on('request', (request, response) => this.#answer(request, response));
  }

  static async open(): Promise<LyingProvider> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (typeof address !== 'object' || !address) throw new Error('A provider without a port');
    return new LyingProvider(server, address.port);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  /** Somebody goes there and comes back, with an ID token like this. */
  async thereAndBack(visitor: Visitor, told: Told): Promise<Came> {
    this.told = told;
    const { body } = await visitor.auth('signin/oidc', { callbackUrl: '/account/sign-in' });
    const address = new URL(String(Object(body)['url']));
    this.#nonce = address.searchParams.get('nonce') ?? '';
    const state = encodeURIComponent(address.searchParams.get('state') ?? '');
    return visitor.get(`/api/auth/callback/oidc?code=a-code&state=${state}`);
  }

  #answer({ url = '' }: IncomingMessage, response: ServerResponse): void {
    const { elsewhere } = this.told;
    if (url.startsWith('/token') && elsewhere) {
      response.writeHead(307, { location: elsewhere }).end();
      return;
    }
    const jwk = { ...ours.publicKey.export({ format: 'jwk' }), kid: 'ours', alg: 'RS256' };
    const answers: Record<string, () => object> = {
      '/.well-known/openid-configuration': () => ({
        issuer: this.issuer,
        authorization_endpoint: `${this.issuer}/authorize`,
        token_endpoint: `${this.issuer}/token`,
        jwks_uri: `${this.issuer}/keys`,
      }),
      '/keys': () => ({ keys: [jwk] }),
      '/token': () => this.#tokens(),
    };
    const answer = answers[url]?.();
    response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer ?? {}));
  }

  #tokens(): object {
    const { claims = {}, by = 'ours' } = this.told;
    const now = Math.floor(Date.now() / 1_000);
    const right = { iss: this.issuer, aud: client.id, sub: 'somebody', iat: now, exp: now + 60 };
    const alg = { ours: 'RS256', another: 'RS256', 'the secret': 'HS256', nobody: 'none' }[by];
    const head = part({ alg, kid: 'ours' });
    const text = `${head}.${part({ ...right, nonce: this.#nonce, ...claims })}`;
    const tokens = { id_token: `${text}.${signed(text, by)}`, access_token: `access-${now}-token` };
    this.given.push(...Object.values(tokens));
    return { ...tokens, token_type: 'Bearer' };
  }
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

function signed(text: string, by: NonNullable<Told['by']>): string {
  if (by === 'nobody') return '';
  if (by === 'the secret')
    return createHmac('sha256', client.secret).update(text).digest('base64url');
  const { privateKey } = by === 'ours' ? ours : another;
  return sign('sha256', Buffer.from(text), privateKey).toString('base64url');
}
