import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { Throttle, type Trier, type Try } from '#lib/credentials/throttle.ts';

const second = 1_000;
const hour = 3_600 * second;

const stranger = (address = '192.0.2.1'): Trier => ({
  target: 'an@home.be',
  device: null,
  address,
});
const owner: Trier = { target: 'an@home.be', device: 'her browser', address: '192.0.2.9' };

function passed(answer: Try | { wait: number }): answer is Try {
  return 'succeeded' in answer;
}

beforeEach(() => {
  vi.useFakeTimers();
  onTestFinished(() => {
    vi.useRealTimers();
  });
});

describe('Guessing', () => {
  it('gets through at most 20 times in an hour, however often it is tried (1,000)', async () => {
    const throttle = new Throttle();
    let verified = 0;
    for (let tried = 0; tried < 1_000; tried += 1) {
      // From another address each time, so that only the account holds it back.
      if (passed(await throttle.admit(stranger(`192.0.2.${tried}`)))) verified += 1;
      vi.advanceTimersByTime(hour / 1_000);
    }
    expect(verified).toBeGreaterThan(5);
    expect(verified).toBeLessThanOrEqual(20);
  });

  it('is told how long to wait: twice as long each time, and never more than a quarter of an hour', async () => {
    const throttle = new Throttle();
    const waits: number[] = [];
    for (let failures = 0; failures < 14; failures += 1) {
      expect(passed(await throttle.admit(stranger()))).toBe(true);
      const answer = await throttle.admit(stranger());
      if (passed(answer)) throw new Error('Let through too soon');
      waits.push(answer.wait);
      vi.advanceTimersByTime(answer.wait * second);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900, 900]);
  });

  it('is let through once, when many try at once', async () => {
    const throttle = new Throttle();
    const answers = await Promise.all(Array.from({ length: 50 }, () => throttle.admit(stranger())));
    expect(answers.filter(passed)).toHaveLength(1);
  });

  it('from one address is held back whatever it tries', async () => {
    const throttle = new Throttle();
    const answers = await Promise.all(
      Array.from({ length: 300 }, (_, at) =>
        throttle.admit({ ...stranger(), target: `somebody${at}@home.be` }),
      ),
    );
    expect(answers.filter(passed)).toHaveLength(100);
    const other = { ...stranger('192.0.2.2'), target: 'somebody-else@home.be' };
    expect(passed(await throttle.admit(other))).toBe(true);
  });
});

describe('The owner', () => {
  it('gets in at once with a browser that is known, whatever others do', async () => {
    const throttle = new Throttle();
    for (let tried = 0; tried < 500; tried += 1) {
      await throttle.admit(stranger(owner.address));
      vi.advanceTimersByTime(second);
    }
    expect(passed(await throttle.admit(stranger(owner.address)))).toBe(false);
    expect(passed(await throttle.admit(owner))).toBe(true);
  });

  it('waits a second after one mistake, and for nothing after getting it right', async () => {
    const throttle = new Throttle();
    await throttle.admit(owner);
    vi.advanceTimersByTime(second);
    const again = await throttle.admit(owner);
    if (!passed(again)) throw new Error('Held back');
    await again.succeeded();
    expect(passed(await throttle.admit(owner))).toBe(true);
  });

  it('is not slowed down for having signed in often', async () => {
    const throttle = new Throttle();
    for (let times = 0; times < 300; times += 1) {
      const answer = await throttle.admit(stranger());
      if (!passed(answer)) throw new Error(`Held back after ${times} times`);
      await answer.succeeded();
    }
  });
});
