import * as v from 'valibot';
import type { RoomId } from '#lib/dialogue/id.ts';
import { type KeyHelpState, KeyRequestId } from '#lib/key-help.ts';
import type { PublicKey } from '#lib/keyholder.ts';
import { commitmentTo, digitsOf } from '#lib/vault/comparison.ts';
import { openGivenKey } from '#lib/vault/given-key.ts';
import { type HolderKeys, newHolder } from '#lib/vault/holder-keys.ts';
import { newId } from '#lib/vault/new-id.ts';
import type { EpochKey } from '#lib/vault/room-keys.ts';
import type { NoStep, TakeStep } from './key-steps.ts';

/**
 * Where asking stands. `offline`: no answer came; what was reached is not lost. `busy`: the other is asking
 * too. `stopped`: nothing is being asked any more, and nothing will be until `ask`.
 */
export type AskStage =
  | { stage: 'waiting' | 'busy' | 'stopped' | 'unreadable' | NoStep }
  | { stage: 'compare'; digits: string }
  | { stage: 'given'; key: EpochKey };

/** One time that it is asked, with all that belongs to it alone. */
interface Asking {
  id: KeyRequestId;
  nonce: string;
  holder: HolderKeys;
  /** Whether it stood at the server once: one that is gone after that is over. */
  stood: boolean;
  /** What the helper showed before this side's nonce was: nothing else is believed after that. */
  answer: { helperKey: PublicKey; helperNonce: string } | null;
  /** The digits that the person was shown. */
  shown: string | null;
  /** The digits that the person said are the same. */
  agreed: string | null;
}

/**
 * A partner without the room's keys, who asks the other for them. Only `ask` begins: a server that could
 * have it asked anew would get as many tries at six digits as it likes.
 */
export class KeyAsker {
  readonly #roomId: RoomId;
  readonly #take: TakeStep;
  #asking: Asking | null = null;

  constructor(roomId: RoomId, take: TakeStep) {
    this.#roomId = roomId;
    this.#take = take;
  }

  /** Begins anew, with a key pair that is good for this once; `look` asks it. What was asked before counts no more. */
  async ask(): Promise<void> {
    const holder = await newHolder();
    const id = v.parse(KeyRequestId, newId());
    const none = { stood: false, answer: null, shown: null, agreed: null };
    this.#asking = { id, nonce: newId(), holder, ...none };
  }

  /**
   * The person saw that these digits are the same: from now on the key is taken when it comes. Counts only
   * for the request that is being made, and only when these are the digits it showed last.
   */
  agree(digits: string): void {
    if (this.#asking?.shown === digits) this.#asking.agreed = digits;
  }

  /** The digits were others, or it is no longer wanted: nothing of it remains. */
  async stop(): Promise<void> {
    const asking = this.#asking;
    this.#asking = null;
    if (asking) await this.#take({ step: 'stop', id: asking.id });
  }

  /** Goes on by what there is to go on with; call again until it stopped or was given. */
  async look(): Promise<AskStage> {
    const asking = this.#asking;
    if (!asking) return { stage: 'stopped' };
    const stage = await this.#next(asking);
    // It was stopped, or begun anew, while this was under way.
    if (this.#asking !== asking) return { stage: this.#asking ? 'waiting' : 'stopped' };
    if (stage.stage === 'compare') asking.shown = stage.digits;
    if (stage.stage === 'stopped' || stage.stage === 'busy') this.#asking = null;
    return stage;
  }

  async #next(asking: Asking): Promise<AskStage> {
    const { id, nonce, holder } = asking;
    let state = await this.#standing(asking);
    if (typeof state === 'string') return { stage: state };
    const { you, request } = state;
    if (request?.id !== id) {
      if (asking.stood) return { stage: 'stopped' };
      return { stage: request && request.by !== you ? 'busy' : 'waiting' };
    }
    asking.stood = true;
    const { helperKey, helperNonce } = request;
    if (!helperKey || !helperNonce) return { stage: 'waiting' };
    asking.answer ??= { helperKey, helperNonce };
    const { answer } = asking;
    if (!request.askerNonce) state = await this.#take({ step: 'reveal', id, nonce });
    const askerKey = holder.publicKey;
    const shown = { roomId: this.#roomId, askerKey, askerNonce: nonce, ...answer };
    const digits = await digitsOf(shown);
    if (asking.agreed !== digits) return { stage: 'compare', digits };
    if (typeof state === 'string') return { stage: state };
    const given = state.request?.id === id ? state.request.given : null;
    if (!given) return { stage: 'waiting' };
    const key = await openGivenKey(holder, answer.helperKey, shown, given);
    return key.ok ? { stage: 'given', key: key.value } : { stage: 'unreadable' };
  }

  /** How it stands. A question that never arrived is sent once more, the same to the last byte. */
  async #standing({ id, nonce, holder, stood }: Asking): Promise<KeyHelpState | NoStep> {
    if (stood) return this.#take({ step: 'state' });
    const { publicKey } = holder;
    const commitment = await commitmentTo({ roomId: this.#roomId }, publicKey, nonce);
    return this.#take({ step: 'ask', id, publicKey, commitment });
  }
}
