import { describe, expect, it } from 'vitest';
import type { DoorStage } from '#lib/client/observation/doorkeeper.ts';
import { letInOf } from '#lib/client/observation/let-in.ts';
import { keptObserverLink, makeObserverLink } from '#lib/client/observation/steps.ts';
import { pinnedHelper } from '#lib/client/observation/watching.ts';
import { parseInvitationFragment } from '#lib/vault/link.ts';
import { newInvitationId } from '#lib/vault/new-id.ts';
import {
  comparingDoor,
  digitsAtDoor,
  digitsInLobby,
  doorkeeperAt,
  knockerAt,
} from '#tests/support/door.ts';

const at = (stage: DoorStage) => (stage.stage === 'open' ? stage.comparing.at : stage.stage);

/** A door at which both keys are turned, and a's device has answered. */
async function answered() {
  const here = await comparingDoor();
  const { knocker, a, b } = here;
  await knocker.knock('Meekijken');
  await a.turn('words', false);
  await b.turn('ratings', false);
  await a.answer();
  const inLobby = await digitsInLobby(knocker);
  const digits = await digitsAtDoor(a);
  if (!digits) throw new Error('No digits');
  return { ...here, inLobby, digits };
}

describe('a link for a therapist', () => {
  it('is shown again on the device that made it, until another takes its place or it is withdrawn', async () => {
    const { door, devices, a } = await comparingDoor();
    const { safe } = devices.a;
    const { roomId } = door;
    const deps = { take: door.tendBy('a'), safe, origin: 'https://weerklank.example' };
    const first = await makeObserverLink(roomId, deps);
    const second = await makeObserverLink(roomId, deps);
    if (typeof first === 'string' || typeof second === 'string') throw new Error('No link');
    const id = second.tended.invitation?.invitationId ?? newInvitationId();
    expect(second.link).toMatch(/^https:\/\/weerklank\.example\/observe#v1\.[\w-]{22}\.[\w-]{43}$/);
    const parsed = parseInvitationFragment(new URL(second.link).hash);
    expect(parsed.ok && parsed.value.invitationId).toBe(id);
    await a.look();
    expect(await keptObserverLink(roomId, id, safe)).toBe(second.link);
    expect(await safe.names('observer-link:')).toHaveLength(1);
    await deps.take({ step: 'withdraw' });
    await a.look();
    expect(await safe.names('observer-link:')).toEqual([]);
  });
});

describe('a therapist at the door', () => {
  it('waits until both keys are turned, and is then compared with by one device', async () => {
    const { knocker, a, b } = await comparingDoor();
    expect((await knocker.look()).stage).toBe('before');
    expect((await knocker.knock('Meekijken')).stage).toBe('waiting');
    expect(at(await a.turn('words', true))).toBe('none');
    expect(at(await a.answer())).toBe('none');
    expect(at(await b.turn('words', true))).toBe('ready');
    expect(at(await a.answer())).toBe('waiting');
    expect(at(await b.look())).toBe('elsewhere');
    expect((await knocker.look()).stage).toBe('compare');
    expect(at(await a.look())).toBe('compare');
  });

  it('and the partner see the same digits, and each keeps the key of the other', async () => {
    const { door, devices, knocker, a, inLobby, digits } = await answered();
    expect(inLobby).toBe(digits);
    const id = door.row?.id;
    if (!id) throw new Error('Nobody knocked');
    const helper = () => pinnedHelper(devices.therapist.safe, door.roomId, id);
    expect(await helper()).toBeNull();
    expect((await knocker.agree(digits)).stage).toBe('agreed');
    expect(await helper()).toBe(devices.a.holder.publicKey);
    expect(at(await a.give(digits))).toBe('done');
    expect((await knocker.look()).stage).toBe('admitted');
    const { pinned } = await letInOf(devices.a.safe, door.roomId, id);
    const observerKey = devices.therapist.holder.publicKey;
    expect(pinned).toEqual({ observerKey, caseId: door.caseId, lens: 'words' });
    expect((await letInOf(devices.b.safe, door.roomId, id)).pinned).toBeNull();
  });

  it('sees the digits, and nothing else, as long as only the partner said that they are the same', async () => {
    const { knocker, a, digits } = await answered();
    await a.give(digits);
    expect(await digitsInLobby(knocker)).toBe(digits);
  });

  it('is not let in on other digits than those on the screen', async () => {
    const { door, devices, knocker, a, digits } = await answered();
    const other = digits === '000 000' ? '000 001' : '000 000';
    expect(at(await a.give(other))).toBe('compare');
    expect(door.row?.stage).toBe('turned');
    expect((await knocker.agree(other)).stage).toBe('compare');
    const id = door.row?.id;
    expect(id && (await pinnedHelper(devices.therapist.safe, door.roomId, id))).toBeNull();
  });

  it('goes on after either page was loaded anew, with the same digits', async () => {
    const { door, devices, digits } = await answered();
    expect(await digitsInLobby(knockerAt(door, devices.therapist))).toBe(digits);
    expect(await digitsAtDoor(doorkeeperAt(door, 'a', devices.a))).toBe(digits);
  });

  it('is answered once more when the answer was lost on its way', async () => {
    const { door, knocker, a, b } = await comparingDoor();
    await knocker.knock('Meekijken');
    await a.turn('words', false);
    await b.turn('words', false);
    const { row } = door;
    await a.answer();
    door.row = row;
    expect(at(await a.look())).toBe('waiting');
    await knocker.look();
    expect(await digitsAtDoor(a)).toMatch(/^\d{3} \d{3}$/);
  });

  it('knocks anew with other digits, and the keys that were turned stay', async () => {
    const { knocker, a, digits } = await answered();
    await knocker.knock('Meekijken');
    expect(at(await a.look())).toBe('ready');
    await a.answer();
    const inLobby = await digitsInLobby(knocker);
    expect(inLobby).not.toBe(digits);
    expect(inLobby).toBe(await digitsAtDoor(a));
  });

  it('hears the same of a no, of another who waits and of a knock that ran out', async () => {
    const { knocker, a, devices, door } = await answered();
    const id = door.row?.id;
    expect(at(await a.decline())).toBe('none');
    expect((await knocker.look()).stage).toBe('not-now');
    expect(id && (await letInOf(devices.a.safe, door.roomId, id)).comparing).toBeNull();
    expect((await knockerAt(door, devices.therapist).look()).stage).toBe('before');
    door.lies = { toTherapist: () => null };
    expect((await knocker.knock('Nog eens')).stage).toBe('not-now');
  });

  it('is told that it was begun on another device, and may begin anew on this one', async () => {
    const { door, devices } = await answered();
    const elsewhere = knockerAt(door, { ...devices.b });
    expect((await elsewhere.look()).stage).toBe('elsewhere');
    expect((await elsewhere.knock('Meekijken')).stage).toBe('waiting');
  });

  it('leaves nothing behind on her device when she goes', async () => {
    const { door, devices, knocker } = await answered();
    expect(await knocker.leave()).toBe(true);
    expect(door.row).toBeNull();
    expect(await devices.therapist.safe.names('')).toEqual([]);
  });

  it('is offline and storage to itself, and nothing is lost by it', async () => {
    const { door, knocker, a, digits } = await answered();
    door.offline = true;
    expect((await knocker.look()).stage).toBe('offline');
    expect(at(await a.look())).toBe('offline');
    expect(await knocker.leave()).toBe(false);
    door.offline = false;
    expect(await digitsInLobby(knocker)).toBe(digits);
  });
});
