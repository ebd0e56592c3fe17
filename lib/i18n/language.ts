import * as z from 'zod/mini';

/** Dutch first. */
export const Language = z.enum(['nl', 'en']);
export type Language = z.infer<typeof Language>;

/** The functional cookie in which a device keeps its language. */
export const languageCookie = 'weerklank-language';

/** The language for a request: the one chosen before, else the browser's if we speak it, else Dutch. */
export function chooseLanguage(
  chosen: string | undefined,
  acceptLanguage: string | null,
): Language {
  const known = Language.safeParse(chosen);
  if (known.success) return known.data;
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase())
    .find((code) => Language.safeParse(code).success);
  return wanted === 'en' ? 'en' : 'nl';
}
