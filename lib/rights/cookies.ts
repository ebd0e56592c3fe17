import { authCookieName } from '#lib/auth.ts';
import { languageCookie } from '#lib/i18n/language.ts';

/** Every cookie there can be, by what it is for. All of them are functional. */
export interface CookieNames {
  auth: string;
  language: string;
  device: string;
  csrf: string;
  callback: string;
  /** These three only while somebody signs in at a provider. */
  state: string;
  nonce: string;
  pkce: string;
}

/** What they are called here: over https the browser ties all of them to this very host. */
export function cookieNames(secure: boolean): CookieNames {
  const tied = (name: string) => (secure ? `__Host-${name}` : name);
  return {
    auth: authCookieName(secure),
    language: languageCookie(secure),
    device: tied('weerklank-device'),
    csrf: tied('next-auth.csrf-token'),
    callback: tied('next-auth.callback-url'),
    state: tied('next-auth.state'),
    nonce: tied('next-auth.nonce'),
    pkce: tied('next-auth.pkce.code_verifier'),
  };
}
