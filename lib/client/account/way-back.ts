const mark = 'to=';

/** Segments of plain characters only: no host, no query and no fragment can stand in it. */
const place = /^(?:\/[\w-]+)+$/;

/**
 * Where to go afterwards, from the fragment `#to=<path>` of the address; null when it names no place on this very
 * site. Never throws.
 */
export function readWayBack(fragment: string): string | null {
  const text = fragment.replace(/^#/, '');
  const path = text.startsWith(mark) ? text.slice(mark.length) : '';
  return place.test(path) ? path : null;
}
