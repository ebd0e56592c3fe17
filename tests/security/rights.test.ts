import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { UserId } from '#lib/dialogue/id.ts';
import { type Action, type Actor, actions, can, type Person, Place } from '#lib/rights/can.ts';
import { newRoomId } from '#lib/vault/new-id.ts';
import { Tries } from '#tests/support/tally.ts';

const persons: readonly Person[] = ['anonymous', 'guest', 'account', 'therapist', 'unproved'];
/** Where somebody may be something while they are nothing here. */
const roomId = newRoomId();
const another = newRoomId();

/**
 * Who may do what, written by hand: a line for each action, with everybody who may. `*` anywhere; else in
 * what place: `guest@partner` is a guest who sits in the room.
 */
const allowed: Readonly<Record<string, string>> = {
  'invitation:ask': 'anonymous* guest* account* therapist* unproved*',
  'entry:guest': 'anonymous* guest* account* therapist*',
  'account:sign-in': 'anonymous* guest* account* therapist* unproved*',
  'account:create': 'anonymous* guest* account* therapist* unproved*',
  'account:reset': 'anonymous* guest* account* therapist* unproved*',
  'account:read': 'account* therapist* unproved*',
  'account:second-factor': 'account* therapist* unproved*',
  'account:change': 'account* therapist*',
  'account:delete': 'account* therapist* unproved*',
  'auth-session:end': 'account* therapist* unproved*',
  'auth-session:here': 'account* therapist* unproved*',
  'guest:forget': 'guest*',
  'room:enter': 'guest@partner account@partner therapist@partner',
  'exercise:propose': 'guest@partner account@partner therapist@partner',
  'exercise:retract': 'guest@partner account@partner therapist@partner',
  'session:open': 'guest@partner account@partner therapist@partner',
  'session:join': 'guest@partner account@partner therapist@partner',
  'move:submit': 'guest@partner account@partner therapist@partner',
  'invitation:make': 'guest@partner account@partner therapist@partner',
  'invitation:withdraw': 'guest@partner account@partner therapist@partner',
  'presence:writing': 'guest@partner account@partner therapist@partner',
  'room:list': 'guest@partner account@partner therapist@partner',
  'transcript:read': 'guest@partner account@partner therapist@partner',
  'keys:exchange': 'guest@partner account@partner therapist@partner',
  'keys:help': 'guest@partner account@partner therapist@partner',
  'record:read': 'guest@partner account@partner therapist@partner',
  'retention:set': 'guest@partner account@partner therapist@partner',
  'export:agree': 'guest@partner account@partner therapist@partner',
  'room:leave': 'guest@partner account@partner therapist@partner',
  'observation:tend': 'guest@partner account@partner therapist@partner',
  'observation:attend': 'therapist*',
  'observation:watch': 'therapist@observer',
  'observer:act': 'therapist@observer',
  'exercise:suggest': 'therapist@observer',
  'desk:use': 'therapist*',
};

function mayBe(action: Action, person: Person, place: Place): boolean {
  const entries = (allowed[action] ?? '').split(' ');
  return entries.includes(`${person}*`) || entries.includes(`${person}@${place}`);
}

/** Somebody who is this here, and a partner in another room. */
function actorOf(person: Person, place: Place): Actor {
  const userId = person === 'anonymous' ? null : v.parse(UserId, 'user'.padEnd(22, '_'));
  const here = place === 'nowhere' ? [] : [[roomId, place] as const];
  return { userId, person, places: new Map([[another, 'partner'], ...here]) };
}

describe('The one function that decides', () => {
  it('knows these actions and no other', () => {
    expect([...actions].sort()).toEqual(Object.keys(allowed).sort());
  });

  it.each(actions)(
    'says of %s, of everybody and in every place, what stands in the table',
    (action) => {
      const tries = new Tries();
      const found: Record<string, boolean> = {};
      const expected: Record<string, boolean> = {};
      for (const person of persons) {
        for (const place of Place.options) {
          const cell = `${person} ${place}`;
          found[cell] = can(actorOf(person, place), action, roomId);
          expected[cell] = mayBe(action, person, place);
          tries.note(cell, found[cell] !== expected[cell]);
        }
        // About no room at all nobody is a partner, or an observer.
        found[`${person}, no room`] =
          can(actorOf(person, 'partner'), action) || can(actorOf(person, 'observer'), action);
        expected[`${person}, no room`] = mayBe(action, person, 'nowhere');
      }
      tries.told('matrix-cells');
      expect(found).toEqual(expected);
    },
  );
});
