import { describe, expect, it } from 'vitest';
import { wordsFor } from '#lib/dialogue/decide.ts';
import type { Move } from '#lib/dialogue/move.ts';
import { curve, holderKeysOf } from '#lib/vault/holder-keys.ts';
import { parseInvitationFragment } from '#lib/vault/link.ts';
import type { Database } from '#prisma/client.ts';
import { connectionTo, databaseFile, fresh } from '#tests/contract/database-file.ts';
import { newCanaries, sightings } from '#tests/support/canaries.ts';
import { backupOf, databaseBytes } from '#tests/support/database-bytes.ts';
import { moveExchanges } from '#tests/support/exchanges.ts';
import { RealtimeProcess } from '#tests/support/realtime-process.ts';
import { joinWith, roomStartedBy } from '#tests/support/seats.ts';
import { arrive, level, make, open } from '#tests/support/talking.ts';
import { tally } from '#tests/support/tally.ts';
import { Wiretap } from '#tests/support/wiretap.ts';
import type { Partner } from '../../scripts/drive/partner.ts';

/** A keyholder whose private key, unlike any real one's, can be looked at, in each form it is written in. */
async function openHolder() {
  const pair = await crypto.subtle.generateKey(curve, true, ['deriveBits']);
  const { d = '' } = await crypto.subtle.exportKey('jwk', pair.privateKey);
  return { keys: await holderKeysOf(pair), secrets: [Buffer.from(d, 'base64url')] };
}

/** A server with a wiretap before it, and a couple whose every word is a canary. */
async function stage() {
  const file = await databaseFile();
  const db = await connectionTo(file);
  const server = await RealtimeProcess.start(file);
  const tap = await Wiretap.before(server.port);
  const canaries = newCanaries(50);
  let next = 0;
  const canary = () => {
    next += 1;
    return canaries[(next - 1) % canaries.length] ?? '';
  };
  const guest = await roomStartedBy(db, tap.url, canary());
  const holders = { a: await openHolder(), b: await openHolder() };
  const a = arrive(guest, holders.a.keys);
  await a.until(({ view }) => view);
  const link = await a.client.makeInvitation('b');
  if (!link) throw new Error('No invitation');
  const joining = await joinWith(db, link, { ...guest, seat: 'b' }, canary());
  if (!joining) throw new Error('Not let in');
  const b = arrive(joining, holders.b.keys);
  await a.until(({ names }) => names.b === canaries[1]);
  await b.until(({ names }) => names.a === canaries[0]);
  await b.until(({ view }) => view?.seats.a.here && view.seats.b.here);
  const parsed = parseInvitationFragment(new URL(link).hash);
  if (!parsed.ok) throw new Error('A link that cannot be read');
  const ownSecrets = [holders.a, holders.b].flatMap(({ secrets }) => secrets);
  const secrets = () => [
    parsed.value.secret,
    ...ownSecrets,
    ...[a, b].flatMap(({ vault }) => vault.held.newestFirst.map(({ key }) => key)),
  ];
  const { roomId } = guest;
  /** Another key, as after a device was removed; everybody has it when this is over. */
  const changeKey = async () => {
    const epoch = a.vault.held.epoch + 1;
    const { userId } = await db.seat.findFirstOrThrow({ where: { roomId, seat: 'a' } });
    const entry = { roomId, userId: userId ?? '', id: fresh.room(), kind: 'device', addedAt: 0n };
    const device = { ...entry, publicKey: 'x', tag: 'x', epoch: epoch - 1 };
    await db.keyholder.create({ data: device });
    await db.keyholder.updateMany({ where: { id: entry.id }, data: { removedAt: 1n } });
    await Promise.all([a, b].map((one) => one.until(() => one.vault.held.epoch === epoch)));
  };
  /** Wherever a server, or whoever has its disk or its wires, can look; cookies go over the wire too. */
  const places = async () => ({
    output: Buffer.from(server.output),
    wire: Buffer.from(tap.said.map(({ text }) => text).join('\n')),
    ...databaseBytes(file),
    backup: await backupOf(file),
  });
  /** Where words or keys turned up, in any form. */
  const leaks = async () => {
    const searched = await places();
    const strings = [...canaries, ...secrets()];
    const found = sightings(strings, searched);
    const tried = strings.length * Object.keys(searched).length;
    for (const name of ['attack-01-words-nowhere', 'canaries']) {
      tally(name, { tried, letThrough: found.length });
    }
    return found;
  };
  const told = () => next;
  return { file, db, server, tap, a, b, canary, canaries, leaks, places, told, changeKey };
}

/** Plays a session to its end in words that are all canaries, with a draft before each. */
async function talk(
  partners: readonly [Partner, Partner],
  canary: () => string,
  changeKey: () => Promise<void>,
): Promise<void> {
  const [a, b] = partners;
  await open(partners);
  await changeKey();
  while (a.session?.state.status !== 'ended') {
    if (a.session?.seq === 10) await changeKey();
    const mover = a.nextAct() ? a : b;
    const other = mover === a ? b : a;
    const act = mover.nextAct();
    if (!act || act === 'postpone') throw new Error('Nobody has anything to do');
    const kind = wordsFor(act, 'written');
    const text = canary();
    if (kind === 'text') mover.client.saveDraft(act, text);
    mover.client.setWriting(true);
    const before = mover.session?.seq ?? 0;
    const words =
      kind === 'text'
        ? ({ kind, text } as const)
        : kind === 'rating'
          ? ({ kind, rating: 7 } as const)
          : null;
    await mover.client.submit({ type: act }, words);
    await mover.until(({ session }) => session && session.seq > before && !session.pending);
    await level(mover, other);
  }
}

