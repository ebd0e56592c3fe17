import { decode, type JWT } from 'next-auth/jwt';

/**
 * How each of our tokens begins: `{"alg":"dir","enc":"A256GCM"}`, and no key of its own behind it (RFC 7516).
 * next-auth would take any algorithm that the token itself names and its key fits.
 */
const beginning = 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..';

/**
 * Opens a token of an auth cookie. Null for none, and for one with another algorithm; rejects for one that
 * we did not make, that ran out, or that was made for another cookie, as those for a sign-in under way are.
 */
export async function openAuthToken({
  token,
  secret,
}: {
  token?: string | undefined;
  secret: string | Buffer;
}): Promise<JWT | null> {
  // Every cookie has a key of its own by the salt; that of the auth cookie has none.
  return token?.startsWith(beginning) ? decode({ token, secret, salt: '' }) : null;
}
