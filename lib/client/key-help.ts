import * as v from 'valibot';
import type { RoomId } from '#lib/dialogue/id.ts';
import { type KeyHelp, KeyHelpState, type KeyRequest, KeyRequestId } from '#lib/key-help.ts';
import type { PublicKey } from '#lib/keyholder.ts';
import { commitmentTo, digitsOf, type Shown } from '#lib/vault/comparison.ts';
import { openGivenKey, sealGivenKey } from '#lib/vault/given-key.ts';
import { type HolderKeys, newHolder } from '#lib/vault/holder-keys.ts';
import { newId } from '#lib/vault/new-id.ts';
import type { EpochKey, RoomKeys } from '#lib/vault/room-keys.ts';

/** Why a step led nowhere: no answer came, or there is no seat here for whoever takes it. */
export type NoStep = 'offline' | 'refused';

/** One step at the server, and how it stands after it. */
export type TakeStep = (step: KeyHelp) => Promise<KeyHelpState | NoStep>;

/** Takes steps over HTTP. */
export function stepsOver(
  roomId: RoomId,
  url = '',
  headers: Record<string, string> = {},
): TakeStep {
  return async (step) => {
    try {
      const answer = await fetch(`${url}/api/rooms/${roomId}/help`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(step),
      });
      if (answer.status === 404) return 'refused';
      const state = v.safeParse(KeyHelpState, answer.ok ? await answer.json() : null);
      return state.success ? state.output : 'offline';
    } catch {
      return 'offline';
    }
  };
}

/** Where asking stands. `offline`: no answer came; what was reached is not lost. */
export type AskStage =
  | { stage: 'waiting' | 'unreadable' | NoStep }
  | { stage: 'compare'; digits: string }
  | { stage: 'given'; key: EpochKey };

/** A partner without the room's keys, who asks the other for them. Its key pair is good for this once. */
export class KeyAsker {
  readonly #roomId: RoomId;
  readonly #take: TakeStep;
  #asked: { id: KeyRequestId; nonce: string; holder: HolderKeys } | null = null;
  /** What the helper showed before this side's nonce was: nothing else is believed after that. */
  #answer: { helperKey: PublicKey; helperNonce: string } | null = null;
  #agreed = false;

  constructor(roomId: RoomId, take: TakeStep) {
    this.#roomId = roomId;
    this.#take = take;
  }

  /** The person saw that the digits are the same: from now on the key is taken when it comes. */
  agree(): void {
    this.#agreed = true;
  }

  /** The digits were others, or it is no longer wanted: nothing of it remains. */
  async stop(): Promise<void> {
    const asked = this.#asked;
    this.#asked = null;
    if (asked) await this.#take({ step: 'stop', id: asked.id });
  }

  /** Goes on by what there is to go on with; call again for as long as nothing was given. */
  async look(): Promise<AskStage> {
    const asked = this.#asked ?? (await this.#ask());
    const { id, nonce, holder } = asked;
    let state = await this.#take({ step: 'state' });
    if (typeof state === 'string') return { stage: state };
    if (state.request?.id !== id) {
      // It ran out, or was stopped from the other side: it is asked anew, with other digits.
      if (this.#asked === asked) this.#asked = null;
      return { stage: 'waiting' };
    }
    const { helperKey, helperNonce } = state.request;
    if (!helperKey || !helperNonce) return { stage: 'waiting' };
    this.#answer ??= { helperKey, helperNonce };
    const answer = this.#answer;
    if (!state.request.askerNonce) state = await this.#take({ step: 'reveal', id, nonce });
    const shown = {
      roomId: this.#roomId,
      askerKey: holder.publicKey,
      askerNonce: nonce,
      ...answer,
    };
    if (!this.#agreed) return { stage: 'compare', digits: await digitsOf(shown) };
    if (typeof state === 'string') return { stage: state };
    const given = state.request?.given;
    if (!given) return { stage: 'waiting' };
    const key = await openGivenKey(holder, answer.helperKey, shown, given);
    return key.ok ? { stage: 'given', key: key.value } : { stage: 'unreadable' };
  }

  async #ask() {
    const holder = await newHolder();
    const asked = { id: v.parse(KeyRequestId, newId()), nonce: newId(), holder };
    this.#asked = asked;
    this.#answer = null;
    this.#agreed = false;
    const { publicKey } = holder;
    const commitment = await commitmentTo(this.#roomId, publicKey, asked.nonce);
    await this.#take({ step: 'ask', id: asked.id, publicKey, commitment });
    return asked;
  }
}

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

  /** The person saw that the digits are the same: the key goes to the other. */
  async give(): Promise<HelpStage> {
    const request = await this.#theirs();
    const helping = this.#helping;
    if (typeof request === 'string' || !request || !helping) return this.look();
    const shown = await this.#compared(request, helping);
    if (shown === null || shown === 'broken') return this.look();
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
    const promised = await commitmentTo(this.#roomId, askerKey, shown.askerNonce);
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
