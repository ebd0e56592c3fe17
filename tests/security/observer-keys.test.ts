import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { DeskItemId } from '#lib/desk.ts';
import type { Cue } from '#lib/dialogue/cue.ts';
import type { Digest } from '#lib/dialogue/id.ts';
import { Lens } from '#lib/dialogue/observer.ts';
import { CaseId } from '#lib/observation.ts';
import { type BundlePlace, openBundle, sealBundle } from '#lib/vault/bundle.ts';
import { caseKeyOf, openLine, sealLine } from '#lib/vault/case-key.ts';
import { commitmentTo, digitsOf } from '#lib/vault/comparison.ts';
import { type CuePlace, cueKeyOf, openCue, sealCue } from '#lib/vault/cue.ts';
import { type DeskContent, openDeskItem, sealDeskItem } from '#lib/vault/desk-item.ts';
import { DeskKey } from '#lib/vault/desk-key.ts';
import { newHolder } from '#lib/vault/holder-keys.ts';
import { newId, newMoveId, newObservationId, newRoomId, newSessionId } from '#lib/vault/new-id.ts';
import { newRoomKey, SessionKey, sessionKeyOf } from '#lib/vault/room-key.ts';
import { newSecret } from '#lib/vault/secret.ts';
import { openWords } from '#lib/vault/words.ts';
import { comparingDoor, digitsAtDoor, digitsInLobby, type Lies } from '#tests/support/door.ts';
import { context, flipped, words } from '#tests/support/sealed.ts';
import { Tries } from '#tests/support/tally.ts';

const substitution = 'attack-05-key-substitution';
const replay = 'attack-04-replay-reorder-drop-fork';
const swaps = 'attack-03-swaps';
const bits = 'attack-02-bit-flips';

const caseId = v.parse(CaseId, newId());
const roomKey = newRoomKey();
const names = { a: 'Noor', b: 'Sam' };
const [observer, helper, evil] = [await newHolder(), await newHolder(), await newHolder()];
const place: BundlePlace = {
  roomId: newRoomId(),
  observation: newObservationId(),
  sessionId: newSessionId(),
  epoch: 2,
  observerKey: observer.publicKey,
  helperKey: helper.publicKey,
};
const source = { roomKey, caseId, lens: 'words', names } as const;

/** The same text with one bit of its box turned over; each bit in its turn. */
function withBit(sealed: string, bit: number): string {
  const [version, iv = '', box = ''] = sealed.split('.');
  const bytes = Uint8Array.from(Buffer.from(iv + box, 'base64url'));
  const turned = Buffer.from(flipped(bytes, bit));
  return [version, turned.subarray(0, 12), turned.subarray(12)]
    .map((part) => (part instanceof Buffer ? part.toString('base64url') : part))
    .join('.');
}

