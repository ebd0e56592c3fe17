import type { InvitationId, RoomId } from '#lib/dialogue/id.ts';
import { type Lens, lesserOf } from '#lib/dialogue/observer.ts';
import type { ObservationSeen, Tended } from '#lib/observation.ts';
import { commitmentTo, digitsOf, type Shown } from '#lib/vault/comparison.ts';
import type { DeviceSafe } from '#lib/vault/device-safe.ts';
import type { HolderKeys } from '#lib/vault/holder-keys.ts';
import { newId } from '#lib/vault/new-id.ts';
import type { NoStep } from '../key-steps.ts';
import { forgetOthers, type LetIn, letInOf, noteLetIn } from './let-in.ts';
import { forgetObserverLinks, type TakeTend } from './steps.ts';

/**
 * Where the digits stand on this device. `none`: nobody waits, or not both keys are turned. `ready`: both
 * are, and this device may take it on by `answer`. `elsewhere`: another device of the couple does.
 * `waiting`: for hers to answer. `broken`: what she showed is not what was promised, so that nothing may be
 * given; `decline` is the way. `done`: she is in, by this device or another. `storage`: this device keeps
 * nothing, so that it cannot do this.
 */
export type Comparing =
  | { at: 'none' | 'ready' | 'elsewhere' | 'waiting' | 'broken' | 'done' | 'storage' }
  | { at: 'compare'; digits: string };

/** How the door stands: what the server tells, and the digits beside it. */
export type DoorStage = { stage: NoStep } | { stage: 'open'; tended: Tended; comparing: Comparing };

export interface DoorkeeperDeps {
  roomId: RoomId;
  take: TakeTend;
  safe: DeviceSafe;
  /** This device as a keyholder. Rejects when it keeps nothing. */
  holder: () => Promise<HolderKeys>;
}

/** A partner's device at the door: turns this partner's key, and compares digits for both. */
export class Doorkeeper {
  readonly #deps: DoorkeeperDeps;
  /** The invitation that was open at the last look. */
  #open: InvitationId | null | undefined;

  constructor(deps: DoorkeeperDeps) {
    this.#deps = deps;
  }

  /** How it stands; call again for as long as the screen is open. */
  async look(): Promise<DoorStage> {
    return this.#stage(await this.#deps.take({ step: 'state' }));
  }

  /** Turns this partner's key, with what she may see at most; the same again changes it until she is in. */
  async turn(lens: Lens, privateCues: boolean): Promise<DoorStage> {
    const { roomId, safe, take } = this.#deps;
    const seen = await this.#seen();
    if (!seen) return this.look();
    // A device that keeps nothing gives no keys either.
    await noteLetIn(safe, roomId, seen.id, { chosen: lens }).catch(() => undefined);
    return this.#stage(await take({ step: 'turn', id: seen.id, lens, privateCues }));
  }

  /** Turns it back, as long as she is not in. */
  async takeBack(): Promise<DoorStage> {
    return this.#step((id) => ({ step: 'take-back', id }));
  }

  /** Not this time; also when the digits were others. She hears only that it is not possible now. */
  async decline(): Promise<DoorStage> {
    return this.#step((id) => ({ step: 'decline', id }));
  }

  /** Lets her go while no session runs; in one that is the move `revoke`. */
  async showOut(): Promise<DoorStage> {
    return this.#step((id) => ({ step: 'show-out', id }));
  }

  /** This device takes on the digits. Nothing is given by it. */
  async answer(): Promise<DoorStage> {
    const { roomId, take, safe, holder } = this.#deps;
    const seen = await this.#seen();
    if (seen?.stage !== 'turned' || seen.helperKey) return this.look();
    const { id, askerKey: observerKey, commitment } = seen;
    try {
      const { publicKey } = await holder();
      const nonce = newId();
      await noteLetIn(safe, roomId, id, { comparing: { observerKey, commitment, nonce } });
      return this.#stage(await take({ step: 'answer', id, publicKey, nonce }));
    } catch {
      return this.look();
    }
  }

