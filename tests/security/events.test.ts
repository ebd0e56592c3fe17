import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RoomId } from '#lib/dialogue/id.ts';
import { replies } from '#lib/protocol.ts';
import { changedTables } from '#tests/support/asks.ts';
import { eventAsks, knock } from '#tests/support/asks-events.ts';
import { type Cast, gather } from '#tests/support/cast.ts';
import { databaseDigest } from '#tests/support/database-digest.ts';
import { House } from '#tests/support/house.ts';
import { events, reachingOver, refusedFirst } from '#tests/support/matrix.ts';
import { Tries } from '#tests/support/tally.ts';
import type { Visitor } from '#tests/support/visitor.ts';

let house: House;
let cast: Cast;
beforeAll(async () => {
  house = await House.open();
  cast = await gather(house);
});
afterAll(() => house.close());

const isRefusal = (answer: string) => answer !== 'ok';

const Reply = v.variant('ok', [
  v.object({ ok: v.literal(true) }),
  v.object({ ok: v.literal(false), reason: v.string() }),
]);

/** What this visitor hears who asks this over the socket of a room, and which tables it changed. */
async function hear(name: keyof typeof eventAsks, visitor: Visitor, roomId: RoomId) {
  const request = await eventAsks[name](cast, roomId);
  const before = databaseDigest(house.file);
  const client = await knock(cast, visitor, roomId);
  const reply =
    typeof client === 'string' ? client : v.parse(Reply, await client.ask(name, request));
  if (typeof client !== 'string') client.socket.terminate();
  const tables = changedTables(before, databaseDigest(house.file));
  const answer = typeof reply === 'string' ? reply : reply.ok ? 'ok' : reply.reason;
  return { answer, tables };
}

describe('The matrix', () => {
  it('has a place for every request of the sockets, and for no other', () => {
    const asked = Object.keys(eventAsks).sort();
    expect(Object.keys(events).sort()).toEqual(asked);
    // Those of a partner that are answered are all there; the one that is not is `presence:writing`.
    const hers = ['observer:act', 'exercise:suggest'];
    expect([...Object.keys(replies), 'presence:writing', ...hers].sort()).toEqual(asked);
    expect(asked).toEqual(expect.arrayContaining(Object.keys(reachingOver)));
  });
});

const names = v.parse(
  v.array(
    v.custom<keyof typeof eventAsks>((name) => typeof name === 'string' && name in eventAsks),
  ),
  Object.keys(eventAsks),
);

describe('Every request gives everybody the answer that stands in the matrix, and a refusal changes nothing', () => {
  it.each(names)('%s', async (name) => {
    const row = events[name];
    if (!row) throw new Error('Not in the matrix');
    const tries = new Tries();
    const heard: Record<string, string> = {};
    const changed: string[] = [];
    for (const who of refusedFirst(row, isRefusal)) {
      const { answer, tables } = await hear(name, cast.people[who].visitor, cast.roomId);
      heard[who] = answer;
      const refused = isRefusal(row[who]);
      if (refused && tables.length > 0) changed.push(`${who}: ${tables}`);
      tries.note(`${who}: ${answer}`, refused && (answer === 'ok' || tables.length > 0));
    }
    tries.told('matrix-cells');
    expect(heard).toEqual(row);
    expect(changed).toEqual([]);
  });

  it.each(Object.entries(reachingOver))(
    '%s, of the stranger, over the socket of their own room',
    async (name, expected) => {
      const found = names.find((one) => one === name);
      if (!found) throw new Error('No such request');
      const { answer, tables } = await hear(found, cast.people.stranger.visitor, cast.elsewhere);
      const tries = new Tries();
      tries.note(answer, answer !== expected || tables.length > 0);
      tries.told('matrix-cells');
      expect([answer, tables]).toEqual([expected, []]);
    },
  );
});
