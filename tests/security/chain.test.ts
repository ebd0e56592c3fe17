import { describe, expect, it } from 'vitest';
import type { DialogueEvent } from '#lib/dialogue/event.ts';
import { newMoveId } from '#lib/vault/new-id.ts';
import { upToSecondHalf, upToSend, wholeTalk } from '#tests/support/mirror-talk.ts';
import { Tries } from '#tests/support/tally.ts';
import { played, readBack, recordOf, type TrueLog } from '#tests/support/true-log.ts';

const name = 'attack-04-replay-reorder-drop-fork';

/** Events in their new order, with the numbers and times that a server would give them. */
function numbered(events: readonly DialogueEvent[]): DialogueEvent[] {
  const [first] = events;
  return events.map((event, index) => ({
    ...event,
    seq: index + 1,
    at: (first?.at ?? 0) + 1_000 * index,
  }));
}

/** Whether a device takes these events for a whole log, of which it can read every word. */
async function believed(log: TrueLog, events: readonly DialogueEvent[]): Promise<boolean> {
  const read = await readBack({ ...recordOf(log, 'b'), events: [...events] });
  return read.ok && read.value.intact && read.value.key === 'present';
}

const whole = await played(null, ...wholeTalk);
const { events } = recordOf(whole, 'b');
/** The places of what was said. */
const said = events.flatMap(({ hash }, at) => (hash === null ? [] : [at]));
const lastSaid = said.at(-1) ?? 0;

describe('(attack 4) A server that plays with the order of words', () => {
  it('is believed when it does not, so that every refusal below has a cause', async () => {
    expect(said.length).toBeGreaterThan(20);
    expect(await believed(whole, events)).toBe(true);
    expect(await believed(whole, numbered(events))).toBe(true);
  });

  it('is found out when it plays words again, at any place, as the same move or another', async () => {
    const tries = new Tries();
    for (const at of said) {
      for (const to of said) {
        const again = events[at];
        if (!again) continue;
        const copy = (at + to) % 2 === 0 ? again : { ...again, moveId: newMoveId() };
        const longer = numbered(events.toSpliced(to + 1, 0, copy));
        tries.note(`${at} again after ${to}`, await believed(whole, longer));
        const instead = numbered(events.with(to, copy));
        if (to !== at) tries.note(`${at} for ${to}`, await believed(whole, instead));
      }
    }
    expect(tries.told(name)).toEqual([]);
  });

  it('is found out by whoever was there when it keeps back the last words', async () => {
    const tries = new Tries();
    const last = events[lastSaid]?.hash ?? null;
    for (const at of said) {
      const cut = { ...recordOf(whole, 'b'), events: events.slice(0, at) };
      const read = await readBack(cut, last);
      tries.note(`nothing from ${at} on`, read.ok && read.value.intact);
    }
    const all = await readBack(recordOf(whole, 'b'), last);
    expect(all.ok && all.value.intact).toBe(true);
    expect(tries.told(name)).toEqual([]);
  });

  it('is found out when two words change places', async () => {
    const tries = new Tries();
    for (const at of said) {
      for (const to of said.filter((place) => place > at)) {
        const [one, two] = [events[at], events[to]];
        if (!one || !two) continue;
        const swapped = numbered(events.with(at, two).with(to, one));
        tries.note(`${at} and ${to}`, await believed(whole, swapped));
        // The words alone, each under the act and the author of the other.
        const words = ({ sealed, prev, hash }: DialogueEvent) => ({ sealed, prev, hash });
        const inside = events
          .with(at, { ...one, ...words(two) })
          .with(to, { ...two, ...words(one) });
        tries.note(`the words of ${at} and ${to}`, await believed(whole, inside));
      }
    }
    expect(tries.told(name)).toEqual([]);
  });

  it('is found out when it leaves words out, by the word that comes next', async () => {
    const tries = new Tries();
    for (const [index, from] of said.entries()) {
      for (const to of said.slice(index)) {
        if (to >= lastSaid) continue;
        const shorter = numbered(events.filter((_, at) => at < from || at > to));
        tries.note(`${from} to ${to}`, await believed(whole, shorter));
      }
      const silenced = events.with(from, { ...event(from), sealed: null });
      tries.note(`the words of ${from}`, await believed(whole, silenced));
    }
    expect(tries.told(name)).toEqual([]);
  });

  it('is found out when it lets each go on along a way of their own, by the word that comes next', async () => {
    const tries = new Tries();
    for (let at = upToSend.length; at < upToSecondHalf.length - 1; at += 1) {
      const fork = await played(null, ...upToSecondHalf.slice(0, at));
      const tail = upToSecondHalf.slice(at);
      const [one, other] = [await played(fork, ...tail), await played(fork, ...tail)];
      // What the two were shown goes together at any place behind the fork.
      for (let seam = at + 2; seam < one.events.length; seam += 1) {
        const behind = one.events.slice(at + 1, seam).some(({ hash }) => hash !== null);
        const ahead = other.events.slice(seam).some(({ hash }) => hash !== null);
        if (!behind || !ahead) continue;
        const patched = [...one.events.slice(0, seam), ...other.events.slice(seam)];
        tries.note(`forked at ${at}, joined at ${seam}`, await believed(one, patched));
      }
    }
    expect(tries.tried).toBeGreaterThan(50);
    expect(tries.told(name)).toEqual([]);
  });
});

function event(at: number): DialogueEvent {
  const found = events[at];
  if (!found) throw new Error('No such event');
  return found;
}
