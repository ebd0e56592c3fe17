import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DialogueEvent } from '#lib/dialogue/event.ts';
import type { SessionId } from '#lib/dialogue/id.ts';
import type { EventStore } from '#lib/event-store.ts';
import { cueAt, eventAt, wordsAt } from './event-arbitrary.ts';

interface Subject {
  store: EventStore;
  /** Makes a session whose log can be written. */
  newSession: () => Promise<SessionId>;
}

/** What every event store keeps to, whatever it stores in. */
export function registerEventStoreContract(name: string, subject: () => Promise<Subject>): void {
  describe(`${name} keeps the contract of an event store`, () => {
    it('gives back what was appended, in order and by pages', async () => {
      const { store, newSession } = await subject();
      const sessionId = await newSession();
      const log = [1, 2, 3, 4, 5].map((seq) => wordsAt(seq));
      for (const event of log) {
        expect(await store.append(sessionId, event)).toEqual({ kind: 'appended', seq: event.seq });
      }
      expect(await store.read(sessionId, 0)).toEqual(log);
      expect(await store.read(sessionId, 2)).toEqual(log.slice(2));
      expect(await store.read(sessionId, 1, 2)).toEqual(log.slice(1, 3));
      expect(await store.read(sessionId, 5)).toEqual([]);
      expect(await store.read(await newSession(), 0)).toEqual([]);
    });

    it('gives back any event exactly as it was', async () => {
      const { store, newSession } = await subject();
      await fc.assert(
        fc.asyncProperty(eventAt(1), async (event) => {
          const sessionId = await newSession();
          await store.append(sessionId, event);
          expect(await store.read(sessionId, 0)).toEqual([event]);
        }),
        { numRuns: 60 },
      );
    });

    it('knows a move again, at whatever place it comes', async () => {
      const { store, newSession } = await subject();
      const sessionId = await newSession();
      const first = wordsAt(1);
      await store.append(sessionId, first);
      const known = { kind: 'known', event: first };
      expect(await store.append(sessionId, first)).toEqual(known);
      expect(await store.append(sessionId, { ...first, seq: 2 })).toEqual(known);
      expect(await store.append(sessionId, { ...first, author: 'b', sealed: 'x' })).toEqual(known);
      expect(await store.read(sessionId, 0)).toEqual([first]);
    });

    it('keeps the moves of sessions apart', async () => {
      const { store, newSession } = await subject();
      const event = wordsAt(1);
      const outcomes = [
        await store.append(await newSession(), event),
        await store.append(await newSession(), event),
      ];
      expect(outcomes.map(({ kind }) => kind)).toEqual(['appended', 'appended']);
    });

    it('lets nothing in at a place that is taken, nor beyond the next', async () => {
      const { store, newSession } = await subject();
      const sessionId = await newSession();
      expect(await store.append(sessionId, wordsAt(2))).toEqual({ kind: 'conflict' });
      const first = wordsAt(1);
      await store.append(sessionId, first);
      expect(await store.append(sessionId, wordsAt(1))).toEqual({ kind: 'conflict' });
      expect(await store.append(sessionId, wordsAt(3))).toEqual({ kind: 'conflict' });
      expect(await store.read(sessionId, 0)).toEqual([first]);
    });

    it('gives a place to one of many moves that want it at once', async () => {
      const { store, newSession } = await subject();
      const sessionId = await newSession();
      const rivals = Array.from({ length: 30 }, () => wordsAt(1));
      const outcomes = await Promise.all(rivals.map((event) => store.append(sessionId, event)));
      const winners = rivals.filter((_, index) => outcomes[index]?.kind === 'appended');
      expect(winners).toHaveLength(1);
      expect(outcomes.filter(({ kind }) => kind === 'conflict')).toHaveLength(29);
      expect(await store.read(sessionId, 0)).toEqual(winners);
    });

    it('stores a move once that is handed in many times at once', async () => {
      const { store, newSession } = await subject();
      const sessionId = await newSession();
      const event = wordsAt(1);
      const outcomes = await Promise.all(
        Array.from({ length: 30 }, () => store.append(sessionId, event)),
      );
      expect(outcomes.filter(({ kind }) => kind === 'appended')).toHaveLength(1);
      expect(outcomes.filter(({ kind }) => kind === 'known')).toHaveLength(29);
      expect(await store.read(sessionId, 0)).toEqual([event]);
    });

    it('loses none of the others when some in a crowd conflict', async () => {
      const { store, newSession } = await subject();
      const sessions = await Promise.all(Array.from({ length: 40 }, newSession));
      const outcomes = await Promise.all(
        sessions.map((sessionId, index) => store.append(sessionId, wordsAt(1 + (index % 2)))),
      );
      for (const [index, sessionId] of sessions.entries()) {
        expect(outcomes[index]?.kind).toBe(index % 2 === 0 ? 'appended' : 'conflict');
        expect(await store.read(sessionId, 0)).toHaveLength(index % 2 === 0 ? 1 : 0);
      }
    });

    it('erases the words that are named and nothing else, as often as asked', async () => {
      const { store, newSession } = await subject();
      const sessionId = await newSession();
      const other = await newSession();
      const log = [1, 2, 3].map((seq) => wordsAt(seq));
      for (const event of log) await store.append(sessionId, event);
      await store.append(other, wordsAt(1));
      const bare = (seqs: readonly number[]) =>
        log.map((event) => (seqs.includes(event.seq) ? { ...event, sealed: null } : event));
      for (const _ of [1, 2]) {
        expect(await store.eraseWords(sessionId, [2, 99])).toEqual({ kind: 'erased' });
        expect(await store.read(sessionId, 0)).toEqual(bare([2]));
      }
      for (const _ of [1, 2]) {
        expect(await store.eraseWords(sessionId, 'all')).toEqual({ kind: 'erased' });
        expect(await store.read(sessionId, 0)).toEqual(bare([1, 2, 3]));
      }
      expect((await store.read(other, 0))[0]?.sealed).toBe('words 1');
      expect(await store.append(sessionId, wordsAt(4))).toEqual({ kind: 'appended', seq: 4 });
    });

    it('keeps a cue as it was given, until all words go', async () => {
      const { store, newSession } = await subject();
      const sessionId = await newSession();
      const log = [wordsAt(1), cueAt(2), wordsAt(3)];
      for (const event of log) await store.append(sessionId, event);
      expect(await store.read(sessionId, 0)).toEqual(log);
      await store.eraseWords(sessionId, [1, 3]);
      expect((await store.read(sessionId, 0)).map(({ sealed }) => sealed)).toEqual([
        null,
        'cue 2',
        null,
      ]);
      await store.eraseWords(sessionId, 'all');
      expect(await store.read(sessionId, 1, 1)).toEqual([
        { ...cueAt(2), moveId: log[1]?.moveId, sealed: null },
      ]);
    });

    it('agrees with a plain list, whatever is asked in whatever order', async () => {
      const { store, newSession } = await subject();
      await fc.assert(
        fc.asyncProperty(fc.array(attempt, { maxLength: 20 }), async (attempts) => {
          const sessionId = await newSession();
          const moveIdOf = moveIds();
          let model: readonly DialogueEvent[] = [];
          for (const { move, ahead } of attempts) {
            const event = { ...wordsAt(placeAt(model, ahead)), moveId: moveIdOf(move) };
            const known = model.find((entry) => entry.moveId === event.moveId);
            const follows = !known && event.seq === model.length + 1;
            if (follows) model = [...model, event];
            expect(await store.append(sessionId, event)).toEqual(
              known
                ? { kind: 'known', event: known }
                : follows
                  ? { kind: 'appended', seq: event.seq }
                  : { kind: 'conflict' },
            );
            expect(await store.read(sessionId, 0)).toEqual(model);
          }
        }),
        { numRuns: 40 },
      );
    });

    it('says of each of many moves at once what the log says of it', async () => {
      const { store, newSession } = await subject();
      const crowd = fc.array(attempt, { minLength: 1, maxLength: 6 });
      await fc.assert(
        fc.asyncProperty(fc.array(crowd, { maxLength: 8 }), async (crowds) => {
          const sessionId = await newSession();
          const moveIdOf = moveIds();
          let log: readonly DialogueEvent[] = [];
          for (const attempts of crowds) {
            const events = attempts.map(({ move, ahead }) => ({
              ...wordsAt(placeAt(log, ahead)),
              moveId: moveIdOf(move),
            }));
            const appends = events.map((event) => store.append(sessionId, event));
            const outcomes = await Promise.all(appends);
            const after = await store.read(sessionId, 0);
            expect(after.slice(0, log.length)).toEqual(log);
            expect(after.map(({ seq }) => seq)).toEqual(after.map((_, index) => index + 1));
            const added: DialogueEvent[] = [];
            for (const [index, outcome] of outcomes.entries()) {
              const event = events[index];
              const placed = after.find((entry) => entry.moveId === event?.moveId);
              if (outcome.kind === 'appended' && event) {
                expect(placed).toEqual(event);
                added.push(event);
              } else if (outcome.kind === 'known') expect(placed).toEqual(outcome.event);
              else expect(outcome).toEqual({ kind: 'conflict' });
            }
            expect(added.toSorted((one, other) => one.seq - other.seq)).toEqual(
              after.slice(log.length),
            );
            log = after;
          }
        }),
        { numRuns: 40 },
      );
    });
  });
}

/** Which of a few moves, and how far from the end of the log it aims. */
const attempt = fc.record({ move: fc.nat(12), ahead: fc.constantFrom(0, 1, 1, 1, 2, 3) });

function placeAt(log: readonly DialogueEvent[], ahead: number): number {
  return Math.max(1, log.length + ahead);
}

function moveIds() {
  const ids = Array.from({ length: 13 }, () => wordsAt(1).moveId);
  return (move: number) => ids[move] ?? wordsAt(1).moveId;
}
