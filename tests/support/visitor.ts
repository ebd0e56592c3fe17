import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { consentVersions } from '#lib/rights/consent.ts';

/** What came back: how it went, and what it says. */
export interface Came {
  status: number;
  body: unknown;
  location: string | null;
}

/** What goes along with every entry of a guest. */
export const guestFields = {
  sealedName: 'wk1.aaaaaaaaaaaaaaaa.name-of-somebody',
  consent: String(consentVersions.guest),
};

const Csrf = v.object({ csrfToken: v.string() });

/** Somebody with a browser that keeps cookies and draws nothing. */
export class Visitor {
  readonly jar = new Map<string, string>();
  readonly #url: string;
  readonly #origin: string;

  /** @param origin what people type, when it is not the server's own address. */
  constructor(url: string, origin = url) {
    this.#url = url;
    this.#origin = origin;
  }

  /** The `Cookie` header of this browser. */
  get cookie(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** Somebody with copies of these cookies. */
  thief(): Visitor {
    const thief = new Visitor(this.#url, this.#origin);
    for (const [name, value] of this.jar) thief.jar.set(name, value);
    return thief;
  }

  get(path: string): Promise<Came> {
    return this.#ask(path, {});
  }

  /** Asks one of our own routes something. */
  post(path: string, question: unknown, headers: Record<string, string> = {}): Promise<Came> {
    return this.#ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.#origin, ...headers },
      body: JSON.stringify(question),
    });
  }

  account(path: string, question: unknown = {}): Promise<Came> {
    return this.post(`/api/account/${path}`, question);
  }

  /** Turns a ticket into a cookie, as next-auth's own client does. */
  enter(ticket: string): Promise<Came> {
    return this.auth('callback/account', { ticket });
  }

  /** Starts a room as a guest; answers with its id. */
  async startRoom(): Promise<string> {
    const roomId = randomBytes(16).toString('base64url');
    await this.enterAsGuest({ intent: 'start', roomId });
    return roomId;
  }

  /** Comes in as a guest who agrees to today's text. */
  enterAsGuest(entry: Record<string, string>): Promise<Came> {
    return this.auth('callback/guest', { ...entry, ...guestFields });
  }

  signOut(): Promise<Came> {
    return this.auth('signout', {});
  }

  /** Posts a form to next-auth, with its token against forgery. */
  async auth(action: string, fields: Record<string, string>): Promise<Came> {
    const { csrfToken } = v.parse(Csrf, (await this.get('/api/auth/csrf')).body);
    return this.#ask(`/api/auth/${action}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: this.#origin },
      body: new URLSearchParams({ callbackUrl: this.#origin, ...fields, csrfToken, json: 'true' }),
    });
  }

  async #ask(path: string, init: RequestInit): Promise<Came> {
    const headers = new Headers(init.headers);
    headers.set('cookie', this.cookie);
    headers.set('user-agent', 'Mozilla/5.0 (Android 15; Mobile) Gecko/140.0 Firefox/140.0');
    const answer = await fetch(this.#url + path, { ...init, headers, redirect: 'manual' });
    for (const cookie of answer.headers.getSetCookie()) this.#keep(cookie);
    const text = await answer.text();
    const json = answer.headers.get('content-type')?.includes('json');
    const body: unknown = json && text ? JSON.parse(text) : text;
    return { status: answer.status, body, location: answer.headers.get('location') };
  }

  #keep(cookie: string): void {
    const [pair = '', ...attributes] = cookie.split(';').map((part) => part.trim());
    const cut = pair.indexOf('=');
    const [name, value] = [pair.slice(0, cut), pair.slice(cut + 1)];
    const ended = attributes.some((part) => /^max-age=0$|^expires=Thu, 01 Jan 1970/i.test(part));
    if (ended || value === '') this.jar.delete(name);
    else this.jar.set(name, value);
  }
}
