import { describe, expect, it } from 'vitest';
import { Act, acts, type WordsKind } from '#lib/dialogue/act.ts';
import { actOf, pastOf } from '#lib/dialogue/event.ts';
import type { Words } from '#lib/dialogue/words.ts';
import { openWords, sealWords } from '#lib/vault/words.ts';
import { upToSend, wholeTalk } from '#tests/support/mirror-talk.ts';
import { context, key, withHash } from '#tests/support/sealed.ts';
import { Tries } from '#tests/support/tally.ts';
import { after, played, readBack, recordOf } from '#tests/support/true-log.ts';

const name = 'attack-14-kinds';

/** Words of every kind there is. */
const every: readonly Words[] = [
  { kind: 'text', text: 'Sentences' },
  { kind: 'rating', rating: 3 },
  { kind: 'ratings', ratings: [3, 4] },
  { kind: 'date', date: '2030-01-31' },
];

describe('(attack 14) Words under another act than the one they were sealed with', () => {
  it('do not open, for any two acts', async () => {
    const tries = new Tries();
    for (const act of Act.options) {
      const sealed = await sealWords(key, { ...context, act }, { kind: 'text', text: act });
      if (!sealed.ok) throw new Error(sealed.reason);
      expect((await openWords(key, { ...context, act }, sealed.value)).ok).toBe(true);
      for (const claimed of Act.options.filter((other) => other !== act)) {
        const there = { ...context, act: claimed };
        for (const words of [sealed.value, withHash(there, sealed.value.sealed)]) {
          tries.note(`${act} as ${claimed}`, (await openWords(key, there, words)).ok);
        }
      }
    }
    expect(tries.told(name)).toEqual([]);
  });

  it('are found out by a device, whatever act the server writes beside them', async () => {
    const log = await played(null, ...wholeTalk);
    const record = recordOf(log, 'b');
    const tries = new Tries();
    for (const [at, event] of record.events.entries()) {
      const act = actOf(event.fact);
      if (event.hash === null || !act) continue;
      for (const [index, claimed] of Act.options.entries()) {
        // Each act at some places, and each place with some acts: all of them takes long.
        if (claimed === act || claimed === 'postpone' || (at + index) % 4 > 0) continue;
        const events = record.events.with(at, { ...event, fact: { type: pastOf[claimed] } });
        const read = await readBack({ ...record, events });
        tries.note(`${act} at ${at} as ${claimed}`, read.ok && read.value.intact);
      }
    }
    expect(tries.told(name)).toEqual([]);
  });

  it('are not shown when a partner sealed another kind than the act has', async () => {
    const before = await played(null, ...upToSend);
    const tries = new Tries();
    for (const words of every) {
      const log = await after(before, 'a', { type: 'send' }, words);
      const kind: WordsKind = words.kind;
      const read = await readBack(recordOf(log, 'b'));
      if (!read.ok) throw new Error(read.reason);
      const line = read.value.lines.at(-1);
      if (kind === acts.send.words) {
        expect(line?.content).toEqual(words);
        expect(read.value.intact).toBe(true);
      } else tries.note(kind, read.value.intact || line?.content.kind !== 'gap');
    }
    expect(tries.tried).toBe(3);
    expect(tries.told(name)).toEqual([]);
  });
});
