'use client';

import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Screen, Waiting } from '#components/join/screen.tsx';
import { useLooking } from '#components/keys/use-looking.ts';
import { Knocker, type KnockStage } from '#lib/client/observation/knocker.ts';
import { attendOver } from '#lib/client/observation/steps.ts';
import { assertNever } from '#lib/dialogue/assert-never.ts';
import type { RoomId } from '#lib/dialogue/id.ts';
import type { CaseId, Profile } from '#lib/observation.ts';
import { browserHolder } from '#lib/vault/browser-holder.ts';
import { browserSafe } from '#lib/vault/browser-safe.ts';
import { Digits } from './digits.tsx';
import { KnockForm } from './knock-form.tsx';
import { UnsavedNote } from './unsaved-note.tsx';

interface Props {
  roomId: RoomId;
  profile: Profile;
  verified: boolean;
  onAdmitted(caseId: CaseId): void;
}

type Stage = KnockStage | { stage: 'looking' };

/** What she has to do something about before it is asked again how things stand. */
const still: ReadonlySet<Stage['stage']> = new Set(['before', 'not-now', 'refused', 'storage']);

/** From knocking to being let in. Until then nothing of the couple comes to this device. */
export function Lobby({ roomId, profile, verified, onAdmitted }: Props) {
  const t = useTranslations('observe');
  const knocker = useMemo(
    () =>
      new Knocker({ roomId, take: attendOver(roomId), safe: browserSafe(), holder: browserHolder }),
    [roomId],
  );
  const [purpose, setPurpose] = useState('');
  const [wrong, setWrong] = useState(false);
  /** Whether she wants to knock anew, where it stood otherwise. */
  const [anew, setAnew] = useState(false);
  const [rests, setRests] = useState(false);
  const look = useCallback(() => knocker.look(), [knocker]);
  const [stage, setStage] = useLooking<Stage>(!rests, look, { stage: 'looking' });

  useEffect(() => {
    setRests(still.has(stage.stage));
    if (stage.stage === 'admitted') onAdmitted(stage.caseId);
  }, [stage, onAdmitted]);

  const knock = async (said: string) => {
    setPurpose(said);
    const knocked = await knocker.knock(said);
    setAnew(knocked.stage === 'offline');
    setStage(knocked);
  };
  const stop = async (digitsWereOthers: boolean) => {
    if (!(await knocker.leave())) return setStage({ stage: 'offline' });
    setWrong(digitsWereOthers);
    setAnew(true);
    setRests(true);
  };
  const unsaved = 'caseId' in stage && <UnsavedNote caseId={stage.caseId} />;
  const form = (
    <KnockForm
      profile={profile}
      verified={verified}
      purpose={purpose}
      onKnock={knock}
      offline={stage.stage === 'offline'}
    >
      {unsaved}
    </KnockForm>
  );
  const toForm = (why: 'wrong' | 'again' | 'elsewhere' | 'notNow', label: string) => (
    <Screen key={why} title={t(`${why}.title`)} body={t(`${why}.text`)}>
      {unsaved}
      <div className="stack">
        <button
          type="button"
          className="button button-primary"
          onClick={() => {
            setWrong(false);
            setAnew(true);
          }}
        >
          {label}
        </button>
        <a className="button button-quiet" href="/desk">
          {t('toDesk')}
        </a>
      </div>
    </Screen>
  );

  if (wrong) return toForm('wrong', t('wrong.again'));
  if (anew) return form;
  switch (stage.stage) {
    case 'looking':
    case 'admitted':
      return <Waiting>{t('looking')}</Waiting>;
    case 'offline':
      return <Waiting>{t('offline')}</Waiting>;
    case 'before':
      return form;
    case 'waiting':
      return (
        <Screen key="waiting" title={t('waiting.title')} body={t('waiting.text')}>
          <p>{t('waiting.next')}</p>
          <button type="button" className="button" onClick={() => void stop(false)}>
            {t('waiting.stop')}
          </button>
        </Screen>
      );
    case 'compare':
      return (
        <Digits
          key={stage.digits}
          digits={stage.digits}
          onSame={async () => setStage(await knocker.agree(stage.digits))}
          onOther={() => void stop(true)}
        />
      );
    case 'agreed':
      return (
        <Screen key="agreed" title={t('digits.agreedTitle')} body={t('digits.agreed')}>
          <button type="button" className="button" onClick={() => void stop(false)}>
            {t('waiting.stop')}
          </button>
        </Screen>
      );
    case 'again':
      return toForm('again', t('wrong.again'));
    case 'elsewhere':
      return toForm('elsewhere', t('wrong.again'));
    case 'not-now':
      return toForm('notNow', t('notNow.again'));
    case 'storage':
    case 'refused':
      return (
        <Screen key={stage.stage} title={t(`${stage.stage}.title`)} body={t(`${stage.stage}.text`)}>
          <a className="button" href="/desk">
            {t('toDesk')}
          </a>
        </Screen>
      );
    default:
      return assertNever(stage);
  }
}
