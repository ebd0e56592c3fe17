/**
 * Lets words of one meaning share a root, so that 'afraid' gives back 'scared'.
 * @param stem gives a word the form that it shares with its inflections
 * @param stop the words that say little by themselves
 * @param kin groups of words, with spaces between, that mean nearly the same
 * @returns the root of a plain word, or null for a word that says little
 */
export function rootsWith(
  stem: (word: string) => string,
  stop: ReadonlySet<string>,
  kin: readonly string[],
): (word: string) => string | null {
  const heads = new Map(
    kin.flatMap((group) => {
      const stems = group.split(' ').map(stem);
      return stems.map((one): [string, string] => [one, stems[0] ?? one]);
    }),
  );
  return (word) => {
    const bare = word.replaceAll("'", '');
    if (bare.length < 2 || stop.has(word) || stop.has(bare)) return null;
    const stemmed = stem(bare);
    return heads.get(stemmed) ?? stemmed;
  };
}
