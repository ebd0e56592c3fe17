import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOf, asks, changedTables, put } from '#tests/support/asks.ts';
import { type Cast, gather } from '#tests/support/cast.ts';
import { databaseDigest } from '#tests/support/database-digest.ts';
import { pagesThereAre, routesThereAre } from '#tests/support/doors.ts';
import { House } from '#tests/support/house.ts';
import { pages, refusedFirst, routes } from '#tests/support/matrix.ts';
import { Tries } from '#tests/support/tally.ts';

let house: House;
let shared: Cast;
beforeAll(async () => {
  house = await House.open();
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
    const cast = ask.spends ? await gather(house) : shared;
    for (const who of refusedFirst(row, isRefusal)) {
      const person = cast.people[who];
      const question = await ask.question(cast, person);
      const before = databaseDigest(house.file);
      const answer = answerOf(await put(person.visitor, question));
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
