import type { AccountRefusal, AccountRefused, SignInStep } from '#lib/account.ts';
import type { Answer } from './api-route.ts';

const statuses: Readonly<Record<AccountRefusal, number>> = {
  'bad-request': 400,
  forbidden: 403,
  spent: 410,
  proof: 403,
  wait: 429,
  code: 422,
  needed: 409,
  'slow-down': 429,
  storage: 503,
  retry: 500,
};

/** An account route that did not do what was asked; with `wait`, for how many seconds. */
export function refuse(reason: AccountRefusal, seconds?: number): Answer {
  const body: AccountRefused = { reason, ...(seconds === undefined ? {} : { seconds }) };
  return { status: statuses[reason], body };
}

/** Where a sign-in stands. */
export function step(body: SignInStep, headers: Readonly<Record<string, string>> = {}): Answer {
  return { body, headers };
}

/** What was asked is done, and there is nothing to tell. */
export const done: Answer = { body: {} };
