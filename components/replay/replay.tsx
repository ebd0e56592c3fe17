'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useOutElsewhere } from '#components/account/use-out-elsewhere.ts';
import type { RoomId, SessionId } from '#lib/dialogue/id.ts';
import { Header } from './header.tsx';
import { Notices } from './notices.tsx';
import { Player } from './player.tsx';
import styles from './replay.module.css';
import { ReplayingProvider } from './replaying.tsx';
import type { MoveOverWords } from './rights/has-happened.ts';
import { RightsProvider } from './rights/rights.tsx';
import { Shut } from './shut.tsx';
import { useRecording } from './use-recording.ts';

interface Props {
  roomId: RoomId;
  sessionId: SessionId;
}

/** Looks back at one session. Only reads; a move over the words opens a connection of its own. */
export function Replay(props: Props) {
  const t = useTranslations('replay.done');
  const [done, setDone] = useState<MoveOverWords | null>(null);
  useOutElsewhere();

  // What was pressed is gone with what it did: the focus goes to what stands in its place.
  useEffect(() => {
    if (!done) return;
    const [first, ...more] = done.type === 'erase' ? done.seqs : [];
    const one = first !== undefined && more.length === 0;
    const places = ['shut', one ? `line-${first}` : done.type === 'erase' ? 'transcript' : 'words'];
    const focus = () =>
      places
        .map((id) => document.getElementById(id))
        .find((place) => place)
        ?.focus();
    // After the dialog has given the focus back.
    const frame = requestAnimationFrame(focus);
    return () => cancelAnimationFrame(frame);
  }, [done]);

  return (
    <>
      <Looking {...props} onDone={setDone} />
      <p role="status" className="visually-hidden">
        {done && t(done.type === 'keep' ? (done.keep ? 'kept' : 'gone') : done.type)}
      </p>
    </>
  );
}

function Looking({ roomId, sessionId, onDone }: Props & { onDone(move: MoveOverWords): void }) {
  const t = useTranslations('replay.shut');
  const common = useTranslations('common');
  const { opened, retry, show } = useRecording(roomId, sessionId);

  if (!opened) {
    return (
      <main id="content" className="page">
        <p role="status" className="soft">
          {t('opening')}
        </p>
      </main>
    );
  }
  if (!opened.ok) {
    return (
      <Shut roomId={roomId} title={t(`${opened.reason}.title`)} body={t(`${opened.reason}.body`)}>
        {opened.reason !== 'not-found' && (
          <button type="button" className="button button-primary" onClick={retry}>
            {common('retry')}
          </button>
        )}
      </Shut>
    );
  }
  const recording = opened.value;
  const { state, intact } = recording;
  if (state.status === 'ended' && state.words === 'gone') {
    return <Shut roomId={roomId} title={t('gone.title')} body={t('gone.body')} />;
  }
  // A log that breaks off looks as if it were going on.
  if (state.status !== 'ended' && intact) {
    return <Shut roomId={roomId} title={t('going.title')} body={t('going.body')} />;
  }
  return (
    <ReplayingProvider recording={recording}>
      <RightsProvider onRead={show} onDone={onDone}>
        <main id="content" className={`page ${styles.replay}`}>
          <Header />
          <Notices />
          <Player />
        </main>
      </RightsProvider>
    </ReplayingProvider>
  );
}
