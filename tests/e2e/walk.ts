import { assertNever } from '#lib/dialogue/assert-never.ts';
import { wordsFor } from '#lib/dialogue/decide.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import type { Pace } from '#tests/support/path.ts';
import type { Device } from './device.ts';
import type { Couple } from './test.ts';

/** Called when it is somebody's turn, before they act. */
type Watch = (pace: Pace, actor: Device, other: Device) => Promise<void>;

/** What is written at a place on the way, unlike anything else. */
export function sentenceAt(place: number): string {
  return `Dit is zin ${place}, over iets kleins van vandaag.`;
}

/** Plays a way through an exercise on two screens, in writing; An is seat a. */
export async function walk(
  { an, bo }: Couple,
  path: readonly Pace[],
  watch: Watch = async () => undefined,
): Promise<void> {
  const devices: Readonly<Record<Seat, Device>> = { a: an, b: bo };
  let hidden = 0;
  for (const [place, pace] of path.entries()) {
    const { seat, step, act } = pace;
    const device = devices[seat];
    await watch(pace, device, devices[seat === 'a' ? 'b' : 'a']);
    const kind = wordsFor(act, 'written');
    switch (kind) {
      case 'text':
        await device.write(step, act, sentenceAt(place));
        break;
      case 'none':
        await device.write(step, act);
        break;
      case 'date':
        await device.nameDay(step, act);
        break;
      case 'rating':
      case 'ratings': {
        if (kind === 'rating') await device.rate(3);
        else await device.check([1, 2, 3, 4, 5, 6]);
        hidden += 1;
        if (hidden % 2 === 0) await Promise.all([an.goOn(), bo.goOn()]);
        break;
      }
      default:
        return assertNever(kind);
    }
  }
}
