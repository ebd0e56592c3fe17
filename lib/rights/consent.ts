import * as v from 'valibot';

/**
 * What somebody agrees to, and the version of the text that says so now. `guest`: what stands under the
 * button that starts or joins a room, with /privacy. `account`: the same for making an account. A text
 * that changes in what it asks gets the next number; a comma does not.
 */
export const consentVersions = { guest: 1, account: 1 } as const;

export const ConsentText = v.picklist(['guest', 'account']);
export type ConsentText = v.InferOutput<typeof ConsentText>;

/** The version somebody agreed to: today's, or nothing. A form sends it as text. */
export function consentTo(text: ConsentText) {
  return v.pipe(
    v.union([v.string(), v.number()]),
    v.transform(Number),
    v.value<number, number>(consentVersions[text]),
  );
}
