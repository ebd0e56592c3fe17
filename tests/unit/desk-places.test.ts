import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { momentOf } from '#components/desk/appointments/moment-of.ts';
import { isOver, upcoming } from '#components/desk/appointments/upcoming.ts';
import { drafted, mostCues, moved, readyCues, withReady } from '#components/desk/cues/cue-draft.ts';
import { sessionsOf } from '#components/desk/notes/sessions-of.ts';
import { spread } from '#components/desk/spread.ts';
import { addressOf, type Place, placeIn } from '#components/desk/use-place.ts';
import { newDeskItemId, type OpenedDesk } from '#lib/client/desk.ts';
import type { Desk } from '#lib/desk.ts';
import { ObservationId } from '#lib/dialogue/id.ts';
import { CaseId } from '#lib/observation.ts';
import { newId, newRoomId } from '#lib/vault/new-id.ts';

const caseId = v.parse(CaseId, newId());
const observation = v.parse(ObservationId, newId());
const now = new Date(2026, 10, 26, 10, 0).getTime();

describe('A date and a time', () => {
  it('are the moment that they name where she is', () => {
    const moment = momentOf('2026-12-03', '14:30', now);
    expect(moment).toEqual({ ok: true, value: new Date(2026, 11, 3, 14, 30).getTime() });
  });

  it.each([
    ['', '14:30', 'noDate'],
    ['2026-02-31', '14:30', 'noDate'],
    ['2026-12-03', '', 'noTime'],
    ['2026-11-26', '10:00', 'past'],
    ['2025-12-03', '14:30', 'past'],
    ['20261-12-03', '14:30', 'far'],
  ])('say what is wrong with %s %s', (date, time, reason) => {
    expect(momentOf(date, time, now)).toEqual({ ok: false, reason });
  });

  it('are no moment in the hour that the clock jumps over', () => {
    const before = process.env['TZ'];
    process.env['TZ'] = 'Europe/Brussels';
    try {
      const spring = { ok: false, reason: 'skipped' };
      expect(momentOf('2027-03-28', '02:30', now)).toEqual(spring);
      expect(momentOf('2027-03-28', '03:30', now).ok).toBe(true);
    } finally {
      process.env['TZ'] = before;
    }
  });
});

describe('Appointments', () => {
  const appointment = (at: number, cancelledAt: number | null = null) => ({
    id: newId(),
    caseId,
    at,
    minutes: 60,
    cancelledAt,
  });

  it('come in their order, without those that are off or over', () => {
    const [soon, later] = [appointment(now + 1), appointment(now + 2)];
    const off = appointment(now + 1, now);
    expect(upcoming([later, off, appointment(now - 7_200_000), soon], now)).toEqual([soon, later]);
  });

  it('are not over while they last', () => {
    expect(isOver(appointment(now - 59 * 60_000), now)).toBe(false);
    expect(isOver(appointment(now - 60 * 60_000), now)).toBe(true);
  });
});

describe('A list of cues', () => {
  const list = readyCues.map(drafted);
  const [first, second] = list;
  if (!first || !second) throw new Error('No ready cues');

  it('can be put in another order, and stays as it is at either end', () => {
    expect(moved(list, first.key, 1).slice(0, 2)).toEqual([second, first]);
    expect(moved(list, first.key, -1)).toEqual(list);
    expect(moved(list, list.at(-1)?.key ?? 0, 1)).toEqual(list);
  });

  it('gets back the ready ones that are missing, as far as there is room', () => {
    const without = list.slice(1);
    expect(withReady(without).map(({ cue }) => cue)).toContainEqual(first.cue);
    expect(withReady(list)).toEqual(list);
    const own = Array.from({ length: mostCues }, () => drafted({ kind: 'own', text: 'x' }));
    expect(withReady(own)).toEqual(own);
  });
});

describe('A place on the desk', () => {
  const places: readonly Place[] = [
    { at: 'overview' },
    { at: 'cues' },
    { at: 'profile' },
    { at: 'take', caseId: null },
    { at: 'take', caseId },
    { at: 'case', caseId },
  ];
  it('is found again by its address', () => {
    for (const place of places) expect(placeIn(addressOf(place))).toEqual(place);
  });

  it('is none that something else named', () => {
    for (const other of ['#content', '#case.', '#case.x', '#cues.x', '#nowhere']) {
      expect(placeIn(other)).toBeNull();
    }
  });
});

describe('What lies on the desk', () => {
  const note = (of: CaseId, at: number, about: typeof observation | null = observation) => ({
    id: newDeskItemId(),
    changedAt: at,
    kind: 'note' as const,
    text: `note ${at}`,
    caseId: of,
    observation: about,
    seq: null,
    phase: null,
    at,
  });
  const gone = v.parse(CaseId, newId());
  const desk: Desk = {
    profile: null,
    verified: false,
    waiting: [],
    items: [],
    cases: [
      {
        id: caseId,
        roomId: newRoomId(),
        since: 1,
        endedAt: null,
        watched: [{ observation, admittedAt: 1, endedAt: 2 }],
        homework: [],
        appointments: [],
      },
    ],
  };
  const label = {
    id: newDeskItemId(),
    changedAt: 1,
    kind: 'case' as const,
    caseId: gone,
    label: 'B & T',
    caseKey: null,
    epoch: 1,
  };
  const opened: OpenedDesk = {
    notes: [note(gone, 9), note(caseId, 5), note(caseId, 4, null), note(caseId, 3)],
    cases: new Map([[gone, label]]),
    cues: null,
    unreadable: 0,
  };

  it('stands with the couple it belongs to, also when the room is no more', () => {
    const { cases } = spread(desk, opened);
    expect(cases.map(({ id, standing, label: name }) => ({ id, standing, name }))).toEqual([
      { id: caseId, standing: 'open', name: null },
      { id: gone, standing: 'gone', name: 'B & T' },
    ]);
    expect(cases.map(({ notes }) => notes.map(({ at }) => at))).toEqual([[3, 4, 5], [9]]);
  });

  it('is a note of the session it was written at, or of none that is known', () => {
    const [one, other] = spread(desk, opened).cases;
    if (!one || !other) throw new Error('Two couples are needed');
    const shape = (of: typeof one) =>
      sessionsOf(of).map(({ watchedAt, notes }) => [watchedAt, notes.map(({ at }) => at)]);
    expect(shape(one)).toEqual([
      [1, [3, 5]],
      [null, [4]],
    ]);
    expect(shape(other)).toEqual([[null, [9]]]);
  });
});
