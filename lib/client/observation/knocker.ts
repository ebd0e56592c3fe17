import type { RoomId } from '#lib/dialogue/id.ts';
import type { Attended, CaseId } from '#lib/observation.ts';
import { commitmentTo, digitsOf } from '#lib/vault/comparison.ts';
import type { DeviceSafe } from '#lib/vault/device-safe.ts';
import type { HolderKeys } from '#lib/vault/holder-keys.ts';
import { newId, newObservationId } from '#lib/vault/new-id.ts';
import type { NoStep } from '../key-steps.ts';
import type { TakeAttend } from './steps.ts';
import { forgetWatching, noteWatching, type Watching, watchingOf } from './watching.ts';

type Seen = NonNullable<Attended['observation']>;

/**
 * Where knocking stands. `before`: she has not knocked. `waiting`: for both keys, or for a device of theirs.
 * `agreed`: she said that the digits are the same, and they have not yet. `admitted`: she may watch, on this
 * device. `elsewhere`: it was begun on another device, where it goes on; `knock` begins anew here, as long as
 * she is not in. `not-now`: it is not possible now, for whatever cause. `again`: the other side began anew;
 * `knock` is the way. `storage`: this device keeps nothing, and so cannot compare digits. `refused`: there is
 * no way in here any more.
 */
export type KnockStage =
  | { stage: NoStep | 'storage' }
  | {
      stage: 'before' | 'waiting' | 'agreed' | 'admitted' | 'elsewhere' | 'not-now' | 'again';
      caseId: CaseId;
    }
  | { stage: 'compare'; caseId: CaseId; digits: string };

export interface KnockerDeps {
  roomId: RoomId;
  take: TakeAttend;
  safe: DeviceSafe;
  /** This device as a keyholder. Rejects when it keeps nothing. */
  holder: () => Promise<HolderKeys>;
}

/**
 * A therapist in the lobby: knocks, waits for both, and compares digits with one of them. Only `knock`
 * begins: a server that could have it begun anew would get as many tries at six digits as it likes.
 */
export class Knocker {
  readonly #deps: KnockerDeps;
  /** Whether a knock of hers stood at the server while this page was open. */
  #stood = false;

  constructor(deps: KnockerDeps) {
    this.#deps = deps;
  }

  /** Asks to be let in, for a purpose in her own words (1 to 200 characters); anew when it was begun before. */
  async knock(purpose: string): Promise<KnockStage> {
    const { roomId, take, safe, holder } = this.#deps;
    try {
      const { publicKey } = await holder();
      const id = newObservationId();
      const nonce = newId();
      await noteWatching(safe, roomId, id, { nonce, answer: null, agreed: false });
      const commitment = await commitmentTo({ roomId, observation: id }, publicKey, nonce);
      this.#stood = true;
      return await this.#stage(await take({ step: 'knock', id, purpose, publicKey, commitment }));
    } catch {
      return { stage: 'storage' };
    }
  }

  /** Goes on by what there is to go on with; call again for as long as she waits. */
  async look(): Promise<KnockStage> {
    try {
      return await this.#stage(await this.#deps.take({ step: 'state' }));
    } catch {
      return { stage: 'storage' };
    }
  }

  /**
   * She saw that these digits are the same: from now on keys are believed that this device of theirs sealed,
   * and no other. Does nothing when these are not the digits.
   */
  async agree(digits: string): Promise<KnockStage> {
    const { roomId, take, safe } = this.#deps;
    const state = await take({ step: 'state' });
    const seen = typeof state === 'string' ? null : state.observation;
    try {
      const known = seen && (await watchingOf(safe, roomId, seen.id));
      if (seen && known && (await this.#digits(seen, known)) === digits) {
        await noteWatching(safe, roomId, seen.id, { ...known, agreed: true });
      }
      return await this.#stage(state);
    } catch {
      return { stage: 'storage' };
    }
  }

  /** She goes, also when the digits were others: nothing of it remains. False when that did not get through. */
  async leave(): Promise<boolean> {
    const { roomId, take, safe } = this.#deps;
    const state = await take({ step: 'state' });
    if (typeof state === 'string') return state === 'refused';
    const seen = state.observation;
    if (seen && (await take({ step: 'leave', id: seen.id })) === 'offline') return false;
    this.#stood = false;
    await forgetWatching(safe, roomId);
    return true;
  }

  async #stage(state: Attended | NoStep): Promise<KnockStage> {
    if (typeof state === 'string') return { stage: state };
    const { roomId, safe, take } = this.#deps;
    const { caseId, observation: seen } = state;
    if (!seen || seen.stage === 'ended') {
      await forgetWatching(safe, roomId);
      return { stage: this.#stood ? 'not-now' : 'before', caseId };
    }
    this.#stood = true;
    const known = await this.#known(seen);
    if (!known) return { stage: 'elsewhere', caseId };
    if (!known.answer) return { stage: 'waiting', caseId };
    const { helperKey, helperNonce } = known.answer;
    if (seen.helperKey !== helperKey || seen.helperNonce !== helperNonce) {
      return { stage: 'again', caseId };
    }
    if (!seen.askerNonce) await take({ step: 'reveal', id: seen.id, nonce: known.nonce });
    const digits = await this.#digits(seen, known);
    if (!known.agreed && digits !== null) return { stage: 'compare', caseId, digits };
    return { stage: seen.stage === 'admitted' ? 'admitted' : 'agreed', caseId };
  }

  /** What this device knows of it; the first answer that is shown is written down before its nonce goes out. */
  async #known(seen: Seen): Promise<Watching | null> {
    const { roomId, safe } = this.#deps;
    const known = await watchingOf(safe, roomId, seen.id);
    await forgetWatching(safe, roomId, seen.id);
    const { helperKey, helperNonce } = seen;
    if (!known || known.answer || !helperKey || !helperNonce) return known;
    const answered = { ...known, answer: { helperKey, helperNonce } };
    await noteWatching(safe, roomId, seen.id, answered);
    return answered;
  }

  /** What she is to compare; null as long as no device of theirs has answered. */
  async #digits(seen: Seen, { nonce, answer }: Watching): Promise<string | null> {
    if (!answer) return null;
    const { roomId, holder } = this.#deps;
    const { publicKey: askerKey } = await holder();
    return digitsOf({ roomId, observation: seen.id, askerKey, askerNonce: nonce, ...answer });
  }
}
