import { askedKey } from '#lib/care/asked.ts';

const day = 24 * 60 * 60 * 1000;

/** The day so many days ago, as a device notes when its safety check was passed. */
export function dayAgo(days: number): string {
  return new Date(Date.now() - days * day).toISOString().slice(0, 10);
}

/** What a browser keeps of a site on which the safety check was passed today. */
export function askedToday(origin: string) {
  return {
    cookies: [],
    origins: [{ origin, localStorage: [{ name: askedKey, value: dayAgo(0) }] }],
  };
}
