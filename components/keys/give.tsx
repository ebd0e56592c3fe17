'use client';

import { useCallback, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Screen } from '#components/join/screen.tsx';
import { type HelpStage, KeyHelper } from '#lib/client/key-helper.ts';
import { stepsOver } from '#lib/client/key-steps.ts';
import { assertNever } from '#lib/dialogue/assert-never.ts';
import type { RoomId } from '#lib/dialogue/id.ts';
import type { RoomKeys } from '#lib/vault/room-keys.ts';
import { Comparing } from './comparing.tsx';
import { Refused } from './refused.tsx';
import { Stopped } from './stopped.tsx';
import { useLooking } from './use-looking.ts';

/** For whoever has the key: gives it to the partner who asks, once both saw the same digits. */
export function Give({ roomId, keys }: { roomId: RoomId; keys: RoomKeys }) {
  const t = useTranslations('keys');
  const [stopped, setStopped] = useState(false);
  const helper = useMemo(() => new KeyHelper(roomId, keys, stepsOver(roomId)), [roomId, keys]);
  const look = useCallback(() => helper.look(), [helper]);
  const [stage, setStage] = useLooking<HelpStage>(!stopped, look, { stage: 'waiting' });

  const stop = () => {
    void helper.stop();
    setStopped(true);
  };
  const again = () => {
    void helper.stop();
    setStage({ stage: 'waiting' });
    setStopped(false);
  };
  const back = (
    <a className="button" href={`/room/${roomId}`}>
      {t('back')}
    </a>
  );

  if (stopped) return <Stopped why="wrong" onAgain={again} />;
  switch (stage.stage) {
    case 'broken':
      return <Stopped why="wrong" onAgain={again} />;
    case 'compare':
      return (
        <Comparing
          digits={stage.digits}
          agreed={false}
          onSame={async () => setStage(await helper.give(stage.digits))}
          onOther={stop}
        />
      );
    case 'given':
      return (
        <Screen title={t('give.done')} body={t('give.doneText')}>
          {back}
        </Screen>
      );
    case 'asked':
      return (
        <Screen title={t('give.title')} body={t('give.about')}>
          <div className="stack">
            <button
              type="button"
              className="button button-primary"
              onClick={async () => setStage(await helper.answer())}
            >
              {t('give.start')}
            </button>
            <button type="button" className="button" onClick={stop}>
              {t('give.refuse')}
            </button>
          </div>
        </Screen>
      );
    case 'nobody':
      return (
        <Screen title={t('give.nobody')} body={t('give.nobodyText')}>
          {back}
        </Screen>
      );
    case 'refused':
      return <Refused />;
    case 'waiting':
    case 'offline':
      return (
        <Screen
          title={t('give.title')}
          body={t(stage.stage === 'offline' ? 'offline' : 'give.getting')}
        >
          {back}
        </Screen>
      );
    default:
      return assertNever(stage);
  }
}
