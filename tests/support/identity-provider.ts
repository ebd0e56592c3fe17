import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import Provider from 'oidc-provider';
import * as v from 'valibot';
import type { Came, Visitor } from './visitor.ts';

/** How Weerklank is known at the provider. */
export const client = { id: 'weerklank', secret: 'between the two of us' };

interface Grant {
  addOIDCScope(scope: string): void;
  save(): Promise<unknown>;
}
interface Context {
  oidc: {
    provider: { Grant: new (of: object) => Grant };
    client: { clientId: string };
    session: { accountId: string };
  };
}

/** A real provider of sign-in on this machine, where somebody always says yes. */
export class IdentityProvider {
  /** Who sits at the browser, by what the provider calls them. */
  who = 'an';
  /** What was asked of the page where one signs in, the last time. */
  asked = new URLSearchParams();
  readonly issuer: string;
  readonly #server: Server;

  private constructor(server: Server, port: number, redirectUri: string) {
    this.#server = server;
    this.issuer = `http://127.0.0.1:${port}`;
    const provider = new Provider(this.issuer, {
      clients: [
        {
          client_id: client.id,
          client_secret: client.secret,
          redirect_uris: [redirectUri],
          response_types: ['code'],
          grant_types: ['authorization_code'],
        },
      ],
      cookies: { keys: ['a key of the tests'] },
      pkce: { required: () => true },
      features: { devInteractions: { enabled: false } },
      interactions: { url: () => '/who' },
      findAccount: (_: unknown, sub: string) => ({ accountId: sub, claims: () => ({ sub }) }),
      loadExistingGrant: async ({ oidc }: Context) => {
        const { clientId } = oidc.client;
        const grant = new oidc.provider.Grant({ clientId, accountId: oidc.session.accountId });
        grant.addOIDCScope('openid');
        await grant.save();
        return grant;
      },
    });
    const answer = provider.callback();
    server.on('request', (request, response) => {
      if (!request.url?.startsWith('/who')) return answer(request, response);
      const login = { login: { accountId: this.who } };
      void provider.interactionFinished(request, response, login, {
        mergeWithLastSubmission: false,
      });
    });
  }

  /** @param redirectUri where it may send people back to. */
  static async open(redirectUri: string): Promise<IdentityProvider> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (typeof address !== 'object' || !address) throw new Error('A provider without a port');
    return new IdentityProvider(server, address.port, redirectUri);
  }

  async close(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, 'close');
  }

  /**
   * Goes to the provider and signs in there.
   * @param towards where the page that sends them there wants them to be afterwards.
   * @returns the path with which it sends the browser back.
   */
  async signInAt(visitor: Visitor, towards = '/account/sign-in'): Promise<string> {
    const { body } = await visitor.auth('signin/oidc', { callbackUrl: towards });
    let address = v.parse(v.object({ url: v.string() }), body).url;
    this.asked = new URL(address).searchParams;
    const jar = new Map<string, string>();
    while (address.startsWith(this.issuer)) {
      const cookie = [...jar].map((pair) => pair.join('=')).join('; ');
      const answer = await fetch(address, { headers: { cookie }, redirect: 'manual' });
      for (const set of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
        jar.set(name, value);
      }
      const location = answer.headers.get('location');
      if (!location) throw new Error(`The provider stopped at ${answer.status}`);
      address = new URL(location, address).href;
    }
    const { pathname, search } = new URL(address);
    return pathname + search;
  }

  /** Goes there and comes back. */
  async thereAndBack(visitor: Visitor, towards?: string): Promise<Came> {
    return visitor.get(await this.signInAt(visitor, towards));
  }
}
