import fc from 'fast-check';
import * as v from 'valibot';
import {
  InviteRequest,
  JoinRequest,
  MoveRequest,
  OpenRequest,
  ProposeRequest,
  RetractRequest,
  WithdrawRequest,
  WritingRequest,
} from '#lib/protocol.ts';
import { fresh } from '#tests/contract/database-file.ts';

const schemas = {
  'exercise:propose': ProposeRequest,
  'exercise:retract': RetractRequest,
  'session:open': OpenRequest,
  'session:join': JoinRequest,
  'move:submit': MoveRequest,
  'invitation:make': InviteRequest,
  'invitation:withdraw': WithdrawRequest,
  'presence:writing': WritingRequest,
};
export type RequestName = keyof typeof schemas;
const names = [
  'exercise:propose',
  'exercise:retract',
  'session:open',
  'session:join',
  'move:submit',
  'invitation:make',
  'invitation:withdraw',
  'presence:writing',
] as const satisfies RequestName[];

/** One request of each kind as it should be, for this session. */
export function goodRequests(sessionId: string): Record<RequestName, Record<string, unknown>> {
  const words = { sealed: 'wk1.iv.words', prev: null, hash: fresh.digest() };
  const move = { type: 'time-out', until: 2_000_000_000_000 };
  const exercise = { id: 'mirror-dialogue', version: 1 };
  return {
    'exercise:propose': { exercise, mode: 'written' },
    'exercise:retract': { proposal: { by: 'a', exercise, mode: 'written' } },
    'session:open': { sessionId, moveId: fresh.move(), exercise, mode: 'written' },
    'session:join': { sessionId, after: 0 },
    'move:submit': { sessionId, submission: { moveId: fresh.move(), move, words } },
    'invitation:make': {
      invitationId: fresh.invitation(),
      seat: 'b',
      tokenHash: fresh.digest(),
      wrappedKey: 'wrapped key',
    },
    'invitation:withdraw': { invitationId: fresh.invitation() },
    'presence:writing': { writing: true },
  };
}

const surprising = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(null, '', 0, -1, 1.5, 1e300, [], {}, true, '%', '__proto__', ' '),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.integer({ min: 23, max: 3_000 }).map((length) => 'A'.repeat(length)),
);

/** A request with something wrong in it, and nothing right enough to pass. */
export function badRequest(sessionId: string) {
  const wrong = fc.constantFrom(...names).chain((name) => {
    const good = goodRequests(sessionId)[name];
    const spoilt = fc
      .tuple(pathIn(good), surprising)
      .map(([path, value]) => put(good, path, value));
    const short = pathIn(good).map((path) => put(good, path, undefined));
    const long = fc
      .tuple(pathIn(good, true), fc.constantFrom('extra', 'seat', 'author', 'seq', 'constructor'))
      .map(([path, key]) => put(good, [...path, key], 'unknown'));
    return fc.oneof(spoilt, short, long, surprising).map((request) => ({ name, request }));
  });
  return wrong.filter(({ name, request }) => !v.is(schemas[name], overTheWire(request)));
}

const text = fc.string({ unit: 'binary', maxLength: 200 });
const event = fc.tuple(
  fc.constantFrom(...names, 'disconnect', 'error', '', 'toString'),
  fc.jsonValue(),
);
const packet = fc
  .tuple(
    fc.constantFrom('0', '1', '2', '3', '4', '5', '6'),
    fc.constantFrom('', '1-', '9-', '/admin,'),
  )
  .chain(([type, detail]) =>
    fc
      .oneof(
        event.map((value) => JSON.stringify(value)),
        fc.json(),
        text,
        fc.constant(''),
      )
      .chain((body) =>
        fc
          .oneof(fc.constant(''), fc.nat().map(String), fc.constant('99999999999999999999'))
          .map((id) => `4${type}${detail}${id}${body}`),
      ),
  );

/** Anything that somebody could write into a frame, from noise to almost a request. */
export const badFrame: fc.Arbitrary<string | Uint8Array> = fc.oneof(
  { weight: 5, arbitrary: packet },
  { weight: 2, arbitrary: text },
  { weight: 1, arbitrary: fc.nat(9).chain((type) => text.map((rest) => `${type}${rest}`)) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
);

/** The places in a value: of everything in it, or of objects alone. */
function pathIn(value: unknown, objectsOnly = false): fc.Arbitrary<string[]> {
  return fc.constantFrom(...pathsOf(value, objectsOnly));
}

function pathsOf(value: unknown, objectsOnly: boolean): string[][] {
  if (typeof value !== 'object' || value === null) return objectsOnly ? [] : [[]];
  const inner = Object.entries(value).flatMap(([key, part]) =>
    pathsOf(part, objectsOnly).map((path) => [key, ...path]),
  );
  return [[], ...inner];
}

/** The value with something else at a place; nothing at all when that is undefined. */
function put(value: unknown, [key, ...rest]: readonly string[], other: unknown): unknown {
  if (key === undefined) return other;
  if (typeof value !== 'object' || value === null) return { [key]: other };
  const entries = Object.entries(value);
  const inner = entries.find(([name]) => name === key)?.[1];
  return Object.fromEntries([
    ...entries.filter(([name]) => name !== key),
    [key, put(inner, rest, other)],
  ]);
}

function overTheWire(request: unknown): unknown {
  return request === undefined ? null : JSON.parse(JSON.stringify(request));
}
