import * as v from 'valibot';

/** Opened words: what a partner said with an act, sentences or a whole number from 0 to 10. */
export const Words = v.variant('kind', [
  v.strictObject({ kind: v.literal('text'), text: v.string() }),
  v.strictObject({
    kind: v.literal('rating'),
    rating: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(10)),
  }),
]);
export type Words = v.InferOutput<typeof Words>;
