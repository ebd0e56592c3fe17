import type { PastSession } from '#lib/archive.ts';
import { assertNever } from '#lib/dialogue/assert-never.ts';
import type { Time } from '#lib/dialogue/id.ts';
import type { Card } from './catalogue.ts';
import { Bond } from './exercise-file.ts';

/** Why an exercise is suggested. Each has its sentence in the namespace `library`. */
export type Reason =
  | { kind: 'first' }
  | { kind: 'returning' }
  | { kind: 'after-difficult' }
  | { kind: 'check-never' }
  | { kind: 'check-long-ago' }
  | { kind: 'least-trained'; bond: Bond }
  | { kind: 'fresh' }
  | { kind: 'long-ago' }
  | { kind: 'again' };

export interface Suggestion {
  card: Card;
  reason: Reason;
}

export type Done = Pick<PastSession, 'exercise' | 'openedAt'>;

const day = 24 * 60 * 60_000;
const long = 28 * day;
/** How many sessions ago still counts as lately. */
const lately = 8;
/** How often a couple has sat down together before it is worth asking how things are. */
const enoughToCheck = 3;

/**
 * The one exercise to suggest, and why. Never the one that was done last, unless there is no other; and
 * nothing difficult while there is anything else, since that is for the couple to bring up.
 * @param offered the exercises there are to choose from.
 * @param past what was done before, in any order; exercises that are no longer offered may be among it.
 * @returns null only when nothing is offered.
 */
export function suggest(
  offered: readonly Card[],
  past: readonly Done[],
  now: Time,
): Suggestion | null {
  const done = [...past].sort((one, other) => other.openedAt - one.openedAt);
  const others = offered.filter(({ id }) => id !== done[0]?.exercise.id);
  const pool = others.length > 0 ? others : offered;
  const because = (reason: Reason, cards: readonly Card[]): Suggestion | null => {
    const [card] = [...cards].sort(orderFor(reason, done));
    return card ? { card, reason } : null;
  };
  for (const reason of reasonsFor(offered, done, now)) {
    const found = because(reason, fitting(reason, pool, done, now));
    if (found) return found;
  }
  return because({ kind: 'again' }, gentle(pool));
}

/** What there is to say after these sessions, what weighs most first. */
function reasonsFor(offered: readonly Card[], done: readonly Done[], now: Time): Reason[] {
  const [last] = done;
  if (!last) return [{ kind: 'first' }, { kind: 'fresh' }];
  const moodOf = ({ exercise }: Done) => offered.find(({ id }) => id === exercise.id)?.mood;
  const checked = done.find((session) => moodOf(session) === 'check');
  const reasons: Reason[] = [];
  if (now - last.openedAt > long) reasons.push({ kind: 'returning' });
  if (moodOf(last) === 'difficult') reasons.push({ kind: 'after-difficult' });
  if (!checked && done.length >= enoughToCheck) reasons.push({ kind: 'check-never' });
  if (checked && now - checked.openedAt > long) reasons.push({ kind: 'check-long-ago' });
  const bond = leastTrained(offered, done.slice(0, lately));
  if (bond) reasons.push({ kind: 'least-trained', bond });
  reasons.push({ kind: 'fresh' }, { kind: 'long-ago' });
  return reasons;
}

/** The bond that was trained less than every other; null when there is no such one. */
function leastTrained(offered: readonly Card[], recent: readonly Done[]): Bond | null {
  const trained = recent.flatMap(
    ({ exercise }) => offered.find(({ id }) => id === exercise.id)?.trains ?? [],
  );
  const counts = Bond.options
    .map((bond) => ({ bond, times: trained.filter((each) => each === bond).length }))
    .sort((one, other) => one.times - other.times);
  const [least, next] = counts;
  return least && next && least.times < next.times ? least.bond : null;
}

function fitting(
  reason: Reason,
  pool: readonly Card[],
  done: readonly Done[],
  now: Time,
): readonly Card[] {
  switch (reason.kind) {
    case 'first':
    case 'returning':
    case 'after-difficult':
      return pool.filter(({ mood }) => mood === 'good');
    case 'check-never':
    case 'check-long-ago':
      return pool.filter(({ mood }) => mood === 'check');
    case 'least-trained':
      return gentle(pool).filter(({ trains }) => trains.includes(reason.bond));
    case 'fresh':
      return gentle(pool).filter((card) => lastDone(card, done) === null);
    case 'long-ago':
      return gentle(pool).filter((card) => now - (lastDone(card, done) ?? now) > long);
    case 'again':
      return gentle(pool);
    default:
      return assertNever(reason);
  }
}

function gentle(pool: readonly Card[]): readonly Card[] {
  const found = pool.filter(({ mood }) => mood === 'closeness' || mood === 'good');
  return found.length > 0 ? found : pool;
}

/** Small things first where a beginning is to be made; elsewhere what was not done for longest. */
function orderFor({ kind }: Reason, done: readonly Done[]) {
  const small = kind === 'first' || kind === 'returning';
  return (one: Card, other: Card): number => {
    const waited = (lastDone(one, done) ?? 0) - (lastDone(other, done) ?? 0);
    const shorter = one.minutes - other.minutes;
    const byName = one.id < other.id ? -1 : 1;
    return (small ? shorter || waited : waited || shorter) || byName;
  };
}

function lastDone({ id }: Card, done: readonly Done[]): Time | null {
  return done.find(({ exercise }) => exercise.id === id)?.openedAt ?? null;
}
