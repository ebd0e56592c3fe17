/** In which our server tells the pages where a request came from. */
const header = 'x-weerklank-address';

/** Where a request comes from, for counting tries; `unknown` when nothing told. */
export function clientAddress({ headers }: Request): string {
  return headers.get(header) ?? 'unknown';
}
