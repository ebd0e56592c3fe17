import { isDeepStrictEqual } from 'node:util';
import { passes } from '#lib/protocol.ts';
import { describe, type Intent } from './intents.ts';
import type { NetworkTruth } from './network-truth.ts';
import type { SimulatedDevice } from './simulated-device.ts';

/** What is wrong after everything has healed and nobody does anything any more. */
export async function faultsAtTheEnd(
  truth: NetworkTruth,
  devices: readonly SimulatedDevice[],
): Promise<string[]> {
  const views = await Promise.all(devices.map((device) => faultsInView(truth, device)));
  return [...views.flat(), ...faultsInLog(truth), ...lostIntents(truth)];
}

async function faultsInView(truth: NetworkTruth, device: SimulatedDevice): Promise<string[]> {
  const { name, seat, snapshot } = device;
  if (!snapshot) return [`${name} shows nothing`];
  const faults: string[] = [];
  if (snapshot.seq !== truth.log.length) {
    return [`${name} ended at ${snapshot.seq} of ${truth.log.length}`];
  }
  if (snapshot.pending) faults.push(`${name} still waits with ${snapshot.pending.move.type}`);
  const unsent = await device.unsent();
  if (unsent.length > 0) faults.push(`${name} kept ${unsent.length} moves in its safe`);
  for (const [index, event] of truth.log.entries()) {
    const content = snapshot.lines[index]?.content;
    const wanted = truth.contentFor(seat, event);
    if (!isDeepStrictEqual(content, wanted)) {
      const texts = [content, wanted].map((one) => JSON.stringify(one)?.slice(0, 60));
      faults.push(`${name} reads ${texts[0]} at ${event.seq}, not ${texts[1]}`);
    }
  }
  return faults;
}

/** Every event was asked for, by its seat; no intent came true twice, or before an older one. */
function faultsInLog({ log, intents }: NetworkTruth): string[] {
  const faults: string[] = [];
  const done = new Map<Intent, number>();
  const latest = new Map<string, number>();
  for (const { seq, fact, moveId, author } of log) {
    if (fact.type === 'opened' || author === 'room') continue;
    const intent = intents.intentOf(moveId);
    if (intent?.seat !== author) {
      faults.push(`nobody asked for ${fact.type} at ${seq}`);
      continue;
    }
    const before = done.get(intent);
    if (before) faults.push(`${describe(intent)} happened at ${before} and again at ${seq}`);
    done.set(intent, seq);
    // A copy of a refused move that was still under way may be taken after all, and late.
    if (intents.refused.has(moveId)) continue;
    const age = intents.all.indexOf(intent);
    if (age < (latest.get(intent.device) ?? 0)) faults.push(`${describe(intent)} was overtaken`);
    latest.set(intent.device, age);
  }
  return faults;
}

/** Every move that is not in the log was refused for good on some screen of its seat. */
function lostIntents({ log, intents }: NetworkTruth): string[] {
  const happened = new Set(log.map(({ moveId }) => moveId));
  const shown = intents.shown.filter(({ reason }) => !passes(reason));
  return intents.all.flatMap((intent) => {
    if ([...intent.moveIds].some((moveId) => happened.has(moveId))) return [];
    const place = shown.findIndex(
      (one) =>
        one.device.startsWith(intent.seat) &&
        isDeepStrictEqual({ ...one.move }, { ...intent.move }),
    );
    if (place < 0) return [`${describe(intent)} was lost`];
    shown.splice(place, 1);
    return [];
  });
}
