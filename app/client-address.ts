import { addressHeader } from '#lib/address.ts';

/** Where a request comes from, for counting tries, as our server told. */
export function clientAddress({ headers }: Request): string {
  return headers.get(addressHeader) ?? 'unknown';
}
