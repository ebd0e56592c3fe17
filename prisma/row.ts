import * as z from 'zod/mini';
import { patiently } from './patiently.ts';

/** A whole number as SQLite may hand it over: Prisma gives some as BigInt. */
export const whole = z.pipe(
  z.union([z.int(), z.bigint()]),
  z.pipe(
    z.transform((value: number | bigint) => Number(value)),
    z.int(),
  ),
);

/** Runs one statement patiently and parses every row it returns. */
export async function rowsOf<Row>(
  Row: z.ZodMiniType<Row>,
  statement: () => Promise<unknown>,
): Promise<readonly Row[]> {
  return z.array(Row).parse(await patiently(statement));
}
