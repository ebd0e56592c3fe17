/** Where our pages are served from. */
export interface OwnOrigin {
  /** The one origin people type; null when they come to us directly, by whatever name we have. */
  publicUrl: string | null;
  secure: boolean;
}

/**
 * Whether the `Origin` of a request is ours. Browsers put it on every request that changes something
 * and on every socket, and pages cannot forge it; a request without one is not from our pages.
 */
export function isOurOrigin(
  origin: string | null | undefined,
  host: string | null | undefined,
  { publicUrl, secure }: OwnOrigin,
): boolean {
  if (!origin) return false;
  return origin === (publicUrl ?? `${secure ? 'https' : 'http'}://${host}`);
}
