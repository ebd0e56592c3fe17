import * as v from 'valibot';
import { AuthWay } from './auth-sessions.ts';

/** How somebody comes in, as it stands behind the tickets on the way: by what, and for how long. */
const Coming = v.object({ way: AuthWay, stay: v.boolean() });
export type Coming = v.InferOutput<typeof Coming>;

/** What is kept behind a ticket. */
export function writeComing(coming: Coming): string {
  return JSON.stringify(coming);
}

/** What `writeComing` wrote. */
export function readComing(detail: string): Coming {
  return v.parse(Coming, JSON.parse(detail));
}
