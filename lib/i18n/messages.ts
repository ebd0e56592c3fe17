import compile from 'icu-minify/compile';
import { en } from './en.ts';
import type { Language } from './language.ts';
import { type Messages, type Namespace, nl } from './nl.ts';
import type { Translation } from './translation.ts';

const sources: Readonly<Record<Language, Translation<Messages>>> = { nl, en };
const compiled = new Map<string, unknown>();

/**
 * The messages of these namespaces, compiled so that a browser needs no parser. For server code only:
 * the compiler is large.
 */
export function messagesFor<Name extends Namespace>(
  language: Language,
  names: readonly Name[],
): Pick<Messages, Name>;
// use-intl gives compiled messages the type of their sources; the signature above is where that happens.
export function messagesFor(language: Language, names: readonly Namespace[]): object {
  return Object.fromEntries(names.map((name) => [name, namespaceOf(language, name)]));
}

function namespaceOf(language: Language, name: Namespace): unknown {
  const key = `${language}.${name}`;
  if (!compiled.has(key)) compiled.set(key, compileNode(sources[language][name]));
  return compiled.get(key);
}

function compileNode(node: unknown): unknown {
  // Through JSON because the compiler makes objects without a prototype, which React does not pass on.
  if (typeof node === 'string') return JSON.parse(JSON.stringify(compile(node)));
  if (typeof node !== 'object' || node === null)
    throw new Error('A message is a sentence or a tree');
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, compileNode(value)]));
}
