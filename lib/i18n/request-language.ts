import { cookies, headers } from 'next/headers';
import { chooseLanguage, type Language, languageCookie } from './language.ts';

/** The language of the request being answered. For server components only. */
export async function requestLanguage(): Promise<Language> {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  return chooseLanguage(jar.get(languageCookie)?.value, head.get('accept-language'));
}
