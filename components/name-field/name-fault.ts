/** What keeps a name from being used. The seal on a name (lib/vault/name.ts) holds the same bounds. */
export type NameFault = 'empty' | 'long';

const longest = 40;

/** Judges a name as typed; null when it will do. */
export function nameFault(name: string): NameFault | null {
  const characters = [...name.normalize().trim()].length;
  if (characters === 0) return 'empty';
  return characters > longest ? 'long' : null;
}
