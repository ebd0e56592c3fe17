/** Dutch first. Without a parser, because every page would carry it for this. */
export const languages = ['nl', 'en'] as const;
export type Language = (typeof languages)[number];

/** The functional cookie in which a device keeps its language. `__Host-` ties it to this host, over https only. */
export function languageCookie(secure: boolean): string {
  return secure ? '__Host-weerklank-language' : 'weerklank-language';
}

/** The language for a request: the one chosen before, else the browser's if we speak it, else Dutch. */
export function chooseLanguage(
  chosen: string | undefined,
  acceptLanguage: string | null,
): Language {
  const wanted = (acceptLanguage ?? '').split(',').map((part) => part.trim().slice(0, 2));
  return [chosen, ...wanted].map(known).find((language) => language !== undefined) ?? 'nl';
}

function known(code: string | undefined): Language | undefined {
  return languages.find((language) => language === code?.toLowerCase());
}
