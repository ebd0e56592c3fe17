'use client';

import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Screen } from '#components/join/screen.tsx';
import { Closed } from '#components/room/closed.tsx';
import { browserExchange } from '#lib/client/device-keys.ts';
import { keepGivenKey } from '#lib/client/keep-given.ts';
import { type AskStage, KeyAsker } from '#lib/client/key-asker.ts';
import { stepsOver } from '#lib/client/key-steps.ts';
import { assertNever } from '#lib/dialogue/assert-never.ts';
import type { RoomId } from '#lib/dialogue/id.ts';
import { browserSafe } from '#lib/vault/browser-safe.ts';
import { deviceKeyring } from '#lib/vault/keyring.ts';
import { Comparing } from './comparing.tsx';
import { Refused } from './refused.tsx';
import { Stopped, type WhyStopped } from './stopped.tsx';
import { useLooking } from './use-looking.ts';

type Part = 'before' | 'asking' | 'agreed' | WhyStopped;

type Stage = Exclude<AskStage, { stage: 'given' }> | { stage: 'kept' | 'unfit' | 'storage' };

/** For whoever has no key: asks the partner for it, compares, takes it, and goes to the room. */
export function Ask({ roomId }: { roomId: RoomId }) {
  const t = useTranslations('keys');
  const [part, setPart] = useState<Part>('before');
  const asker = useMemo(() => new KeyAsker(roomId, stepsOver(roomId)), [roomId]);
  const look = useCallback(() => lookAndKeep(roomId, asker), [roomId, asker]);
  const waits = part === 'asking' || part === 'agreed';
  const [stage, setStage] = useLooking<Stage>(waits, look, { stage: 'waiting' });
  const [digits, setDigits] = useState('');

  useEffect(() => {
    if (stage.stage === 'compare') setDigits(stage.digits);
    if (stage.stage === 'kept') location.assign(`/room/${roomId}`);
    const why = whyStopped(stage);
    if (why) setPart(why);
  }, [stage, roomId]);

  const stop = (then: Part) => {
    void asker.stop();
    setStage({ stage: 'waiting' });
    setDigits('');
    setPart(then);
  };
  const begin = async () => {
    await asker.ask();
    setPart('asking');
  };

  if (stage.stage === 'kept') return <Closed busy={t('looking')} />;
  if (part === 'before') {
    return (
      <Screen title={t('ask.title')} body={t('ask.about')}>
        <p>{t('ask.how')}</p>
        <div className="stack">
          <button type="button" className="button button-primary" onClick={begin}>
            {t('ask.start')}
          </button>
          <a className="button button-quiet" href={`/room/${roomId}`}>
            {t('back')}
          </a>
        </div>
      </Screen>
    );
  }
  if (part !== 'asking' && part !== 'agreed') {
    return <Stopped key={part} why={part} onAgain={() => stop('before')} />;
  }
  if (stage.stage === 'refused') return <Refused />;
  if (digits !== '') {
    return (
      <Comparing
        digits={digits}
        agreed={part === 'agreed'}
        onSame={() => {
          asker.agree(digits);
          setPart('agreed');
        }}
        onOther={() => stop('wrong')}
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

/** Looks how the request stands, and keeps the key once it is given. */
async function lookAndKeep(roomId: RoomId, asker: KeyAsker): Promise<Stage> {
  const stage = await asker.look();
  if (stage.stage !== 'given') return stage;
  const keyring = deviceKeyring(browserSafe());
  const kept = await keepGivenKey(roomId, stage.key, keyring, () => browserExchange(roomId));
  if (kept.ok) return { stage: 'kept' };
  switch (kept.reason) {
    case 'no-answer':
      return { stage: 'offline' };
    case 'unreadable':
      return { stage: 'unfit' };
    case 'storage':
      return { stage: 'storage' };
    default:
      return assertNever(kept.reason);
  }
}

/** Why it does not go on by itself; null while it does. */
function whyStopped({ stage }: Stage): WhyStopped | null {
  if (stage === 'stopped') return 'gone';
  if (stage === 'unreadable') return 'unfit';
  return stage === 'busy' || stage === 'unfit' || stage === 'storage' ? stage : null;
}
