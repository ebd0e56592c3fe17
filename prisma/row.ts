import * as v from 'valibot';
import { patiently } from './patiently.ts';

/** A whole number as SQLite may hand it over: Prisma gives some as BigInt. */
export const whole = v.pipe(
  v.union([v.pipe(v.number(), v.safeInteger()), v.bigint()]),
  v.transform(Number),
  v.number(),
  v.safeInteger(),
);

/** Runs one statement patiently and parses every row it returns. */
export async function rowsOf<Row>(
  Row: v.GenericSchema<unknown, Row>,
  statement: () => Promise<unknown>,
): Promise<readonly Row[]> {
  return v.parse(v.array(Row), await patiently(statement));
}
