import { deviceClock } from '#lib/client/clock.ts';
import { exerciseShelf } from '#lib/client/exercise-shelf.ts';
import { askOver, type ExchangeDeps } from '#lib/client/key-exchange.ts';
import type { Link } from '#lib/client/link.ts';
import { RoomClient, type RoomClientDeps } from '#lib/client/room-client.ts';
import { RoomVault } from '#lib/client/room-vault.ts';
import type { RoomSnapshot, SessionSnapshot } from '#lib/client/snapshot.ts';
import { socketLink } from '#lib/client/socket-link.ts';
import type { Act, WordsKind } from '#lib/dialogue/act.ts';
import { assertNever } from '#lib/dialogue/assert-never.ts';
import { courseOf, stepAt } from '#lib/dialogue/course.ts';
import { wordsFor } from '#lib/dialogue/decide.ts';
import type { Step } from '#lib/dialogue/exercise.ts';
import { actsOf } from '#lib/dialogue/legal.ts';
import type { Move } from '#lib/dialogue/move.ts';
import type { TranscriptLine } from '#lib/dialogue/transcript.ts';
import type { Words } from '#lib/dialogue/words.ts';
import { scaleTexts, stepTexts, wayTexts } from '#lib/exercises/texts-of.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Refusal } from '#lib/protocol.ts';
import type { DeviceSafe } from '#lib/vault/device-safe.ts';
import { type HolderKeys, newHolder } from '#lib/vault/holder-keys.ts';
import { memorySafe } from '#lib/vault/memory-safe.ts';
import type { Guest } from './guest.ts';
import { until } from './until.ts';

/** The exercises as the server serves them to a browser. */
function servedExercises(url: string): RoomClientDeps['fetchExercise'] {
  return exerciseShelf((address) => fetch(url + address)).fetch;
}

/** The way of this guest to the server. */
export function linkOf({ roomId, url, cookie }: Guest): Link {
  return socketLink(roomId, { url, headers: { cookie, origin: url } });
}

/** After so many acts a partner goes straight to the end. */
const mostDetours = 30;

/** A partner without a screen: the client of the app itself, over the real wire. */
export class Partner {
  readonly guest: Guest;
  readonly client: RoomClient;
  readonly vault: RoomVault;
  readonly safe: DeviceSafe;
  readonly holder: HolderKeys | Promise<HolderKeys>;
  /** What this partner has said, each time something that was never said before. */
  readonly said: string[] = [];
  #acts = 0;

  /** @param device what it has of its own: a safe that outlives a page, another way to the server. */
  constructor(
    guest: Guest,
    fetchExercise = servedExercises(guest.url),
    device: Partial<Pick<RoomClientDeps, 'safe' | 'link'> & { holder: HolderKeys }> = {},
  ) {
    this.guest = guest;
    const { roomId, keys } = guest;
    const safe = device.safe ?? memorySafe();
    this.safe = safe;
    this.vault = new RoomVault({
      roomId,
      keys,
      safe,
      clock: deviceClock,
      exchangeDeps: () => this.exchange(),
    });
    this.holder = device.holder ?? newHolder();
    this.client = new RoomClient({
      roomId,
      keys: this.vault,
      origin: guest.url,
      link: device.link ?? linkOf(guest),
      safe,
      clock: deviceClock,
      fetchExercise,
    });
  }

  /** How this partner's device exchanges keys. */
  async exchange(): Promise<ExchangeDeps> {
    const { url, roomId, cookie } = this.guest;
    return { roomId, ask: askOver(url, { cookie, origin: url }), holder: await this.holder };
  }

  get session(): SessionSnapshot | null {
    return this.client.snapshot.session;
  }

  /** Waits until the snapshot answers; rejects after a minute. */
  until<Value>(look: (snapshot: RoomSnapshot) => Value | null | undefined | false): Promise<Value> {
    return until(this.client, look);
  }

  /** The act the exercise asks of this partner now: every third time the longest way, if it has one. */
  nextAct(): Act | null {
    const { session } = this;
    if (session?.state.status !== 'running' || session.pending) return null;
    const choices = actsOf(session.exercise, session.state, this.guest.seat);
    const ways = this.#step?.ways ?? [];
    const onward = ways.find((way) => way.to === 'next' && choices.includes(way.act))?.act;
    const detour = this.#acts % 3 === 2 && this.#acts < mostDetours;
    const round = choices.find((act) => act !== onward);
    return (detour ? (round ?? onward) : (onward ?? round)) ?? null;
  }

  /** The step the session waits at. */
  get #step(): Step | null {
    const { session } = this;
    if (session?.state.status !== 'running') return null;
    return stepAt(courseOf(session.exercise), session.state.place);
  }

  /** Does an act, with words that are unlike any others. The answer is what was said. */
  async act(type: Act, until: number): Promise<string | null> {
    this.#acts += 1;
    const mode = this.session?.state.mode ?? 'written';
    const kind = wordsFor(type, mode);
    const text = kind === 'text' ? `${type} ${crypto.randomUUID()}` : null;
    if (text) this.said.push(text);
    const words = wordsOf(kind, text ?? '', this.#acts % 11, this.#step?.scales?.length ?? 0);
    const move: Move = type === 'postpone' ? { type, until } : { type };
    await this.client.submit(move, words);
    return text;
  }

  /** An act that only the other may do now; the answer is the reason it is refused with. */
  async answerBack(): Promise<string> {
    await this.client.submit({ type: 'send' }, { kind: 'text', text: 'Ja, maar...' });
    return this.until(({ session }) => session?.refused?.reason);
  }

  /** Reads what the screen says at this step, as a browser would. The number of sentences there. */
  read(language: Language): number {
    const { session } = this;
    const step = this.#step;
    if (!session || !step) return 0;
    const texts = session.texts[language];
    const { acting, waiting, spoken } = stepTexts(texts, step.id);
    const labels = step.ways.map(({ act }) => wayTexts(texts, step.id, act).label);
    return [acting, waiting, spoken, ...labels, ...scaleTexts(texts, step)].length;
  }

  /** What this partner can read of the session, without what depends on who reads. */
  get lines(): readonly TranscriptLine[] {
    const lines = this.session?.lines ?? [];
    // A cue may be for one of the two alone.
    return lines.map((line) =>
      line.fact.type === 'cued' ? { ...line, content: { kind: 'none' } } : line,
    );
  }

  /** Accepts what stands in the room; null when the session is open, else why not. */
  async accept(): Promise<Refusal | 'no-answer' | null> {
    const proposal = this.client.snapshot.view?.proposal;
    return proposal ? this.client.openProposed(proposal) : 'not-proposed';
  }

  /** Takes away what stands in the room, whoever put it forward. */
  async retract(): Promise<Refusal | 'no-answer' | null> {
    const proposal = this.client.snapshot.view?.proposal;
    return proposal ? this.client.retract(proposal) : 'not-proposed';
  }

  close(): void {
    this.client.close();
  }
}

/** Words of such a kind; null for an act without any. */
function wordsOf(kind: WordsKind, text: string, rating: number, scales: number): Words | null {
  switch (kind) {
    case 'text':
      return { kind, text };
    case 'rating':
      return { kind, rating };
    case 'ratings':
      return { kind, ratings: Array.from({ length: scales }, (_, at) => (rating + at) % 11) };
    case 'date':
      return { kind, date: '2030-01-31' };
    case 'none':
      return null;
    default:
      return assertNever(kind);
  }
}
