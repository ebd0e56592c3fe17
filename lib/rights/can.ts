import * as v from 'valibot';
import type { RoomId, UserId } from '#lib/dialogue/id.ts';

/**
 * What somebody is to the server. `therapist`: has an account of that role, with a second factor.
 * `unproved`: has one whose role needs a second factor, and has none yet.
 */
export type Person = 'anonymous' | 'guest' | 'account' | 'therapist' | 'unproved';

/** What somebody is to a room. Whoever left it, or was shown out, is nowhere. */
export const Place = v.picklist(['nowhere', 'partner', 'observer']);
export type Place = v.InferOutput<typeof Place>;

/** Whoever asks for something. */
export interface Actor {
  userId: UserId | null;
  person: Person;
  /** The rooms in which they are something. */
  places: ReadonlyMap<RoomId, Exclude<Place, 'nowhere'>>;
}

/** Somebody of whom nothing is known. */
export const nobody: Actor = { userId: null, person: 'anonymous', places: new Map() };

const everybody: readonly Person[] = ['anonymous', 'guest', 'account', 'therapist', 'unproved'];
const owners: readonly Person[] = ['account', 'therapist'];
const seated: readonly Person[] = ['guest', 'account', 'therapist'];

interface Right {
  persons: readonly Person[];
  /** Null: it is not about a room. */
  places: readonly Place[] | null;
}

const open: Right = { persons: everybody, places: null };
const own: Right = { persons: owners, places: null };
/** What someone must be able to do before anything else is allowed. */
const settingUp: Right = { persons: ['account', 'therapist', 'unproved'], places: null };
const partners: Right = { persons: seated, places: ['partner'] };
/** Rule O1: only whom both let in, and only for as long. */
const observers: Right = { persons: ['therapist'], places: ['observer'] };
const therapists: Right = { persons: ['therapist'], places: null };

/** Everything that can be asked of the server, and of whom it takes it. The one place where that stands. */
const rights = {
  'invitation:ask': open,
  'entry:guest': { persons: ['anonymous', 'guest', 'account', 'therapist'], places: null },
  'account:sign-in': open,
  'account:create': open,
  'account:reset': open,
  'account:read': settingUp,
  'account:second-factor': settingUp,
  'account:change': own,
  'account:delete': settingUp,
  'auth-session:end': settingUp,
  'auth-session:here': settingUp,
  'guest:forget': { persons: ['guest'], places: null },
  'room:enter': partners,
  'exercise:propose': partners,
  'exercise:retract': partners,
  'session:open': partners,
  'session:join': partners,
  'move:submit': partners,
  'invitation:make': partners,
  'invitation:withdraw': partners,
  'presence:writing': partners,
  'room:list': partners,
  'transcript:read': partners,
  'keys:exchange': partners,
  'keys:help': partners,
  'record:read': partners,
  'retention:set': partners,
  'export:agree': partners,
  'room:leave': partners,
  'observation:tend': partners,
  'observation:attend': therapists,
  'observation:watch': observers,
  'observer:act': observers,
  'exercise:suggest': observers,
  'desk:use': therapists,
} as const satisfies Record<string, Right>;

export type Action = keyof typeof rights;

/** All actions, for whoever goes through the whole table. */
export const actions: readonly Action[] = v.parse(
  v.array(v.custom<Action>((name) => typeof name === 'string' && name in rights)),
  Object.keys(rights),
);

/** Whether this actor may do this; about a room, in that room. */
export function can(actor: Actor, action: Action, roomId?: RoomId): boolean {
  const { persons, places }: Right = rights[action];
  if (!persons.includes(actor.person)) return false;
  if (places === null) return true;
  const place = roomId === undefined ? 'nowhere' : (actor.places.get(roomId) ?? 'nowhere');
  return places.includes(place);
}
