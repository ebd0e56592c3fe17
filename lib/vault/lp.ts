import { type Bytes, joinBytes } from './bytes.ts';

const absent = 0xff_ff_ff_ff;

/**
 * Length-prefixed concatenation: two different lists of fields never give the same bytes.
 * @param fields well-formed Unicode texts; null is not the same as the empty text.
 * @returns for each field its length in bytes (4 bytes, big endian), then its UTF-8 bytes; a null
 *   is the length 2^32 - 1 with nothing behind it.
 */
export function lp(...fields: readonly (string | null)[]): Bytes {
  return joinBytes(
    ...fields.flatMap((field) => {
      const text = new TextEncoder().encode(field ?? '');
      const length = new Uint8Array(4);
      new DataView(length.buffer).setUint32(0, field === null ? absent : text.length);
      return [length, text];
    }),
  );
}
