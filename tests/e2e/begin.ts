import type { Mode } from '#lib/dialogue/mode.ts';
import { mirrorDialogue } from '#tests/support/exercises.ts';
import type { Device } from './device.ts';

/** Begins a mirror dialogue from the lobby: the first puts it forward, and speaks first. */
export async function begin(first: Device, second: Device, mode: Mode): Promise<void> {
  await first.propose(mirrorDialogue.id, mode);
  await second.accept();
}
