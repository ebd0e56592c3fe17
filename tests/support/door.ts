import * as v from 'valibot';
import { Doorkeeper } from '#lib/client/observation/doorkeeper.ts';
import { Knocker } from '#lib/client/observation/knocker.ts';
import type { TakeAttend, TakeTend } from '#lib/client/observation/steps.ts';
import type { RoomId } from '#lib/dialogue/id.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import { type Attended, CaseId, type ObservationSeen, type Tended } from '#lib/observation.ts';
import type { DeviceSafe } from '#lib/vault/device-safe.ts';
import { type HolderKeys, newHolder } from '#lib/vault/holder-keys.ts';
import { memorySafe } from '#lib/vault/memory-safe.ts';
import { newId, newRoomId } from '#lib/vault/new-id.ts';

/** What a server that lies makes of its answers. */
export interface Lies {
  toPartner?: (seen: ObservationSeen) => ObservationSeen;
  toTherapist?: (seen: Attended['observation']) => Attended['observation'];
}

/** A door in memory, as the server keeps one: each step in its order, and the rest changes nothing. */
export class Door {
  readonly roomId: RoomId = newRoomId();
  readonly caseId = v.parse(CaseId, newId());
  row: ObservationSeen | null = null;
  invitation: Tended['invitation'] = null;
  lies: Lies = {};
  /** Every bundle that was given. */
  readonly bundles: { sessionId: string; epoch: number; sealed: string }[] = [];
  /** Answers that are lost on their way. */
  offline = false;

  readonly attend: TakeAttend = async (step) => {
    const { row } = this;
    switch (step.step) {
      case 'knock': {
        if (row && row.stage === 'admitted') break;
        const { id, purpose, publicKey: askerKey, commitment } = step;
        const none = { a: null, b: null };
        const who = { name: 'Lena', role: 'relatietherapeut', verified: false };
        const digits = { askerNonce: null, helper: null, helperKey: null, helperNonce: null };
        const lenses = row?.lenses ?? none;
        this.row = {
          ...{ id, caseId: this.caseId, ...who, purpose, knockedAt: 1 },
          ...{ stage: row?.stage ?? 'waiting', lenses, privateCues: { a: false, b: false } },
          ...{ askerKey, commitment, ...digits },
        };
        break;
      }
      case 'reveal':
        if (row?.id === step.id && row.helperKey && !row.askerNonce) {
          this.row = { ...row, askerNonce: step.nonce };
        }
        break;
      case 'leave':
        if (row?.id === step.id) this.row = null;
        break;
      case 'state':
        break;
    }
    if (this.offline) return 'offline';
    return { caseId: this.caseId, observation: this.#toTherapist() };
  };

  tendBy(seat: Seat): TakeTend {
    return async (step) => {
      const { row } = this;
      if (step.step === 'invite') {
        this.invitation = { invitationId: step.invitationId, by: seat, expiresAt: 2 };
      }
      if (step.step === 'withdraw') this.invitation = null;
      if (row && 'id' in step && step.id === row.id) this.#tend(row, seat, step);
      return this.offline ? 'offline' : this.#toPartner(seat);
    };
  }

  #tend(row: ObservationSeen, seat: Seat, step: Parameters<TakeTend>[0]): void {
    switch (step.step) {
      case 'turn':
        this.row = this.#staged({ ...row, lenses: { ...row.lenses, [seat]: step.lens } });
        break;
      case 'take-back':
        this.row = this.#staged({ ...row, lenses: { ...row.lenses, [seat]: null } });
        break;
      case 'decline':
      case 'show-out':
        this.row = null;
        break;
      case 'answer':
        if (row.stage !== 'turned' || row.helperKey) break;
        this.row = { ...row, helper: seat, helperKey: step.publicKey, helperNonce: step.nonce };
        break;
      case 'give':
        if (row.helper !== seat || !row.askerNonce) break;
        this.row = { ...row, stage: 'admitted' };
        this.bundles.push(...step.bundles);
        break;
      default:
        break;
    }
  }

  #staged(row: ObservationSeen): ObservationSeen {
    const { a, b } = row.lenses;
    return { ...row, stage: a && b ? 'turned' : 'waiting' };
  }

  #toPartner(you: Seat): Tended {
    const observation = this.row && (this.lies.toPartner?.(this.row) ?? this.row);
    const nothing = { cases: [], homework: [], appointments: [] };
    return { you, invitation: this.invitation, observation, ...nothing };
  }

  #toTherapist(): Attended['observation'] {
    if (!this.row) return null;
    const { id, stage, askerKey, commitment, askerNonce, helper, helperKey, helperNonce } =
      this.row;
    const shown = { id, stage, askerKey, commitment, askerNonce, helper, helperKey, helperNonce };
    return this.lies.toTherapist ? this.lies.toTherapist(shown) : shown;
  }
}

/** A device of somebody at a door. */
export interface AtDoor {
  holder: HolderKeys;
  safe: DeviceSafe;
}

export async function deviceAtDoor(): Promise<AtDoor> {
  return { holder: await newHolder(), safe: memorySafe() };
}

/** A therapist at a door; made anew on the same device it is a page that was loaded again. */
export function knockerAt(door: Door, { holder, safe }: AtDoor): Knocker {
  const { roomId, attend: take } = door;
  return new Knocker({ roomId, take, safe, holder: async () => holder });
}

export function doorkeeperAt(door: Door, seat: Seat, { holder, safe }: AtDoor): Doorkeeper {
  const { roomId } = door;
  return new Doorkeeper({ roomId, take: door.tendBy(seat), safe, holder: async () => holder });
}

/** A door at which a therapist waits, both keys are turned and the first partner's device answered. */
export async function comparingDoor() {
  const door = new Door();
  const devices = {
    therapist: await deviceAtDoor(),
    a: await deviceAtDoor(),
    b: await deviceAtDoor(),
  };
  const knocker = knockerAt(door, devices.therapist);
  const [a, b] = [doorkeeperAt(door, 'a', devices.a), doorkeeperAt(door, 'b', devices.b)];
  return { door, devices, knocker, a, b };
}

/** The digits on a partner's screen; null when there are none. */
export async function digitsAtDoor(doorkeeper: Doorkeeper): Promise<string | null> {
  const stage = await doorkeeper.look();
  const comparing = stage.stage === 'open' ? stage.comparing : null;
  return comparing?.at === 'compare' ? comparing.digits : null;
}

/** The digits on the therapist's screen; null when there are none. */
export async function digitsInLobby(knocker: Knocker): Promise<string | null> {
  const stage = await knocker.look();
  return stage.stage === 'compare' ? stage.digits : null;
}
