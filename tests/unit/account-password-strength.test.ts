import { dictionary } from '@zxcvbn-ts/language-common';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passwordFaults } from '#lib/account/password-strength.ts';

const email = 'lies.peeters@example.be';
const leaked = dictionary['passwords-common'];
const top = leaked.slice(0, 3_000);

async function takenOf(passwords: readonly string[]): Promise<string[]> {
  const faults = await Promise.all(passwords.map((each) => passwordFaults(each, email)));
  return passwords.filter((_, index) => !faults[index]?.includes('easily-guessed'));
}

describe('a new password', () => {
  it.each([
    'fiets maan kaas dinsdag',
    'correct horse battery staple',
    'wij dansen in de keuken',
    'hJ4#kd92Lq!x',
    'tafelpootverhaal9',
    'Zes rode emmers.',
    'q8w2z5k1m7c3x',
    'ééntje van de straat',
    '密码密碼秘密的门在哪里呢',
    '🌿🌙🔥🍞🚲🎈🧦🪑🥕🦊🌊🧭',
  ])('is taken: %s', async (password) => {
    expect(await passwordFaults(password, email)).toEqual([]);
  });

  it('may be written in any characters, as long as there are 12 to 128', async () => {
    const text = 'Tuinhek zonder slot, maar met een bel. ';
    expect(await passwordFaults(text.slice(0, 11), email)).toEqual(['too-short']);
    expect(await passwordFaults(text.slice(0, 12), email)).toEqual([]);
    const long = Array.from({ length: 130 }, (_, at) => String.fromCodePoint(0x4e00 + 7 * at));
    expect(await passwordFaults(long.slice(0, 128).join(''), email)).toEqual([]);
    expect(await passwordFaults(long.slice(0, 129).join(''), email)).toEqual(['too-long']);
  });

  it('is counted as it is stretched: after NFKC, in characters', async () => {
    const eleven = 'bZk3vQ8p2wé'.normalize('NFD');
    expect(eleven).toHaveLength(12);
    expect(await passwordFaults(eleven, email)).toEqual(['too-short']);
    expect(await passwordFaults('bZk3vQ8p2w\ufb03', email)).toEqual([]);
    expect(await passwordFaults('🌿🌙🔥🍞🚲🎈', email)).toEqual(['too-short']);
  });

  it.each([
    ...['passwordpassword', '123456123456', 'aaaaaaaaaaaa', 'qwertyuiop12', 'azertyuiop123'],
    ...['1qaz2wsx3edc', 'qazwsxedcrfv', 'poiuytrewqlkj', '123456789012', 'abcabcabcabc'],
    ...['welkomwelkom1', 'Wachtwoord123', 'wachtwoord2024!', 'W@chtw00rd!!1', 'Welkom01Welkom01'],
    ...[
      'Weerklank2026',
      'weerklankweerklank',
      'P@ssw0rd12345',
      'Iloveyou2025!',
      'ILOVEYOUILOVEYOU',
    ],
    ...['kerstmis2025!', 'Antwerpen1880', 'ikhouvanjou14022020', 'Zomer2025!!!!', 'x7Kqx7Kqx7Kq'],
    ...[
      '!!!!!!!!!!!!',
      '            ',
      'monkey dragon 1',
      '111222333444',
      'ｐａｓｓｗｏｒｄ１２３４',
    ],
    ...['ClubBrugge1891', 'schatje 14 02 98', 'pássword-2024', '987654321000', '14789632147896'],
  ])('is refused as guessed easily: %s', async (password) => {
    expect(await passwordFaults(password, email)).toEqual(['easily-guessed']);
  });

  it('is refused when it is one of the 3,000 that leaked most, padded until it is long enough', async () => {
    const padded = (word: string) => [
      word.padEnd(12, '1'),
      word.padEnd(12, '!'),
      word.padEnd(12, '123456789'),
      word.padEnd(12, '0'),
      `${word[0]?.toUpperCase()}${word.slice(1)}`.padEnd(12, '12345678'),
      word.repeat(Math.ceil(12 / word.length)),
      word.padStart(12, '1234567890'),
      ...(word.length >= 7 ? [`${word}2024!`, `${word}1987`.padEnd(12, '!')] : [`${word}20242025`]),
    ];
    for (const word of top) expect(await takenOf(padded(word))).toEqual([]);
  });

  it('is refused when it leaked and is long enough to be one here', async () => {
    const long = leaked.filter((each) => each.length >= 12);
    expect(long.length).toBeGreaterThan(300);
    expect(await takenOf(long)).toEqual([]);
    expect(await takenOf(long.map((each) => each.toUpperCase()))).toEqual([]);
  });

  it('is hardly ever refused when it is random', async () => {
    const characters = [...'abcdefghijkmnpqrstuvwxyz23456789'];
    const random = fc.array(fc.constantFrom(...characters), { minLength: 12, maxLength: 12 });
    const words = fc.array(fc.constantFrom(...dictionary['diceware-common']), {
      minLength: 5,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          random.map((some) => some.join('')),
          words.map((some) => some.join(' ')),
        ),
        async (password) => {
          expect(await passwordFaults(password, '')).toEqual([]);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('has nothing of the address in it', async () => {
    const faults = (password: string, address: string) => passwordFaults(password, address);
    expect(await faults('mijn lies.peeters fietst', email)).toEqual(['like-email']);
    expect(await faults('Mijn LIES.PEETERS fietst', email)).toEqual(['like-email']);
    expect(await faults('lies.peeters@example.be', email)).toEqual(['like-email']);
    expect(await faults('mijn lies fietst graag', email)).toEqual([]);
    expect(await faults('een balkon vol bloempotten', 'alk@example.be')).toEqual([]);
    expect(await faults('zonder adres gaat het ook', '')).toEqual([]);
  });

  it('tells all its faults at once, and never throws', async () => {
    expect(await passwordFaults('peeters', 'peeters@example.be')).toEqual([
      'too-short',
      'like-email',
    ]);
    expect(await passwordFaults('', '')).toContain('too-short');
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
        await passwordFaults(text, text);
      }),
    );
  });

  it('is judged within a moment, whatever was pasted', async () => {
    for (const text of [
      'a'.repeat(128),
      'ab'.repeat(64),
      'password'.repeat(16),
      'x'.repeat(1_000_000),
    ]) {
      const began = performance.now();
      await passwordFaults(text, email);
      expect(performance.now() - began).toBeLessThan(500);
    }
  });
});