describe('(attack 5) A server between a couple and the therapist they let in', () => {
  /** `own`: a nonce of the server. `fitting`: what its own key and that nonce would have promised. */
  const ways: Readonly<Record<string, (made: { own: string; fitting: Digest }) => Lies>> = {
    'puts a key of its own in the place of hers': () => ({
      toPartner: (seen) => ({ ...seen, askerKey: evil.publicKey }),
    }),
    'puts a key of its own in the place of theirs': () => ({
      toTherapist: (seen) => seen && { ...seen, helperKey: seen.helperKey && evil.publicKey },
    }),
    'puts keys of its own in both places': () => ({
      toPartner: (seen) => ({ ...seen, askerKey: evil.publicKey }),
      toTherapist: (seen) => seen && { ...seen, helperKey: seen.helperKey && evil.publicKey },
    }),
    'puts in keys, and a promise and nonces that fit them': ({ own, fitting }) => ({
      toPartner: (seen) => ({
        ...seen,
        askerKey: evil.publicKey,
        commitment: fitting,
        askerNonce: seen.askerNonce && own,
      }),
      toTherapist: (seen) =>
        seen && {
          ...seen,
          helperKey: seen.helperKey && evil.publicKey,
          helperNonce: seen.helperNonce && own,
        },
    }),
    'shows her another nonce of theirs': ({ own }) => ({
      toTherapist: (seen) => seen && { ...seen, helperNonce: seen.helperNonce && own },
    }),
    'shows them another nonce of hers': ({ own }) => ({
      toPartner: (seen) => ({ ...seen, askerNonce: seen.askerNonce && own }),
    }),
  };

  it.each(Object.entries(ways))('%s, and the digits tell', async (what, liesWith) => {
    const tries = new Tries();
    for (let turn = 0; turn < 5; turn += 1) {
      const { door, knocker, a, b } = await comparingDoor();
      const own = newId();
      await knocker.knock('Meekijken');
      const meeting = { roomId: door.roomId, observation: door.row?.id ?? place.observation };
      const fitting = await commitmentTo(meeting, evil.publicKey, own);
      door.lies = liesWith({ own, fitting });
      await a.turn('words', false);
      await b.turn('words', false);
      await a.answer();
      const [hers, theirs] = [await digitsInLobby(knocker), await digitsAtDoor(a)];
      tries.note(`${what} ${turn}`, hers !== null && hers === theirs);
    }
    expect(tries.told(substitution)).toEqual([]);
  });

  it('cannot look for a nonce that gives her digits: what was promised binds it, and shows no digits', async () => {
    const tries = new Tries();
    const { door, knocker, a, b } = await comparingDoor();
    await knocker.knock('Meekijken');
    await a.turn('words', false);
    await b.turn('words', false);
    await a.answer();
    await knocker.look();
    for (let turn = 0; turn < 50; turn += 1) {
      const own = newId();
      door.lies = { toPartner: (seen) => ({ ...seen, askerNonce: own }) };
      const stage = await a.look();
      const comparing = stage.stage === 'open' ? stage.comparing.at : stage.stage;
      tries.note(`nonce ${turn}`, comparing !== 'broken');
    }
    expect(tries.told(substitution)).toEqual([]);
  });

  it('changes the keys once the digits were seen, and nothing is sealed for or believed of them', async () => {
    const tries = new Tries();
    const { door, devices, knocker, a, b } = await comparingDoor();
    await knocker.knock('Meekijken');
    await a.turn('words', false);
    await b.turn('words', false);
    await a.answer();
    const digits = (await digitsInLobby(knocker)) ?? '';
    expect(await digitsAtDoor(a)).toBe(digits);
    door.lies = {
      toPartner: (seen) => ({ ...seen, askerKey: evil.publicKey }),
      toTherapist: (seen) => seen && { ...seen, helperKey: evil.publicKey },
    };
    await a.give(digits);
    tries.note('given for another key', door.row?.stage === 'admitted');
    await knocker.agree(digits);
    const kept = await devices.therapist.safe.names('watching:');
    const [written] = await Promise.all(kept.map((name) => devices.therapist.safe.get(name)));
    tries.note('believed of another key', written?.includes(evil.publicKey) ?? false);
    expect(tries.told(substitution)).toEqual([]);
  });

  it('cannot use what was shown for the keys of the room, nor for another observation', async () => {
    const tries = new Tries();
    const { roomId, observation } = place;
    for (let turn = 0; turn < 200; turn += 1) {
      const [askerNonce, helperNonce] = [newId(), newId()];
      const shown = {
        ...{ askerKey: observer.publicKey, helperKey: helper.publicKey },
        ...{ askerNonce, helperNonce },
      };
      const meetings = [{ roomId }, { roomId, observation }];
      const others = [{ roomId, observation: newObservationId() }, { roomId: newRoomId() }];
      const digits = await Promise.all(
        [...meetings, ...others].map((meeting) => digitsOf({ ...meeting, ...shown })),
      );
      tries.note(`digits ${turn}`, new Set(digits).size < 3);
      const commitments = await Promise.all(
        [...meetings, ...others].map((one) => commitmentTo(one, shown.askerKey, askerNonce)),
      );
      tries.note(`commitments ${turn}`, new Set(commitments).size < commitments.length);
    }
    expect(tries.told(substitution)).toEqual([]);
  });
});

