'use client';

import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Screen } from '#components/join/screen.tsx';
import { Closed } from '#components/room/closed.tsx';
import { type AskStage, KeyAsker, stepsOver } from '#lib/client/key-help.ts';
import type { RoomId } from '#lib/dialogue/id.ts';
import { browserSafe } from '#lib/vault/browser-safe.ts';
import { deviceKeyring } from '#lib/vault/keyring.ts';
import { type EpochKey, RoomKeys } from '#lib/vault/room-keys.ts';
import { Comparing } from './comparing.tsx';
import { Refused } from './refused.tsx';
import { Stopped } from './stopped.tsx';
import { useLooking } from './use-looking.ts';

type Part = 'before' | 'asking' | 'agreed' | 'stopped' | 'taken';

/** For whoever has no key: asks the partner for it, compares, takes it, and goes to the room. */
export function Ask({ roomId }: { roomId: RoomId }) {
  const t = useTranslations('keys');
  const [part, setPart] = useState<Part>('before');
  const asker = useMemo(() => new KeyAsker(roomId, stepsOver(roomId)), [roomId]);
  const look = useCallback(() => asker.look(), [asker]);
  const waits = part === 'asking' || part === 'agreed';
  const [stage, setStage] = useLooking<AskStage>(waits, look, { stage: 'waiting' });
  const [digits, setDigits] = useState('');
  const given = stage.stage === 'given' ? stage.key : null;

  useEffect(() => {
    if (stage.stage === 'compare') setDigits(stage.digits);
    if (stage.stage === 'unreadable') setPart('stopped');
  }, [stage]);
  useEffect(() => {
    if (!given) return;
    setPart('taken');
    keep(roomId, given).then(
      () => location.assign(`/room/${roomId}`),
      () => setPart('stopped'),
    );
  }, [given, roomId]);

  const stop = (then: Part) => {
    void asker.stop();
    setStage({ stage: 'waiting' });
    setDigits('');
    setPart(then);
  };

  if (part === 'taken') return <Closed busy={t('looking')} />;
  if (part === 'stopped') return <Stopped onAgain={() => stop('before')} />;
  if (part === 'before') {
    return (
      <Screen title={t('ask.title')} body={t('ask.about')}>
        <p>{t('ask.how')}</p>
        <div className="stack">
          <button type="button" className="button button-primary" onClick={() => setPart('asking')}>
            {t('ask.start')}
          </button>
          <a className="button button-quiet" href={`/room/${roomId}`}>
            {t('back')}
          </a>
        </div>
      </Screen>
    );
  }
  if (stage.stage === 'refused') return <Refused />;
  if (digits !== '') {
    return (
      <Comparing
        digits={digits}
        agreed={part === 'agreed'}
        onSame={() => {
          asker.agree();
          setPart('agreed');
        }}
        onOther={() => stop('stopped')}
      />
    );
  }
  return (
    <Screen title={t('waiting.title')} body={t('waiting.text')}>
      {stage.stage === 'offline' && <p role="status">{t('offline')}</p>}
      <button type="button" className="button" onClick={() => stop('before')}>
        {t('waiting.stop')}
      </button>
    </Screen>
  );
}

/** The key is kept beside whatever this device has of before; the room fetches the older ones. */
async function keep(roomId: RoomId, given: EpochKey): Promise<void> {
  const keyring = deviceKeyring(browserSafe());
  const before = await keyring.get(roomId);
  await keyring.put(roomId, before ? before.with(given) : new RoomKeys(given));
}
