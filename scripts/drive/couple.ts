import type { ExerciseRef } from '#lib/dialogue/exercise.ts';
import type { Mode } from '#lib/dialogue/mode.ts';
import type { Language } from '#lib/i18n/language.ts';
import { acceptLink, startRoom } from './guest.ts';
import { Partner } from './partner.ts';
import type { Tally } from './tally.ts';
import { Visit, type Watching } from './visit.ts';

const mostMoves = 400;

/** Which exercise is played, how, and in which language both read what is asked. */
export interface Play {
  exercise: ExerciseRef;
  mode: Mode;
  language: Language;
}

/** Plays one whole session between two partners, from the invitation to the kept transcript. */
export async function playSession(
  url: string,
  { exercise, mode, language }: Play,
  tally: Tally,
  watching: Watching | null = null,
): Promise<void> {
  const a = new Partner(await startRoom(url, 'An'));
  await a.until(({ connection }) => connection === 'online');
  const link = await a.client.makeInvitation('b');
  if (!link) throw new Error('No invitation');
  const b = new Partner(await acceptLink(url, link, 'Bo'));
  const visit = watching && new Visit(watching, a, b);
  try {
    await a.until(({ view }) => view?.seats.b.here);
    await visit?.before();
    const refusal = await a.client.propose(exercise, mode);
    if (refusal) throw new Error(`Not proposed: ${refusal}`);
    await b.until(({ view }) => view?.proposal);
    const refused = await b.accept();
    if (refused) throw new Error(`Not opened: ${refused}`);
    await Promise.all([a, b].map((partner) => partner.until(({ session }) => session)));
    const between = async (moves: number) => visit?.between(moves);
    await converse(a, b, { language, tally, between });
    await visit?.after();
    await compare(a, b, tally);
    await Promise.all([a, b].map((partner) => keepWords(partner)));
    await Promise.all(
      [a, b].map((partner) =>
        partner.until(
          ({ session }) => session?.state.status === 'ended' && session.state.words === 'kept',
        ),
      ),
    );
  } finally {
    visit?.close();
    a.close();
    b.close();
  }
}

interface Course {
  language: Language;
  tally: Tally;
  /** Called before each move, with the number of moves before it. */
  between: (moves: number) => Promise<void>;
}

async function converse(
  a: Partner,
  b: Partner,
  { language, tally, between }: Course,
): Promise<void> {
  let answeredBack = false;
  for (let moves = 0; moves < mostMoves; moves += 1) {
    const ended = [a, b].every(({ session }) => session?.state.status === 'ended');
    if (ended) return;
    await between(moves);
    const [mover, other] = a.nextAct() ? [a, b] : [b, a];
    const act = mover.nextAct();
    if (!act) {
      await Promise.race([a, b].map((partner) => changed(partner)));
      continue;
    }
    tally.read(mover.read(language) + other.read(language));
    if (!answeredBack && act === 'send') {
      answeredBack = true;
      tally.rejected(await other.answerBack());
    }
    const before = mover.session?.seq ?? 0;
    const started = performance.now();
    await mover.act(act, Date.now() + 60_000);
    await other.until(({ session }) => session && session.seq > before);
    tally.delivered(performance.now() - started);
    await mover.until(({ session }) => session && session.seq > before && !session.pending);
  }
  throw new Error('A session without an end');
}

function changed(partner: Partner): Promise<boolean> {
  const now = partner.client.snapshot;
  return partner.until((snapshot) => snapshot !== now);
}

async function keepWords(partner: Partner): Promise<void> {
  await partner.client.submit({ type: 'keep', keep: true }, null);
}

/** Holds both views against that of someone who comes in only now. */
async function compare(a: Partner, b: Partner, tally: Tally): Promise<void> {
  // The room may have got another key since it began.
  const late = new Partner({ ...a.guest, keys: a.vault.held });
  try {
    const seq = a.session?.seq ?? 0;
    await Promise.all([b, late].map((one) => one.until(({ session }) => session?.seq === seq)));
    tally.ended(
      [a, b, late].map((one) => one.lines),
      [...a.said, ...b.said],
      seq,
    );
  } finally {
    late.close();
  }
}
