// npm run flood: what one visitor who floods the server costs the others, as ratios of one run to another.
import { RawClient } from '#tests/support/raw-client.ts';
import { introductionOf } from '#tests/support/raw-joining.ts';
import { startWeerklank } from '#tests/support/weerklank.ts';
import { playSession } from './drive/couple.ts';
import { type Guest, startRoom } from './drive/guest.ts';
import { Tally } from './drive/tally.ts';

const sessions = 6;
/** Partners without hands play faster than people do. */
const factor = 20;
const exercise = { id: 'mirror-dialogue', version: 1 };

const weerklank = await startWeerklank('', { RATE_LIMIT_FACTOR: String(factor) });
const { url } = weerklank;

/** Plays some sessions at once; how long a move takes to reach the other. */
async function play() {
  const tally = new Tally();
  const one = () => playSession(url, { exercise, mode: 'written', language: 'nl' }, tally);
  await Promise.all(Array.from({ length: sessions }, one));
  return tally.report.deliveryMs;
}

/** Sends requests as fast as they go, and comes back when it is let go, for as long as it goes on. */
async function flood(guest: Guest, goesOn: () => boolean) {
  const told = { sent: 0, doors: 0 };
  while (goesOn()) {
    const raw = await RawClient.enter(url, introductionOf(guest, url));
    if (typeof raw === 'string') {
      await new Promise((resolve) => setTimeout(resolve, 10));
      continue;
    }
    told.doors += 1;
    while (raw.open && goesOn()) {
      for (let at = 0; at < 50; at += 1) raw.socket.send('420["move:submit",{}]');
      told.sent += 50;
      raw.frames.length = 0;
      await new Promise((resolve) => setImmediate(resolve));
    }
    raw.socket.terminate();
  }
  return told;
}

await play();
const calm = await play();
let going = true;
const flooding = flood(await startRoom(url, 'An'), () => going);
const flooded = await play();
going = false;
const told = await flooding;
await weerklank.stop();

const ratio = (share: 'p50' | 'p95' | 'p99') => Number((flooded[share] / calm[share]).toFixed(2));
const ratios = { p50: ratio('p50'), p95: ratio('p95'), p99: ratio('p99') };
console.log(JSON.stringify({ ...told, calmMs: calm, floodedMs: flooded, ratios }));
