/** Fingers walk these in either direction: rows and columns of QWERTY and AZERTY, and what all count by. */
const walks = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  ...['qwertyuiop', 'asdfghjkl', 'zxcvbnm', '!@#$%^&*()'],
  ...['1qaz', '2wsx', '3edc', '4rfv', '5tgb', '6yhn', '7ujm', '8ik', '9ol', '!qaz', '@wsx', '#edc'],
  ...['azertyuiop', 'qsdfghjklm', 'wxcvbn', '&é"\'(§è!çà'],
  ...['1aqw', '2zsx', '3edc', '4rfv', '5tgb', '6yhn', '7ujm'],
  ...['147', '258', '369', '159', '357', '753', '951'],
];
const backwards = walks.map((walk) => [...walk].reverse().join(''));
const paths = [...walks, ...backwards];

/** The shortest piece that is a run rather than chance. */
const least = 3;

/** The longest piece of `text` from `from` on that repeats one character or walks a keyboard: 0 for none. */
export function runAt(text: string, from: number): number {
  let end = from + 1;
  while (end < text.length && text[end] === text[from]) end += 1;
  if (end - from >= least) return end - from;
  end = from + least;
  while (end <= text.length && paths.some((path) => path.includes(text.slice(from, end)))) end += 1;
  const length = end - 1 - from;
  return length >= least ? length : 0;
}
