import * as v from 'valibot';

/** How mail is sent. */
export interface MailSettings {
  /** Where to, with name and password: `smtps://user:password@mail.example`. */
  smtpUrl: string;
  from: string;
}

/** A provider at which people can sign in (OpenID Connect). */
export interface ProviderSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What it is called on the button. */
  name: string;
}

/** A name of this very machine: what goes there goes over no wire. */
export const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

function isEncrypted(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && loopback.test(hostname));
}

const given = v.optional(v.string());

/** The variables about mail and about signing in elsewhere; all of them may be absent. */
export const signInVariables = {
  SMTP_URL: v.optional(
    v.pipe(
      v.string(),
      v.check(
        (address) => URL.canParse(address) && /^smtps?:$/.test(new URL(address).protocol),
        'must be an address such as smtps://user:password@mail.host',
      ),
      // There it could be said that nothing needs to be encrypted.
      v.check(
        (address) => !URL.canParse(address) || new URL(address).search === '',
        'must have nothing behind a question mark',
      ),
    ),
  ),
  MAIL_FROM: v.optional(v.pipe(v.string(), v.includes('@', 'must have an e-mail address in it'))),
  OIDC_ISSUER: v.optional(
    v.pipe(v.string(), v.check(isEncrypted, 'must be an address such as https://login.host')),
  ),
  OIDC_CLIENT_ID: given,
  OIDC_CLIENT_SECRET: given,
  OIDC_NAME: v.optional(v.pipe(v.string(), v.maxLength(40, 'must have at most 40 characters'))),
};

type Found = {
  [Name in keyof typeof signInVariables | 'PUBLIC_URL']?: string | undefined;
};

/** What is missing beside what is there: one sentence each. */
export function missingForSignIn(found: Readonly<Record<string, string | undefined>>): string[] {
  const needs = (name: string, others: readonly string[]) =>
    found[name] === undefined
      ? []
      : others
          .filter((other) => found[other] === undefined)
          .map((other) => `${name} needs ${other} beside it`);
  return [
    // A link in a mail must not follow what a stranger's request says our address is.
    ...needs('SMTP_URL', ['MAIL_FROM', 'PUBLIC_URL']),
    ...needs('OIDC_ISSUER', ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_NAME']),
  ];
}

/** The settings of what is set up; null for what is not. */
export function signInSettings(found: Found): {
  mail: MailSettings | null;
  provider: ProviderSettings | null;
} {
  const { SMTP_URL: smtpUrl, MAIL_FROM: from, OIDC_ISSUER: issuer, OIDC_NAME: name } = found;
  const { OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = found;
  return {
    mail: smtpUrl && from ? { smtpUrl, from } : null,
    provider:
      issuer && name && clientId && clientSecret ? { issuer, name, clientId, clientSecret } : null,
  };
}
