import * as v from 'valibot';

const rating = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(10));

/**
 * Opened words: what a partner said with an act. Sentences, a whole number from 0 to 10, one such
 * number for each scale of the step, in their order, or a calendar day as YYYY-MM-DD.
 */
export const Words = v.variant('kind', [
  v.strictObject({ kind: v.literal('text'), text: v.string() }),
  v.strictObject({ kind: v.literal('rating'), rating }),
  v.strictObject({
    kind: v.literal('ratings'),
    ratings: v.pipe(v.array(rating), v.minLength(1), v.maxLength(12)),
  }),
  v.strictObject({ kind: v.literal('date'), date: v.pipe(v.string(), v.isoDate()) }),
]);
export type Words = v.InferOutput<typeof Words>;