describe('(attacks 2, 4 and 5) A bundle of keys', () => {
  it('opens at no other place, and for no other device', async () => {
    const sealed = (await sealBundle(helper, place, source)) ?? '';
    expect((await openBundle(observer, place, sealed)).ok).toBe(true);
    const tries = new Tries();
    const elsewhere: Partial<BundlePlace>[] = [
      { roomId: newRoomId() },
      { observation: newObservationId() },
      { sessionId: newSessionId() },
      { epoch: 1 },
      { epoch: 3 },
      { observerKey: evil.publicKey },
      { helperKey: evil.publicKey },
      { observerKey: place.helperKey, helperKey: place.observerKey },
    ];
    for (const [index, other] of elsewhere.entries()) {
      const opened = await openBundle(observer, { ...place, ...other }, sealed);
      tries.note(`place ${index}`, opened.ok);
    }
    for (const holder of [evil, await newHolder()]) {
      tries.note('another device', (await openBundle(holder, place, sealed)).ok);
    }
    expect(tries.told(replay, substitution)).toEqual([]);
  });

  it('that a server makes up is not believed, whatever keys it has of its own', async () => {
    const tries = new Tries();
    const forged = [
      await sealBundle(evil, place, source),
      await sealBundle(evil, { ...place, helperKey: evil.publicKey }, source),
      await sealBundle(evil, { ...place, observerKey: evil.publicKey }, source),
      await sealBundle(evil, { ...place, observerKey: helper.publicKey }, source),
    ];
    for (const [index, sealed] of forged.entries()) {
      tries.note(`forged ${index}`, (await openBundle(observer, place, sealed ?? '')).ok);
    }
    for (const text of ['', '.', 'wk1', 'wk1..', 'wk1.AAAAAAAAAAAAAAAA.AAAA', 'for.x.y', '\0']) {
      tries.note(`text ${text}`, (await openBundle(observer, place, text)).ok);
    }
    expect(tries.told(substitution)).toEqual([]);
  });

  it('of which one bit is another does not open', async () => {
    const sealed = (await sealBundle(helper, place, source)) ?? '';
    const tries = new Tries();
    for (let bit = 0; bit < 8 * 1_052; bit += 7) {
      tries.note(`bit ${bit}`, (await openBundle(observer, place, withBit(sealed, bit))).ok);
    }
    expect(tries.told(bits)).toEqual([]);
  });

  it('for the course alone opens no words, with any key that is in it', async () => {
    const tries = new Tries();
    const sealed = await sealBundle(helper, place, { ...source, lens: 'phases' });
    const opened = await openBundle(observer, place, sealed ?? '');
    if (!opened.ok) throw new Error(opened.reason);
    const { sessionKey, cueKey, caseKey } = opened.value;
    tries.note('a key of words', sessionKey !== null);
    for (const bytes of [cueKey, caseKey]) {
      const imported = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['decrypt']);
      const key = v.parse(SessionKey, imported);
      tries.note('another key of it', (await openWords(key, context, words)).ok);
    }
    expect(tries.told(substitution)).toEqual([]);
  });

  it.each(Lens.options)(
    'through %s holds a key of words only when the lens lets some through',
    async (lens) => {
      const sealed = await sealBundle(helper, place, { ...source, lens });
      const opened = await openBundle(observer, place, sealed ?? '');
      expect(opened.ok && opened.value.sessionKey !== null).toBe(lens !== 'phases');
    },
  );
});

