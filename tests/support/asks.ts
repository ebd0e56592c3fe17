import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import { accountAsks } from './asks-accounts.ts';
import { authAsks } from './asks-auth.ts';
import { deskAsks } from './asks-desk.ts';
import { observingAsks } from './asks-observing.ts';
import { roomAsks } from './asks-rooms.ts';
import type { Cast, Person } from './cast.ts';
import type { House } from './house.ts';
import type { Came, Visitor } from './visitor.ts';

/** One thing that is asked over HTTP: of a route that reads, of one that takes JSON, or of next-auth. */
export type Question =
  | { get: string }
  | { post: string; body: unknown }
  /** The path behind `/api/auth/`, and the fields of its form. */
  | { form: string; fields: Record<string, string> };

export interface Ask {
  /** Makes ready what is asked, so that nothing is wrong with it but, perhaps, who asks. */
  question: (cast: Cast, person: Person) => Promise<Question> | Question;
  /** Afterwards somebody is not who they were: it is asked in a cast of its own. */
  spends?: true;
}

/** How each of the routes of the matrix is asked. */
export const asks: Readonly<Record<string, Ask>> = {
  ...roomAsks,
  ...observingAsks,
  ...deskAsks,
  ...accountAsks,
  ...authAsks,
};

/** Asks it with the cookies of this visitor, who keeps none of those that come back. */
export function put(visitor: Visitor, question: Question): Promise<Came> {
  const browser = visitor.thief();
  if ('get' in question) return browser.get(question.get);
  if ('form' in question) return browser.auth(question.form, question.fields);
  return browser.post(question.post, question.body);
}

const Addressed = v.object({ email: v.string() });

/** Waits for the mail that a question brings about after it was answered, if it is one of those. */
export async function mailOf({ mailbox }: House, question: Question): Promise<void> {
  if (!('post' in question) || !question.post.endsWith('/create/ask')) return;
  const asked = v.safeParse(Addressed, question.body);
  if (asked.success) await mailbox.next(asked.output.email);
}

const Refused = v.object({ reason: v.string() });

/** The answer as the matrix writes it. */
export function answerOf({ status, body }: Came): string {
  const refused = v.safeParse(Refused, body);
  return refused.success ? `${status} ${refused.output.reason}` : String(status);
}

/** Whether two digests of a database are the same; which tables are not, otherwise. */
export function changedTables(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): readonly string[] {
  return Object.keys({ ...before, ...after }).filter(
    (table) => !isDeepStrictEqual(before[table], after[table]),
  );
}
