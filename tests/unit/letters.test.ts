import { describe, expect, it } from 'vitest';
import { createLetters, type LetterKind } from '#app/letters.ts';

/** How many of so many askings for a mail to one address are answered with one. */
async function sent(
  letters: ReturnType<typeof createLetters>,
  kind: LetterKind,
  from: string,
  times: number,
): Promise<number> {
  let mails = 0;
  for (let time = 0; time < times; time += 1) {
    if (await letters.mayGo({ kind, to: 'an@home.be', from })) mails += 1;
  }
  return mails;
}

describe('The mails that anybody can ask for', () => {
  it('are five of each kind in a while, and none keeps another from leaving', async () => {
    const letters = createLetters();
    expect(await sent(letters, 'link', '10.0.0.1', 20)).toBe(5);
    expect(await sent(letters, 'link', '10.0.0.2', 20)).toBe(0);
    expect(await sent(letters, 'create', '10.0.0.1', 20)).toBe(5);
    expect(await sent(letters, 'reset', '10.0.0.1', 1)).toBe(1);
  });

  it('reset a password for its owner, however often others asked', async () => {
    const letters = createLetters();
    expect(await sent(letters, 'reset', '10.0.0.1', 50)).toBe(7);
    expect(await sent(letters, 'reset', '10.0.0.1', 50)).toBe(0);
    expect(await sent(letters, 'reset', '10.0.0.2', 50)).toBe(2);
    expect(await letters.mayGo({ kind: 'reset', to: 'bo@home.be', from: '10.0.0.1' })).toBe(true);
  });
});
