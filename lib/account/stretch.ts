import * as v from 'valibot';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';

/** How much work Argon2id (RFC 9106) does for one guess at a password. */
export const PasswordCost = v.strictObject({
  /** In KiB. */
  memory: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  passes: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  lanes: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
});
export type PasswordCost = v.InferOutput<typeof PasswordCost>;

/** 16 bytes as 22 characters of base64url: the last one holds two bits, and has no other spelling. */
export const Salt = v.pipe(v.string(), v.regex(/^[\w-]{21}[AQgw]$/), v.brand('Salt'));
export type Salt = v.InferOutput<typeof Salt>;

/** All that is needed, beside the password, to stretch it into keys. No secret. */
export const Stretch = v.strictObject({ salt: Salt, ...PasswordCost.entries });
export type Stretch = v.InferOutput<typeof Stretch>;

/** The second recommended option of RFC 9106 (section 4), with one lane: a browser computes in one. */
export const usualCost: PasswordCost = { memory: 65_536, passes: 3, lanes: 1 };

/** Above this a phone runs out of memory or patience. */
const ceiling: PasswordCost = { memory: 1_048_576, passes: 10, lanes: 4 };

/** Why a cost is not worked with. */
export type CostRefusal = 'weak-cost' | 'absurd-cost';

/**
 * A cost as it came from the server, when it is one to work with. A server that asks for less than
 * `usualCost` wants to guess more cheaply (`weak-cost`); one that asks for more than a device can do
 * wants to hold it up (`absurd-cost`).
 */
export function judgeCost<Cost extends PasswordCost>(cost: Cost): Result<Cost, CostRefusal> {
  const { memory, passes, lanes } = cost;
  if (memory < usualCost.memory || passes < usualCost.passes || lanes < usualCost.lanes) {
    return refused('weak-cost');
  }
  if (memory > ceiling.memory || passes > ceiling.passes || lanes > ceiling.lanes) {
    return refused('absurd-cost');
  }
  return accepted(cost);
}
