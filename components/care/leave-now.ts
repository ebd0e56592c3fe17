import type { Refuge } from '#lib/care/refuge.ts';

/**
 * Takes the page off the screen at once and goes elsewhere, in the place of this page in the tab's
 * history. The network may be slow, so the screen does not wait for it.
 */
export function leaveNow({ name, url }: Refuge): void {
  document.body.remove();
  document.title = name;
  location.replace(url);
}
