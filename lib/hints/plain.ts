/** A text without capitals, accents and curls, so that a phrase is found however it was typed. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’`´]/g, "'")
    .replace(/[“”„«»]/g, '"');
}

const doubleQuoted = /"[^"]*"/g;
const singleQuoted = /(?<![\p{L}\p{N}])'[^']*'(?![\p{L}\p{N}])/gu;
const announced = /\b(zei|zegt|zeggen|riep|say|said|says)\b[a-z' ]{0,30}: [^.!?\n]*/g;

/** A plain text without the words of others that it quotes: they are not the author's. */
export function withoutQuotes(text: string): string {
  return text.replace(doubleQuoted, ' … ').replace(singleQuoted, ' … ').replace(announced, '$1');
}
