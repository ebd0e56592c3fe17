import type { RoomId } from '#lib/dialogue/id.ts';
import type { KeyRequest } from '#lib/key-help.ts';
import { commitmentTo, digitsOf, type Shown } from '#lib/vault/comparison.ts';
import { sealGivenKey } from '#lib/vault/given-key.ts';
import { type HolderKeys, newHolder } from '#lib/vault/holder-keys.ts';
import { newId } from '#lib/vault/new-id.ts';
import type { RoomKeys } from '#lib/vault/room-keys.ts';
import type { NoStep, TakeStep } from './key-steps.ts';

/** Where helping stands. `nobody`: no request is there. `broken`: what was shown does not fit what was promised. */
export type HelpStage =
  | { stage: 'nobody' | 'asked' | 'waiting' | 'broken' | 'given' | NoStep }
  | { stage: 'compare'; digits: string };

/** A request that is being answered, as it stood when that began. */
interface Helping {
  request: KeyRequest;
  holder: HolderKeys;
  nonce: string;
}

/** The partner who has the keys, and gives them once both saw the same digits. */
export class KeyHelper {
  readonly #roomId: RoomId;
  readonly #keys: RoomKeys;
  readonly #take: TakeStep;
  #helping: Helping | null = null;

  constructor(roomId: RoomId, keys: RoomKeys, take: TakeStep) {
    this.#roomId = roomId;
    this.#keys = keys;
    this.#take = take;
  }

  /** Answers the request that stands: the person wants to help. */
  async answer(): Promise<HelpStage> {
    const request = await this.#theirs();
    if (typeof request === 'string') return { stage: request };
    if (!request) return { stage: 'nobody' };
    const holder = await newHolder();
    this.#helping = { request, holder, nonce: newId() };
    const { publicKey } = holder;
    const { nonce } = this.#helping;
    await this.#take({ step: 'answer', id: request.id, publicKey, nonce });
    return this.look();
  }

  async look(): Promise<HelpStage> {
    const request = await this.#theirs();
    if (typeof request === 'string') return { stage: request };
    const helping = this.#helping;
    if (!request || (helping && request.id !== helping.request.id)) {
      this.#helping = null;
      return { stage: request ? 'asked' : 'nobody' };
    }
    if (!helping) return { stage: 'asked' };
    const shown = await this.#compared(request, helping);
    if (shown === null) return { stage: 'waiting' };
    if (shown === 'broken') return { stage: 'broken' };
    return request.given ? { stage: 'given' } : { stage: 'compare', digits: await digitsOf(shown) };
  }

  /** The person saw that these digits are the same: the key goes to whoever they were compared with. */
  async give(digits: string): Promise<HelpStage> {
    const request = await this.#theirs();
    const helping = this.#helping;
    if (typeof request === 'string' || !request || request.id !== helping?.request.id) {
      return this.look();
    }
    const shown = await this.#compared(request, helping);
    if (shown === null || shown === 'broken' || (await digitsOf(shown)) !== digits) {
      return this.look();
    }
    const current = { epoch: this.#keys.epoch, key: this.#keys.current };
    const sealed = await sealGivenKey(helping.holder, request.askerKey, shown, current);
    if (sealed === null) return { stage: 'broken' };
    await this.#take({ step: 'give', id: request.id, sealed, epoch: current.epoch });
    return this.look();
  }

  /** The digits were others: the request goes, and nothing was given. */
  async stop(): Promise<void> {
    const request = await this.#theirs();
    this.#helping = null;
    if (request && typeof request !== 'string') {
      await this.#take({ step: 'stop', id: request.id });
    }
  }

  /** The other's request; null for none. */
  async #theirs(): Promise<KeyRequest | NoStep | null> {
    const state = await this.#take({ step: 'state' });
    if (typeof state === 'string') return state;
    return state.request && state.request.by !== state.you ? state.request : null;
  }

  /** What both have shown, once it is all there and is what was promised before it could be chosen. */
  async #compared(
    request: KeyRequest,
    { request: first, holder, nonce }: Helping,
  ): Promise<Shown | 'broken' | null> {
    const shown = shownIn(this.#roomId, request);
    if (!shown) return null;
    const { askerKey, commitment } = first;
    const promised = await commitmentTo({ roomId: this.#roomId }, askerKey, shown.askerNonce);
    const fits =
      shown.askerKey === askerKey &&
      shown.helperKey === holder.publicKey &&
      shown.helperNonce === nonce &&
      promised === commitment;
    return fits ? shown : 'broken';
  }
}

function shownIn(
  roomId: RoomId,
  { askerKey, askerNonce, helperKey, helperNonce }: KeyRequest,
): Shown | null {
  if (!askerNonce || !helperKey || !helperNonce) return null;
  return { roomId, askerKey, askerNonce, helperKey, helperNonce };
}
