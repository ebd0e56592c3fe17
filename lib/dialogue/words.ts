import * as z from 'zod/mini';

/** Opened words: what a partner said with an act, sentences or a whole number from 0 to 10. */
export const Words = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
  z.strictObject({ kind: z.literal('rating'), rating: z.int().check(z.gte(0), z.lte(10)) }),
]);
export type Words = z.infer<typeof Words>;
