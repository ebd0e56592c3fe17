import { isIP, isIPv6 } from 'node:net';

/** The header in which our server tells the pages where a request came from. A visitor cannot set it. */
export const addressHeader = 'x-weerklank-address';

/**
 * Where a request comes from, for counting: an IPv4 address, or the /64 of an IPv6 address, which is
 * what one household or one phone has to itself.
 * @param peer the other end of the connection.
 * @param forwardedFor what `X-Forwarded-For` says; anybody can write anything there.
 * @param proxies how many proxies of our own stand before us. Each adds one address at the end, so that
 * the one the outermost of them saw is the only one to be believed.
 */
export function addressOf(
  peer: string | undefined,
  forwardedFor: string | readonly string[] | undefined,
  proxies: number,
): string {
  const told = [forwardedFor ?? []].flat().join(',').split(',');
  const hops = [...told.map((hop) => hop.trim()).filter(Boolean), peer ?? ''];
  const seen = hops.at(-1 - proxies) ?? hops[0] ?? '';
  return networkOf(seen) ?? networkOf(peer ?? '') ?? 'unknown';
}

/** The network of an address; null for what is none. */
function networkOf(text: string): string | null {
  const address = text.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  const inner = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  if (!isIP(inner)) return null;
  if (!isIPv6(inner)) return inner;
  // In the one spelling that the standard of URLs gives it (RFC 5952).
  const [front = '', back] = new URL(`http://[${inner}]`).hostname.slice(1, -1).split('::');
  const before = front.split(':').filter(Boolean);
  const after = (back ?? '').split(':').filter(Boolean);
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0');
  return `${[...before, ...zeros, ...after].slice(0, 4).join(':')}::/64`;
}
