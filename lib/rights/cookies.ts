import { authCookieName } from '#lib/auth.ts';
import { languageCookie } from '#lib/i18n/language.ts';

/** Every cookie there can be, by what it is for. All of them are functional. */
export interface CookieNames {
  auth: string;
  language: string;
  device: string;
  csrf: string;
  callback: string;
}

/** What they are called here: over https the browser ties most of them to this very host. */
export function cookieNames(secure: boolean): CookieNames {
  return {
    auth: authCookieName(secure),
    language: languageCookie,
    device: secure ? '__Host-weerklank-device' : 'weerklank-device',
    csrf: secure ? '__Host-next-auth.csrf-token' : 'next-auth.csrf-token',
    callback: secure ? '__Secure-next-auth.callback-url' : 'next-auth.callback-url',
  };
}