  /**
   * The person saw that these digits are the same: she is let in. From then on this device gives her device
   * the keys of sessions, and no other key in its place. Does nothing when these are not the digits.
   */
  async give(digits: string): Promise<DoorStage> {
    const { roomId, take, safe } = this.#deps;
    const seen = await this.#seen();
    if (!seen) return this.look();
    try {
      const known = await letInOf(safe, roomId, seen.id);
      const shown = await this.#shown(seen, known);
      const lens = lensOf(seen, known);
      if (shown === null || typeof shown === 'string' || !lens) return this.look();
      if ((await digitsOf(shown)) !== digits) return this.look();
      const pinned = { observerKey: seen.askerKey, caseId: seen.caseId, lens };
      // First this: an answer that is lost must not leave her let in by a device that forgot her.
      await noteLetIn(safe, roomId, seen.id, { pinned });
      return this.#stage(await take({ step: 'give', id: seen.id, bundles: [] }));
    } catch {
      return this.look();
    }
  }

  async #step(step: (id: ObservationSeen['id']) => Parameters<TakeTend>[0]): Promise<DoorStage> {
    const seen = await this.#seen();
    return seen ? this.#stage(await this.#deps.take(step(seen.id))) : this.look();
  }

  async #seen(): Promise<ObservationSeen | null> {
    const tended = await this.#deps.take({ step: 'state' });
    return typeof tended === 'string' ? null : tended.observation;
  }

  async #stage(tended: Tended | NoStep): Promise<DoorStage> {
    if (typeof tended === 'string') return { stage: tended };
    const { safe, roomId } = this.#deps;
    const seen = tended.observation;
    const open = tended.invitation?.invitationId ?? null;
    // Not at every look: one that was under way while a link was made does not know of it.
    if (open !== this.#open) await forgetObserverLinks(roomId, open, safe);
    this.#open = open;
    await forgetOthers(safe, roomId, seen && seen.stage !== 'ended' ? seen.id : null);
    const comparing = await this.#comparing(seen).catch(() => ({ at: 'storage' }) as const);
    return { stage: 'open', tended, comparing };
  }

  async #comparing(seen: ObservationSeen | null): Promise<Comparing> {
    if (!seen || seen.stage === 'waiting' || seen.stage === 'ended') return { at: 'none' };
    if (seen.stage === 'admitted') return { at: 'done' };
    const { safe, roomId, holder, take } = this.#deps;
    const { publicKey } = await holder();
    const known = await letInOf(safe, roomId, seen.id);
    const { comparing } = known;
    const ours = comparing !== null && isAbout(comparing, seen);
    if (seen.helperKey === null) {
      if (!ours) return { at: 'ready' };
      // The answer was lost on its way, and is given once more, the same to the last byte.
      await take({ step: 'answer', id: seen.id, publicKey, nonce: comparing.nonce });
      return { at: 'waiting' };
    }
    if (!comparing || seen.helperKey !== publicKey) return { at: 'elsewhere' };
    const shown = await this.#shown(seen, known);
    if (shown === null) return { at: 'waiting' };
    return shown === 'broken' ? { at: 'broken' } : { at: 'compare', digits: await digitsOf(shown) };
  }

  /** What both showed, once it is all there and is what was promised before it could be chosen. */
  async #shown(seen: ObservationSeen, { comparing }: LetIn): Promise<Shown | 'broken' | null> {
    if (!comparing || !seen.helperKey || !seen.askerNonce) return null;
    const { roomId, holder } = this.#deps;
    const { publicKey: helperKey } = await holder();
    const { observerKey: askerKey, nonce: helperNonce, commitment } = comparing;
    const { askerNonce } = seen;
    const meeting = { roomId, observation: seen.id };
    const promised = await commitmentTo(meeting, askerKey, askerNonce);
    const fits =
      isAbout(comparing, seen) &&
      seen.helperKey === helperKey &&
      seen.helperNonce === helperNonce &&
      promised === commitment;
    return fits ? { ...meeting, askerKey, askerNonce, helperKey, helperNonce } : 'broken';
  }
}

/** Whether this is still the question that was answered. */
function isAbout(
  { observerKey, commitment }: NonNullable<LetIn['comparing']>,
  seen: ObservationSeen,
): boolean {
  return seen.askerKey === observerKey && seen.commitment === commitment;
}

/** The lesser of what both chose, and of what was chosen here: nobody can put in more for this device. */
function lensOf({ lenses: { a, b } }: ObservationSeen, { chosen }: LetIn): Lens | null {
  if (!a || !b) return null;
  const lens = lesserOf(a, b);
  return chosen ? lesserOf(lens, chosen) : lens;
}
