import { onTestFinished } from 'vitest';
import type { RoomSnapshot } from '#lib/client/snapshot.ts';
import type { Act } from '#lib/dialogue/act.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import type { HolderKeys } from '#lib/vault/holder-keys.ts';
import { fetchExercise, mirrorDialogue } from '#tests/support/exercises.ts';
import type { Guest } from '../../scripts/drive/guest.ts';
import { Partner } from '../../scripts/drive/partner.ts';

const later = () => Date.now() + 60_000;

export const exercise = { id: mirrorDialogue.id, version: mirrorDialogue.version };

/** Someone at a screen, who leaves when the test is over. */
export function arrive(guest: Guest, holder?: HolderKeys): Partner {
  const partner = new Partner(guest, fetchExercise, holder ? { holder } : {});
  onTestFinished(() => partner.close());
  return partner;
}

/** Both partners in their room. */
export async function arriveBoth(guests: Record<Seat, Guest>): Promise<[Partner, Partner]> {
  const a = arrive(guests.a);
  const b = arrive(guests.b);
  await a.until(({ view }) => view?.seats.a.here && view.seats.b.here);
  return [a, b];
}

/** The first puts an exercise forward, the second accepts it, and both are in it. */
export async function open(
  [opener, other]: readonly [Partner, Partner],
  mode: 'written' | 'spoken' = 'written',
): Promise<void> {
  const refusal = await opener.client.propose(exercise, mode);
  if (refusal) throw new Error(`Not proposed: ${refusal}`);
  await other.until(({ view }) => view?.proposal && view.sessionId === null);
  const refused = await other.accept();
  if (refused) throw new Error(`Not opened: ${refused}`);
  await inSession(opener, other);
}

/** Waits until everyone is in the session that is open in their room. */
export async function inSession(...partners: readonly Partner[]): Promise<void> {
  const isIn = ({ view, session }: RoomSnapshot) =>
    view?.sessionId && session?.sessionId === view.sessionId;
  await Promise.all(partners.map((one) => one.until(isIn)));
}

/** Waits until everyone has come as far in the log as the first has. */
export async function level(first: Partner, ...others: readonly Partner[]): Promise<void> {
  const seq = first.session?.seq ?? 0;
  await Promise.all(others.map((one) => one.until(({ session }) => (session?.seq ?? 0) >= seq)));
}

/** One partner's part in a session: does what the exercise asks until it has ended. */
export async function playPart(partner: Partner): Promise<void> {
  for (;;) {
    const act = await partner.until(({ session }) =>
      session?.state.status === 'ended' ? 'over' : partner.nextAct(),
    );
    if (act === 'over') return;
    await actOut(partner, act);
  }
}

/** Plays on, in turns, until something holds; for both, one move at a time. */
export async function playUntil(
  partners: readonly [Partner, Partner],
  done: (a: Partner, b: Partner) => boolean,
): Promise<void> {
  const [a, b] = partners;
  while (!done(a, b)) {
    const mover = a.nextAct() ? a : b;
    const other = mover === a ? b : a;
    const act = mover.nextAct();
    if (!act) throw new Error('Nobody has anything to do');
    await actOut(mover, act);
    await level(mover, other);
  }
}

/** Does an act and waits until it is in the log; a hidden answer may be sealed twice before it is. */
async function actOut(partner: Partner, act: Act): Promise<void> {
  const { seat } = partner.guest;
  const before = partner.session?.seq ?? 0;
  await partner.act(act, later());
  await partner.until(
    ({ session }) =>
      session &&
      !session.pending &&
      session.lines.some(({ seq, by }) => seq > before && by === seat),
  );
}

/** Whether a session waits at this step. */
export function isAt(partner: Partner, step: string): boolean {
  const state = partner.session?.state;
  return state?.status === 'running' && state.place.step === step;
}

/** Does a move that carries no words, and waits until it is in the log or refused. */
export async function make(
  partner: Partner,
  move: Parameters<Partner['client']['submit']>[0],
): Promise<void> {
  const before = partner.session?.seq ?? 0;
  await partner.client.submit(move, null);
  await partner.until(
    ({ session }) => session && !session.pending && (session.seq > before || session.refused),
  );
}
