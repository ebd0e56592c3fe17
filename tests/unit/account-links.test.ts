import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTicket } from '#lib/client/account/ticket-link.ts';
import { readWayBack } from '#lib/client/account/way-back.ts';

const ticket = 'A'.repeat(42).concat('g');

describe('the ticket in a link', () => {
  it.each([
    ['create', `v1.${ticket}`],
    ['reset', `#v1.${ticket}`],
    ['link', `#v1.link.${ticket}`],
    ['link', ` #v1.link.${ticket}>. `],
  ] as const)('for %s is read from %j', (purpose, fragment) => {
    expect(readTicket(fragment, purpose)).toBe(ticket);
  });

  it.each([
    ['reset', `#v1.link.${ticket}`],
    ['create', `#v2.${ticket}`],
    ['create', `#v1.${ticket}A`],
    ['create', `#v1.${ticket.slice(1)}`],
    ['link', '#v1.unknown'],
    ['link', ''],
  ] as const)('for %s is not read from %j', (purpose, fragment) => {
    expect(readTicket(fragment, purpose)).toBeNull();
  });
});

describe('the way back after signing in', () => {
  it.each(['/room/AAAAAAAAAAAAAAAAAAAAAA', '/account', '/room/A-_1/replay/B'])(
    'leads to %s',
    (path) => {
      expect(readWayBack(`#to=${path}`)).toBe(path);
    },
  );

  it.each([
    '//elsewhere.example',
    '/\\elsewhere.example',
    'https://elsewhere.example/room/A',
    'javascript:alert(1)',
    '/room/../../x',
    '/room/A?x=1',
    '/room/A#v1.link.x',
    '/room//A',
    '/room/A/',
    '/',
    '',
  ])('does not lead to %j', (path) => {
    expect(readWayBack(`#to=${path}`)).toBeNull();
  });

  it('never leaves the site, whatever stands in the address', () => {
    const here = 'https://weerklank.example';
    fc.assert(
      fc.property(fc.string(), (text) => {
        const path = readWayBack(`#to=${text}`);
        if (path !== null) expect(new URL(path, here).origin).toBe(here);
      }),
      { numRuns: 2_000 },
    );
  });
});
