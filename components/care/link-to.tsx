import type { ReactNode } from 'react';

/** Wraps words of a message in a link to another site, which is not told where it was followed from. */
export function linkTo(url: string) {
  return (words: ReactNode) => (
    <a href={url} rel="noreferrer">
      {words}
    </a>
  );
}
