import * as v from 'valibot';
import { AccountRefused } from '#lib/account.ts';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import { type Trouble, troubled } from './trouble.ts';

/** Longer than the slowest answer that is worth waiting for. */
const patience = 30_000;

/**
 * Asks something of the account's routes and answers with what `schema` makes of it. Refused with the
 * server's own reason, or with `no-answer` when none came: then it may or may not have been done.
 */
export function ask<Schema extends v.GenericSchema>(
  path: string,
  question: object,
  schema: Schema,
): Promise<Result<v.InferOutput<Schema>, Trouble>> {
  return answerOf(path, schema, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(question),
  });
}

/** Reads something of the account. For the rest as `ask`. */
export function read<Schema extends v.GenericSchema>(
  path: string,
  schema: Schema,
): Promise<Result<v.InferOutput<Schema>, Trouble>> {
  return answerOf(path, schema, {});
}

async function answerOf<Schema extends v.GenericSchema>(
  path: string,
  schema: Schema,
  request: RequestInit,
): Promise<Result<v.InferOutput<Schema>, Trouble>> {
  try {
    const signal = AbortSignal.timeout(patience);
    const answer = await fetch(`/api/account/${path}`, { ...request, signal });
    const body: unknown = await answer.json();
    if (!answer.ok) return refused(troubleIn(body));
    const parsed = v.safeParse(schema, body);
    return parsed.success ? accepted(parsed.output) : refused(troubled('retry'));
  } catch {
    return refused(troubled('no-answer'));
  }
}

function troubleIn(body: unknown): Trouble {
  const why = v.safeParse(AccountRefused, body);
  return why.success ? troubled(why.output.reason, why.output.seconds) : troubled('retry');
}
