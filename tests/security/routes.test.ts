import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOf, asks, changedTables, mailOf, put } from '#tests/support/asks.ts';
import { type Cast, gather } from '#tests/support/cast.ts';
import { databaseDigest } from '#tests/support/database-digest.ts';
import { pagesThereAre, routesThereAre } from '#tests/support/doors.ts';
import { House, withProvider } from '#tests/support/house.ts';
import { everyone, pages, refusedFirst, routes } from '#tests/support/matrix.ts';
import { Tries } from '#tests/support/tally.ts';
import { guestFields } from '#tests/support/visitor.ts';

let house: House;
let shared: Cast;
beforeAll(async () => {
  house = await House.open(withProvider);
  shared = await gather(house);
});
afterAll(() => house.close());

const isRefusal = (answer: string) => Number(answer.slice(0, 3)) >= 400;

describe('The matrix', () => {
  it('has a place for every route and every page there is, and for no other', () => {
    const asked = Object.keys(routes).map((route) => route.split(' ').slice(0, 2).join(' '));
    expect([...new Set(asked)].sort()).toEqual([...routesThereAre()].sort());
    expect(Object.keys(pages).sort()).toEqual([...pagesThereAre()].sort());
    expect(Object.keys(asks).sort()).toEqual(Object.keys(routes).sort());
  });
});

describe('Every route gives everybody the answer that stands in the matrix, and a refusal changes nothing', () => {
  it.each(Object.entries(routes))('%s', async (route, row) => {
    const ask = asks[route];
    if (!ask) throw new Error('Nobody knows how to ask this');
    const tries = new Tries();
    const heard: Record<string, string> = {};
    const changed: Record<string, readonly string[]> = {};
    const cast = ask.spends ? await gather(house, false) : shared;
    for (const who of refusedFirst(row, isRefusal)) {
      const person = cast.people[who];
      const question = await ask.question(cast, person);
      const before = databaseDigest(house.file);
      const answer = answerOf(await put(person.visitor, question));
      await mailOf(house, question);
      const tables = changedTables(before, databaseDigest(house.file));
      heard[who] = answer;
      if (isRefusal(row[who])) changed[who] = tables;
      tries.note(
        `${who}: ${answer}`,
        isRefusal(row[who]) && (!isRefusal(answer) || tables.length > 0),
      );
    }
    tries.told('matrix-cells');
    expect(heard).toEqual(row);
    expect(Object.entries(changed).filter(([, tables]) => tables.length > 0)).toEqual([]);
  });
});

describe('Every page is shown to whom the matrix says, and shows nothing of a room to others', () => {
  it.each(Object.entries(pages))('%s', async (page, row) => {
    const { roomId, sessionId, people, usedLink } = shared;
    const path = page
      .replace('[id]', 'mirror-dialogue')
      .replace('[roomId]', roomId)
      .replace('[sessionId]', sessionId);
    const before = databaseDigest(house.file);
    const tries = new Tries();
    const heard: Record<string, string> = {};
    for (const who of everyone) {
      const { status, body } = await people[who].visitor.thief().get(path);
      heard[who] = String(status);
      // What the address says already is no secret.
      const secrets = [roomId, sessionId, guestFields.sealedName, usedLink.token].filter(
        (secret) => !path.includes(secret),
      );
      const shown = who !== 'partner' && secrets.some((secret) => String(body).includes(secret));
      tries.note(`${who}: ${status}`, shown || heard[who] !== row[who]);
    }
    tries.note('the database', changedTables(before, databaseDigest(house.file)).length > 0);
    expect(heard).toEqual(row);
    expect(tries.told('matrix-cells')).toEqual([]);
  });
});
