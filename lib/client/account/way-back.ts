const mark = 'to=';

/** Segments of plain characters only: no host, no query and no fragment can stand in it. */
const place = /^(?:\/[\w-]+)+$/;

/** The fragment with which a page of the account is told where to go afterwards. */
export function fragmentTo(path: string): string {
  return `#${mark}${path}`;
}

/**
 * Where to go afterwards, from the fragment of the address; null when it names no place on this very
 * site. Never throws.
 */
export function readWayBack(fragment: string): string | null {
  const text = fragment.replace(/^#/, '');
  const path = text.startsWith(mark) ? text.slice(mark.length) : '';
  return place.test(path) ? path : null;
}