describe('(attacks 2 and 3) A cue', () => {
  const at: CuePlace = { ...place, moveId: newMoveId(), to: 'a' };
  const cue: Cue = { kind: 'own', text: 'Even ademen' };

  it('is read at its own place only: no other session, move, observation, epoch or partner', async () => {
    const tries = new Tries();
    const key = await cueKeyOf(roomKey, place);
    const sealed = await sealCue(key, at, cue);
    expect((await openCue(key, at, sealed)).ok).toBe(true);
    const elsewhere: Partial<CuePlace>[] = [
      { roomId: newRoomId() },
      { sessionId: newSessionId() },
      { observation: newObservationId() },
      { epoch: 1 },
      { moveId: newMoveId() },
      { to: 'b' },
      { to: 'both' },
    ];
    for (const [index, other] of elsewhere.entries()) {
      tries.note(`place ${index}`, (await openCue(key, { ...at, ...other }, sealed)).ok);
    }
    const otherKeys = [
      await cueKeyOf(newRoomKey(), place),
      await cueKeyOf(roomKey, { ...place, epoch: 3 }),
      await cueKeyOf(roomKey, { ...place, sessionId: newSessionId() }),
    ];
    for (const other of otherKeys) tries.note('key', (await openCue(other, at, sealed)).ok);
    expect(tries.told(swaps)).toEqual([]);
  });

  it('of which one bit is another is not read', async () => {
    const tries = new Tries();
    const key = await cueKeyOf(roomKey, place);
    const sealed = await sealCue(key, at, cue);
    for (let bit = 0; bit < 8 * 540; bit += 5) {
      tries.note(`bit ${bit}`, (await openCue(key, at, withBit(sealed, bit))).ok);
    }
    expect(tries.told(bits)).toEqual([]);
  });

  it('is no words, and words are no cue, though both come of one key of the room', async () => {
    const tries = new Tries();
    const key = await cueKeyOf(roomKey, place);
    tries.note('words as a cue', (await openCue(key, at, words.sealed)).ok);
    const sealed = await sealCue(key, at, cue);
    const asWords = { ...words, sealed };
    const sessionKey = await sessionKeyOf(roomKey, place);
    tries.note('a cue as words', (await openWords(sessionKey, context, asWords)).ok);
    expect(tries.told('attack-14-kinds')).toEqual([]);
  });
});

describe('(attack 3) What lies on a desk, and a line of homework', () => {
  const key = v.parse(DeskKey, newSecret());
  const idOf = () => v.parse(DeskItemId, newId());
  const contents: DeskContent[] = [
    {
      ...{ kind: 'note', text: 'Stil', caseId, observation: null },
      ...{ seq: null, phase: null, at: 1 },
    },
    { kind: 'case', caseId, label: 'Maandag', caseKey: null, epoch: 1 },
    { kind: 'cues', cues: [{ kind: 'own', text: 'Rustig' }] },
  ];

  it('opens in no place of another item, and on no desk of another', async () => {
    const tries = new Tries();
    const items = await Promise.all(
      contents.map(async (content) => {
        const id = idOf();
        const sealed = await sealDeskItem(key, id, content);
        if (!sealed.ok) throw new Error(sealed.reason);
        return { id, sealed: sealed.value };
      }),
    );
    for (const one of items) {
      expect((await openDeskItem(key, one.id, one.sealed)).ok).toBe(true);
      for (const other of [...items.filter(({ id }) => id !== one.id), { id: idOf() }]) {
        tries.note('another place', (await openDeskItem(key, other.id, one.sealed)).ok);
      }
      const stranger = v.parse(DeskKey, newSecret());
      tries.note('another desk', (await openDeskItem(stranger, one.id, one.sealed)).ok);
      for (let bit = 0; bit < 8 * 1_052; bit += 97) {
        tries.note(`bit ${bit}`, (await openDeskItem(key, one.id, withBit(one.sealed, bit))).ok);
      }
    }
    expect(tries.told(swaps, bits)).toEqual([]);
  });

  it('is not read beside another exercise, in another case or under another id', async () => {
    const tries = new Tries();
    const { roomId } = place;
    const at = { caseId, id: newId(), exercise: { id: 'mirror-dialogue', version: 2 }, epoch: 2 };
    const caseKey = await caseKeyOf(roomKey, { roomId, caseId, epoch: 2 });
    const sealed = await sealLine(caseKey, at, 'Twintig minuten');
    if (!sealed.ok) throw new Error(sealed.reason);
    expect((await openLine(caseKey, at, sealed.value)).ok).toBe(true);
    const elsewhere = [
      { id: newId() },
      { caseId: v.parse(CaseId, newId()) },
      { exercise: { id: 'mirror-dialogue', version: 3 } },
      { exercise: { id: 'appreciation', version: 2 } },
      { epoch: 3 },
    ];
    for (const [index, other] of elsewhere.entries()) {
      const opened = await openLine(caseKey, { ...at, ...other }, sealed.value);
      tries.note(`place ${index}`, opened.ok);
    }
    expect(tries.told(swaps)).toEqual([]);
  });
});
