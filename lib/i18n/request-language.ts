import { cookies, headers } from 'next/headers';
import { env } from '../env.ts';
import { chooseLanguage, type Language, languageCookie } from './language.ts';

/** The language of the request being answered. For server components only. */
export async function requestLanguage(): Promise<Language> {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  return chooseLanguage(jar.get(languageCookie(env().secure))?.value, head.get('accept-language'));
}
