import * as v from 'valibot';
import type { InvitationId, RoomId } from '#lib/dialogue/id.ts';
import { type Attend, Attended, LinkOpened, type Tend, Tended } from '#lib/observation.ts';
import type { DeviceSafe } from '#lib/vault/device-safe.ts';
import {
  newLinkSecret,
  observerLink,
  parseInvitationFragment,
  tokenHashOf,
  tokenOf,
} from '#lib/vault/link.ts';
import { newInvitationId } from '#lib/vault/new-id.ts';
import type { NoStep } from '../key-steps.ts';

/** One step of a partner at the server, and how it stands after it. */
export type TakeTend = (step: Tend) => Promise<Tended | NoStep>;

/** One step of a therapist at the server, and how it stands after it. */
export type TakeAttend = (step: Attend) => Promise<Attended | NoStep>;

/** Where a server is, for a client that is no page of it, and the headers it shows. */
export interface Elsewhere {
  url?: string;
  headers?: Record<string, string>;
}

/** Takes a partner's steps over HTTP. `refused`: this device has no seat in the room. */
export function tendOver(roomId: RoomId, elsewhere: Elsewhere = {}): TakeTend {
  return (step) => post(`/api/rooms/${roomId}/observation`, step, Tended, elsewhere);
}

/** Takes a therapist's steps over HTTP. `refused`: there is no case of hers with this room (any more). */
export function attendOver(roomId: RoomId, elsewhere: Elsewhere = {}): TakeAttend {
  return (step) => post(`/api/observe/${roomId}`, step, Attended, elsewhere);
}

/**
 * Makes a link for a therapist in the place of any former one, and keeps it on this device to be shown
 * again. What the server answered when it did not take it.
 */
export async function makeObserverLink(
  roomId: RoomId,
  { take, safe, origin }: { take: TakeTend; safe: DeviceSafe; origin: string },
): Promise<{ link: string; tended: Tended } | NoStep> {
  const invitationId = newInvitationId();
  const secret = newLinkSecret();
  const tokenHash = await tokenHashOf(await tokenOf(secret));
  const tended = await take({ step: 'invite', invitationId, tokenHash });
  if (typeof tended === 'string') return tended;
  if (tended.invitation?.invitationId !== invitationId) return 'refused';
  const link = observerLink(origin, invitationId, secret);
  await forgetObserverLinks(roomId, null, safe);
  await safe.put(linkPlace(roomId) + invitationId, link).catch(() => undefined);
  return { link, tended };
}

/** The link of this invitation, when this device made it. */
export function keptObserverLink(
  roomId: RoomId,
  invitationId: InvitationId,
  safe: DeviceSafe,
): Promise<string | null> {
  return safe.get(linkPlace(roomId) + invitationId).catch(() => null);
}

/** A link that cannot be used any more has no reason to lie on the device. Never rejects. */
export async function forgetObserverLinks(
  roomId: RoomId,
  but: InvitationId | null,
  safe: DeviceSafe,
): Promise<void> {
  const stays = but && linkPlace(roomId) + but;
  for (const name of await safe.names(linkPlace(roomId)).catch(() => [])) {
    if (name !== stays) await safe.remove(name).catch(() => undefined);
  }
}

const linkPlace = (roomId: RoomId) => `observer-link:${roomId}:`;

/**
 * Shows the server the token in a link's fragment. `malformed`: there is no such link in it; `refused`:
 * whoever shows it is not signed in as a therapist.
 */
export async function openObserverLink(
  fragment: string,
  elsewhere: Elsewhere = {},
): Promise<LinkOpened | NoStep | 'malformed'> {
  const parsed = parseInvitationFragment(fragment);
  if (!parsed.ok) return parsed.reason;
  const { invitationId, secret } = parsed.value;
  const question = { invitationId, token: await tokenOf(secret) };
  return post('/api/observe', question, LinkOpened, elsewhere);
}

async function post<Shape>(
  address: string,
  body: unknown,
  shape: v.GenericSchema<unknown, Shape>,
  { url = '', headers = {} }: Elsewhere,
): Promise<Shape | NoStep> {
  try {
    const answer = await fetch(url + address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    if ([401, 403, 404].includes(answer.status)) return 'refused';
    const state = v.safeParse(shape, answer.ok ? await answer.json() : null);
    return state.success ? state.output : 'offline';
  } catch {
    return 'offline';
  }
}
