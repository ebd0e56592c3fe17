import { describe, expect, it, vi } from 'vitest';
import { Drafts } from '#lib/client/drafts.ts';
import { memorySafe } from '#lib/vault/memory-safe.ts';

/** A device with the drafts of one session, and how often it was written to. */
function device() {
  const stored = new Map<string, string>();
  const safe = memorySafe(stored);
  const put = vi.spyOn(safe, 'put');
  return { stored, safe, put, drafts: new Drafts(safe, 'draft:session:') };
}

const typed = 'We never see each other in the evening';

/** Types a text key by key, faster than anything can be sealed. */
function type(drafts: Drafts, step: string, text: string): void {
  for (let end = 1; end <= text.length; end += 1) drafts.save(step, text.slice(0, end));
}

describe('Drafts', () => {
  it('are written down at once and once more, however fast somebody types', async () => {
    const { safe, put, drafts } = device();
    type(drafts, 'tell', typed);
    await vi.waitFor(() => expect(put).toHaveBeenCalledTimes(2));
    expect(await safe.get('draft:session:tell:0')).toBe(typed);
    expect(put.mock.calls.map(([, text]) => text)).toEqual(['W', typed]);
  });

  it('are read as they were typed last, also while they are being written down', async () => {
    const { drafts, safe } = device();
    type(drafts, 'tell', typed);
    expect(await drafts.read('tell')).toBe(typed);
    expect(await drafts.read('give-back')).toBe('');
    await vi.waitFor(async () => expect(await safe.get('draft:session:tell:0')).toBe(typed));
    expect(await new Drafts(safe, 'draft:session:').read('tell')).toBe(typed);
  });

  it('go with the answer they were for, and leave alone those for the next time', async () => {
    const { drafts, safe, stored } = device();
    drafts.save('give-back', 'first');
    drafts.answered('give-back');
    expect(await drafts.read('give-back')).toBe('');
    drafts.save('give-back', 'second');
    await vi.waitFor(() => expect(stored.size).toBe(1));

    const reloaded = new Drafts(safe, 'draft:session:');
    reloaded.answered('give-back');
    expect(await reloaded.read('give-back')).toBe('second');
    reloaded.answered('give-back');
    await vi.waitFor(() => expect(stored.size).toBe(0));
  });

  it('are all gone once they are forgotten, also those still being written down', async () => {
    const { drafts, safe, stored } = device();
    drafts.save('tell', 'kept');
    await vi.waitFor(() => expect(stored.size).toBe(1));
    await safe.put('draft:other:tell', 'of another session');
    type(drafts, 'give-back', typed);
    await drafts.forget();
    await vi.waitFor(() => expect([...stored.keys()]).toEqual(['draft:other:tell']));
    expect(await drafts.read('give-back')).toBe('');
  });

  it('go on when the device cannot write', async () => {
    const { drafts, put, stored } = device();
    put.mockRejectedValueOnce(new Error('No room left'));
    drafts.save('tell', 'first');
    drafts.save('tell', 'second');
    await vi.waitFor(() => expect(stored.size).toBe(1));
    expect(await drafts.read('tell')).toBe('second');
  });
});
