import type { Mode } from '#lib/dialogue/mode.ts';
import { mirrorDialogue } from '#tests/support/exercises.ts';
import type { Device } from './device.ts';

/** Begins an exercise from the lobby, the mirror dialogue unless told otherwise: the first puts it forward, and speaks first. */
export async function begin(
  first: Device,
  second: Device,
  mode: Mode,
  id: string = mirrorDialogue.id,
): Promise<void> {
  for (const device of [first, second]) device.plays(id);
  await first.propose(id, mode);
  await second.accept();
}
