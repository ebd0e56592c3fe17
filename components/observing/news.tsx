'use client';

import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useHere } from '#components/room/here.tsx';
import type { SessionSnapshot } from '#lib/client/snapshot.ts';
import { cueAtHand } from './cue-at-hand.ts';
import { useCueWords } from './use-cue-words.ts';
import { useKnock } from './use-knock.ts';
import { goneOf, nameAt, watchingOf } from './watching.ts';

/** Tells who does not see the screen what changes about somebody who waits or watches, once. */
export function ObserverNews({ session }: { session: SessionSnapshot | null }) {
  const news = useNews(session);
  const [said, setSaid] = useState('');
  const former = useRef<readonly string[]>([]);
  // Said after it stands: a screen reader tells what changes in a region, not what came with it.
  useEffect(() => {
    const changed = news.filter((line) => line !== '' && !former.current.includes(line));
    former.current = news;
    if (changed.length > 0) setSaid(changed.join(' '));
  });
  return (
    <p role="status" className="visually-hidden">
      {said}
    </p>
  );
}

function useNews(session: SessionSnapshot | null): readonly string[] {
  const t = useTranslations('observing');
  const { view, snapshot, you, partnerName: partner } = useHere();
  const words = useCueWords();
  const knock = useKnock();
  const watching = watchingOf(view, session);
  // Between two talks nothing but this page remembers who was in.
  const [was, setWas] = useState('');
  if (watching && watching.name !== was) setWas(watching.name);
  const left = was && !session ? { name: was } : null;
  const gone = watching ? null : (goneOf(session) ?? left);
  const cue = session && cueAtHand(session, you);
  const read = cue && words(cue, { name: nameAt(session.lines, cue.seq), you, partner });
  const request = session?.state.status === 'running' ? session.state.request : null;
  const sees = watching ? t(`lens.${watching.lens}.sees`) : '';
  return [
    knock ?? '',
    watching?.inTalk ? t('bar.entered', { name: watching.name, sees }) : '',
    watching && !watching.inTalk ? t('bar.inside', watching) : '',
    session?.pending?.move.type === 'revoke' && watching
      ? t(snapshot.connection === 'online' ? 'bar.going' : 'bar.goingOffline', {
          name: watching.name,
          partner,
        })
      : '',
    gone ? `${t('bar.gone', gone)}. ${t('bar.goneAbout', gone)}` : '',
    read ? `${read.from}: ${read.text ?? ''}` : '',
    request && watching
      ? t(request.kind === 'pause' ? 'request.pause' : 'request.asked', watching)
      : '',
  ];
}
