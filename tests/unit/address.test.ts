import { describe, expect, it } from 'vitest';
import { addressOf } from '#lib/address.ts';

describe('Where a request comes from', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['64:ff9b::192.0.2.1', '64:ff9b:0:0::/64'],
    [undefined, 'unknown'],
    ['', 'unknown'],
  ])('is for %s counted as %s', (peer, counted) => {
    expect(addressOf(peer, undefined, 0)).toBe(counted);
  });

  it('is not what somebody claims, but what so many proxies of our own saw', () => {
    const claim = '198.51.100.1, 203.0.113.7';
    expect(addressOf('192.0.2.1', claim, 0)).toBe('192.0.2.1');
    expect(addressOf('192.0.2.1', claim, 1)).toBe('203.0.113.7');
    expect(addressOf('192.0.2.1', claim, 2)).toBe('198.51.100.1');
    expect(addressOf('192.0.2.1', ['198.51.100.1', '203.0.113.7'], 1)).toBe('203.0.113.7');
    expect(addressOf('192.0.2.1', '[2001:db8::5]', 1)).toBe('2001:db8:0:0::/64');
  });

  it('is the other end of the connection when what is claimed is no address', () => {
    for (const claim of ['', 'unknown', 'evil, <script>', '1.2.3.4:80', ',,,', '999.1.1.1']) {
      expect(addressOf('192.0.2.1', claim, 1)).toBe('192.0.2.1');
    }
  });
});