async function sealedIn(db: Database): Promise<string[]> {
  const rows = await db.event.findMany({ where: { sealed: { not: null } } });
  return rows.flatMap(({ sealed }) => (sealed === null ? [] : [sealed]));
}

/** How many pieces of these ciphertexts lie in the database's files. */
function piecesLeft(file: string, sealed: readonly string[]): number {
  const files = Object.values(databaseBytes(file));
  const pieces = sealed.flatMap((text) => {
    const [, iv = '', ciphertext = ''] = text.split('.');
    return [iv, ...(ciphertext.match(/.{1,32}/g) ?? []).filter((piece) => piece.length >= 16)];
  });
  return pieces.filter((piece) => files.some((bytes) => bytes.includes(piece))).length;
}

/** Does this and waits for the answer too: until then what it means may still be under way. */
async function answered(tap: Wiretap, partner: Partner, move: Move): Promise<void> {
  await make(partner, move);
  await tap.until((said) =>
    moveExchanges(said).some(
      ({ submission, reply }) => submission.move.type === move.type && reply?.ok,
    ),
  );
}

describe('(attack 1) What a couple says', () => {
  it('is nowhere but with them, and even its ciphertext goes at the first no', async () => {
    const { file, db, server, a, b, canary, canaries, leaks, places, told, changeKey } =
      await stage();
    await talk([a, b], canary, changeKey);
    expect(a.vault.held.newestFirst.map(({ epoch }) => epoch)).toEqual([3, 2, 1]);
    expect(await db.keyEnvelope.count()).toBeGreaterThanOrEqual(4);
    const wire = (await places()).wire.toString('utf8');
    for (const kind of ['"ask":"hold"', '"ask":"rotate"', '"sealedPrevious"', '"envelope"']) {
      expect(wire).toContain(kind);
    }
    expect(told()).toBeGreaterThanOrEqual(30);
    const sealed = await sealedIn(db);
    expect(sealed.length).toBeGreaterThan(20);
    expect(piecesLeft(file, sealed)).toBeGreaterThan(sealed.length);
    const said = a.lines.flatMap(({ content }) => (content.kind === 'text' ? [content.text] : []));
    expect(said.every((text) => canaries.includes(text))).toBe(true);
    expect(await leaks()).toEqual([]);

    await make(a, { type: 'keep', keep: false });
    await b.until(
      ({ session }) => session?.state.status === 'ended' && session.state.words === 'gone',
    );
    await a.until(({ view }) => view && view.sessionId === null);
    expect(piecesLeft(file, sealed)).toBe(0);
    await server.end('SIGTERM');
    expect(piecesLeft(file, sealed)).toBe(0);
    expect(await leaks()).toEqual([]);
  });

  it('that was kept goes when its author erases it, and all of it when one destroys it', async () => {
    const { file, db, tap, server, a, b, canary, leaks, changeKey } = await stage();
    await talk([a, b], canary, changeKey);
    await Promise.all([a, b].map((one) => make(one, { type: 'keep', keep: true })));
    await Promise.all(
      [a, b].map((one) =>
        one.until(
          ({ session }) => session?.state.status === 'ended' && session.state.words === 'kept',
        ),
      ),
    );
    const all = await sealedIn(db);
    const own = a.lines.find(({ by, content }) => by === 'a' && content.kind === 'text');
    const row = await db.event.findFirstOrThrow({ where: { seq: own?.seq ?? 0 } });
    const erased = row.sealed ?? '';
    expect(piecesLeft(file, [erased])).toBeGreaterThan(1);
    await answered(tap, a, { type: 'erase', seqs: [row.seq] });
    expect(piecesLeft(file, [erased])).toBe(0);
    expect(await sealedIn(db)).toEqual(all.filter((text) => text !== erased));
    expect(piecesLeft(file, all)).toBeGreaterThan(all.length);

    await answered(tap, b, { type: 'destroy' });
    await level(b, a);
    expect(piecesLeft(file, all)).toBe(0);
    expect(await sealedIn(db)).toEqual([]);
    expect(a.lines.some(({ content }) => content.kind === 'text')).toBe(false);
    await server.end('SIGKILL');
    expect(piecesLeft(file, all)).toBe(0);
    expect(tap.said.length).toBeGreaterThan(100);
    expect(await leaks()).toEqual([]);
  });
});

describe('The search for canaries', () => {
  it('finds them in every form', () => {
    const [canary = ''] = newCanaries(1);
    const bytes = crypto.getRandomValues(new Uint8Array(32));
    const around = (text: string) => Buffer.from(`x${text}y`);
    const forms = {
      plain: around(canary),
      json: around(JSON.stringify({ canary })),
      hex: around(Buffer.from(canary).toString('hex')),
      url: around(encodeURIComponent(canary)),
      form: around(new URLSearchParams({ canary }).toString()),
      base64: around(Buffer.from(`1${canary}2`).toString('base64')),
      base64url: around(Buffer.from(`12${canary}3`).toString('base64url')),
    };
    expect(sightings([canary], forms)).toHaveLength(7);
    expect(
      sightings([bytes], { key: around(Buffer.from(bytes).toString('base64url')) }),
    ).toHaveLength(1);
    expect(sightings([canary, bytes], { nothing: Buffer.alloc(100) })).toEqual([]);
  });
});
