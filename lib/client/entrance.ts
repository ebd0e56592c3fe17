import { signIn } from 'next-auth/react';
import * as v from 'valibot';
import { firstEpoch } from '#lib/dialogue/epoch.ts';
import type { InvitationId, RoomId } from '#lib/dialogue/id.ts';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import { Standing } from '#lib/entry.ts';
import { consentVersions } from '#lib/rights/consent.ts';
import { browserSafe } from '#lib/vault/browser-safe.ts';
import { deviceKeyring } from '#lib/vault/keyring.ts';
import { parseInvitationFragment, tokenOf } from '#lib/vault/link.ts';
import { sealName } from '#lib/vault/name.ts';
import { newId, newRoomId } from '#lib/vault/new-id.ts';
import { newRoomKey } from '#lib/vault/room-key.ts';
import { type EpochKey, firstKeys, type RoomKeys } from '#lib/vault/room-keys.ts';
import { unwrapRoomKey } from '#lib/vault/wrap.ts';
import { browserVault } from './device-keys.ts';
import { fitOf, keepLinkKey } from './link-key.ts';

/**
 * Why someone did not get in. `name`: empty or too long. `own`: the link is for the other seat.
 * `other-key`: the link brings another key than the one this device holds of that room.
 */
export type EntranceRefusal =
  | 'no-answer'
  | 'name'
  | 'used'
  | 'expired'
  | 'withdrawn'
  | 'unknown'
  | 'own'
  | 'other-key'
  | 'storage';

/** An invitation that can still be accepted, with all that is needed to do so. */
export interface OpenInvitation {
  invitationId: InvitationId;
  roomId: RoomId;
  seat: Seat;
  /** The newest of the room's keys; it opens those before it. */
  roomKey: EpochKey;
  token: string;
  /** Made once on this device: the same claim can be made again when its answer was lost. */
  claim: string;
}

/**
 * Makes a room with this person in its first seat. The room's key is made here and stays here.
 * @param name 1 to 40 characters.
 */
export async function startRoom(name: string): Promise<Result<RoomId, EntranceRefusal>> {
  const roomId = newRoomId();
  const roomKey = newRoomKey();
  const sealedName = await sealName(roomKey, roomId, 'a', name);
  if (!sealedName.ok) return refused('name');
  const keys = firstKeys(roomKey);
  try {
    await deviceKeyring(browserSafe()).put(roomId, keys);
  } catch {
    return refused('storage');
  }
  await stay();
  const entered = await enter({ intent: 'start', roomId, sealedName: sealedName.value });
  if (entered !== 'entered') return refused('no-answer');
  await register(roomId, 'a', keys);
  return accepted(roomId);
}

/** Whoever opens the link of a room they are already in, and needs nothing of it. */
export interface SeatedAlready {
  seatedIn: RoomId;
}

/** Asks how the invitation in a link's fragment stands. Nothing of the fragment's secret is sent. */
export async function readInvitation(
  fragment: string,
): Promise<Result<OpenInvitation | SeatedAlready, EntranceRefusal>> {
  const parsed = parseInvitationFragment(fragment);
  if (!parsed.ok) return refused('unknown');
  const { invitationId, secret } = parsed.value;
  const token = await tokenOf(secret);
  const claim = await claimFor(invitationId);
  const standing = await ask({ invitationId, token, claim });
  if (!standing) return refused('no-answer');
  if (standing.standing === 'seated') return accepted({ seatedIn: standing.roomId });
  if (standing.standing !== 'open' && standing.standing !== 'yours') {
    return refused(standing.standing);
  }
  const { roomId, seat, wrappedKey } = standing;
  const roomKey = await unwrapRoomKey(secret, { roomId, invitationId, seat }, wrappedKey);
  if (!roomKey.ok) return refused('unknown');
  const held = await deviceKeyring(browserSafe())
    .get(roomId)
    .catch(() => null);
  const fit = fitOf(held, roomKey.value);
  if (fit === 'other') return refused('other-key');
  if (fit === 'held' && standing.seated) return accepted({ seatedIn: roomId });
  return accepted({ invitationId, roomId, seat, roomKey: roomKey.value, token, claim });
}

/** Takes the seat an invitation is for. Asking again after `no-answer` is safe. */
export async function acceptInvitation(
  { invitationId, roomId, seat, roomKey, token, claim }: OpenInvitation,
  name: string,
): Promise<Result<RoomId, EntranceRefusal>> {
  const sealedName = await sealName(roomKey.key, roomId, seat, name);
  if (!sealedName.ok) return refused('name');
  // The key first: who has a seat and no key could read nothing.
  const kept = await keepLinkKey(deviceKeyring(browserSafe()), roomId, roomKey);
  if (!kept.ok) return kept;
  await stay();
  const entered = await enter({
    intent: 'join',
    invitationId,
    token,
    claim,
    sealedName: sealedName.value,
  });
  if (entered === 'entered') {
    await register(roomId, seat, kept.value.keys);
    await browserSafe()
      .remove(claimName(invitationId))
      .catch(() => undefined);
    return accepted(roomId);
  }
  const standing = entered === 'turned-away' && (await ask({ invitationId, token, claim }));
  if (standing && standing.standing === 'seated') return accepted(standing.roomId);
  // An answer that was lost may have been a yes: then this is all there is.
  if (standing || kept.value.heldBefore) await kept.value.undo();
  if (!standing) return refused('no-answer');
  const { standing: reason } = standing;
  return refused(reason === 'open' || reason === 'yours' ? 'no-answer' : reason);
}

const claimName = (invitationId: InvitationId) => `claim:${invitationId}`;

/** The claim this device makes on an invitation: the same after a reload, so nobody is locked out. */
async function claimFor(invitationId: InvitationId): Promise<string> {
  const safe = browserSafe();
  const kept = await safe.get(claimName(invitationId)).catch(() => null);
  const claim = kept ?? newId();
  if (!kept) await safe.put(claimName(invitationId), claim).catch(() => undefined);
  return claim;
}

/** A browser may otherwise clear a page's storage when it has not been visited for a while. */
async function stay(): Promise<void> {
  await navigator.storage?.persist?.().catch(() => false);
}

/**
 * Makes this device known as one that the next key is for, and takes the keys before this one. Neither
 * keeps anyone out: what fails here is done when the room opens.
 */
async function register(roomId: RoomId, seat: Seat, keys: RoomKeys): Promise<void> {
  const vault = browserVault(roomId, keys, browserSafe());
  await vault.register(seat, true);
  if (keys.epoch > firstEpoch) await vault.renew();
  vault.close();
}

async function enter(
  credentials: Record<string, string>,
): Promise<'entered' | 'turned-away' | 'no-answer'> {
  try {
    // next-auth would otherwise send the page's address along, fragment included.
    const consent = String(consentVersions.guest);
    const given = { ...credentials, consent };
    const answer = await signIn('guest', { ...given, redirect: false, callbackUrl: '/' });
    return answer?.ok ? 'entered' : 'turned-away';
  } catch {
    return 'no-answer';
  }
}

async function ask(question: {
  invitationId: InvitationId;
  token: string;
  claim: string;
}): Promise<Standing | null> {
  try {
    const answer = await fetch('/api/invitations/standing', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(question),
    });
    const standing = v.safeParse(Standing, answer.ok ? await answer.json() : null);
    return standing.success ? standing.output : null;
  } catch {
    return null;
  }
}
