/** About half a minute of talking: what most people can still give back at once. */
const mostWords = 70;

/**
 * Whether a text is too long to hold in mind. What gives back a long story may be as long as the
 * story itself, for its hearer knows it already.
 */
export function isTooLong(text: string, heard: readonly string[]): boolean {
  return count(text) > Math.max(mostWords, count(heard.join(' ')));
}

function count(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}
