import { expect, it } from 'vitest';
import { connectionTo, databaseFile } from '#tests/contract/database-file.ts';
import { playSessions } from '#tests/support/couples-at-play.ts';
import { isMove, moveExchanges } from '#tests/support/exchanges.ts';
import { checkLog } from '#tests/support/log-check.ts';
import { Random } from '#tests/support/random.ts';
import { RealtimeProcess } from '#tests/support/realtime-process.ts';
import { coupleIn } from '#tests/support/seats.ts';
import { Wiretap } from '#tests/support/wiretap.ts';

const kills = 20;
const seed = Date.now() % 2 ** 32;

it(`loses and doubles nothing when the server is killed ${kills} times (seed ${seed})`, async ({
  annotate,
}) => {
  const file = await databaseFile();
  const db = await connectionTo(file);
  const server = await RealtimeProcess.start(file);
  const tap = await Wiretap.before(server.port);
  const couples = await Promise.all([1, 2, 3].map(() => coupleIn(db, tap.url)));
  await db.$disconnect();
  const random = new Random(seed);
  let killed = 0;
  const playing = Promise.all(couples.map((guests) => playSessions(guests, () => killed < kills)));

  const moved: number[] = [];
  for (; killed < kills; killed += 1) {
    const before = moveExchanges(tap.said).length;
    await tap.heard(isMove, random.whole(1, 60));
    // Somewhere between the move on its way and whatever follows from it.
    await new Promise((resolve) => setTimeout(resolve, random.next() * 12));
    expect(await server.end('SIGKILL')).toMatchObject({ signal: 'SIGKILL' });
    moved.push(moveExchanges(tap.said).length - before);
    await server.start();
  }
  const readings = (await playing).flat();
  await server.end('SIGTERM');

  const exchanges = moveExchanges(tap.said);
  const check = checkLog(file, exchanges);
  const figures = { sessions: readings.length, moved, sent: exchanges.length, ...check };
  await annotate(JSON.stringify(figures), 'figures');
  expect(check).toMatchObject({ integrity: 'ok', lost: 0, gaps: 0 });
  for (const { views, said, intact } of readings) {
    const [a, b, late] = views;
    expect(intact).toBe(true);
    expect(b).toEqual(a);
    expect(late).toEqual(a);
    const texts = a?.flatMap(({ content }) => (content.kind === 'text' ? [content.text] : []));
    expect(texts?.toSorted()).toEqual(said.toSorted());
  }
});
