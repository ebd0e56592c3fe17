'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { EntranceRefusal, OpenInvitation } from '#lib/client/entrance.ts';

/** How it stands with the invitation in the address this page was opened with. */
export type Standing =
  | { at: 'reading' }
  | { at: 'missing' }
  | { at: 'open'; invitation: OpenInvitation }
  | { at: 'refused'; reason: EntranceRefusal };

const wipe = () => history.replaceState(null, '', location.pathname);

/** Reads the invitation once and wipes it from the address; from then on it is only in memory. */
export function useInvitation() {
  const router = useRouter();
  const fragment = useRef('');
  const [standing, setStanding] = useState<Standing>({ at: 'reading' });

  const refuse = useCallback((reason: EntranceRefusal) => {
    setStanding({ at: 'refused', reason });
  }, []);

  const ask = useCallback(async () => {
    const asked = fragment.current;
    setStanding(asked === '' ? { at: 'missing' } : { at: 'reading' });
    if (asked === '') return;
    const read = await import('#lib/client/entrance.ts')
      .then(({ readInvitation }) => readInvitation(asked))
      .catch(() => null);
    // Another link was opened in this tab meanwhile; its own answer counts.
    if (asked !== fragment.current) return;
    if (!read?.ok) return refuse(read?.reason ?? 'no-answer');
    const invitation = read.value;
    if ('seatedIn' in invitation) router.replace(`/room/${invitation.seatedIn}`);
    else setStanding({ at: 'open', invitation });
  }, [refuse, router]);

  useEffect(() => {
    const take = () => {
      if (location.hash.length > 1) {
        fragment.current = location.hash.slice(1);
        wipe();
        // On the first page Next listens to this only once all effects have run; a later refresh
        // would put the address back as Next knew it.
        queueMicrotask(wipe);
      }
      void ask();
    };
    take();
    // A second link pasted in the same tab changes only the fragment, and loads no page.
    addEventListener('hashchange', take);
    return () => removeEventListener('hashchange', take);
  }, [ask]);

  return { standing, retry: ask, refuse };
}
