'use client';

import { useTranslations } from 'use-intl/react';
import type { Comparing } from '#lib/client/observation/doorkeeper.ts';
import { assertNever } from '#lib/dialogue/assert-never.ts';
import type { Tended } from '#lib/observation.ts';
import { Admitted } from './admitted.tsx';
import { Agreed } from './agreed.tsx';
import { Cases } from './cases.tsx';
import { useDoorHere } from './door-here.tsx';
import { Knock } from './knock.tsx';
import { KnockingLink } from './knocking-link.tsx';
import { SaidYes } from './said-yes.tsx';

interface Props {
  tended: Tended;
  comparing: Comparing;
  /** Whether the digits on this device were others just now. */
  wrong: boolean;
  onWrong(wrong: boolean): void;
}

/** How it stands at the door: nobody, somebody who waits, the digits, or somebody who is in. */
export function Standing({ tended, comparing, wrong, onWrong }: Props) {
  const { observation, you } = tended;
  if (wrong || !observation) return <Nobody tended={tended} wrong={wrong} />;
  switch (observation.stage) {
    case 'waiting':
      return observation.lenses[you] === null ? (
        <Knock key={observation.id} observation={observation} />
      ) : (
        <SaidYes observation={observation} you={you} />
      );
    case 'turned':
      return (
        <Agreed
          key={observation.id}
          observation={observation}
          comparing={comparing}
          onOther={() => onWrong(true)}
        />
      );
    case 'admitted':
      return <Admitted key={observation.id} observation={observation} />;
    case 'ended':
      return <Nobody tended={tended} wrong={false} />;
    default:
      return assertNever(observation.stage);
  }
}

function Nobody({ tended, wrong }: Pick<Props, 'tended' | 'wrong'>) {
  const t = useTranslations('observing');
  const { roomId } = useDoorHere();
  const { cases, invitation, observation } = tended;
  return (
    <>
      {wrong ? (
        <p>{t('digits.wrongAbout', { name: observation?.name ?? t('someone') })}</p>
      ) : (
        <div className="stack">
          <p>{t('about')}</p>
          <p>{t('does')}</p>
        </div>
      )}
      <KnockingLink invitation={invitation} />
      {cases.length > 0 && <Cases cases={cases} />}
      <p className="small soft">
        {t.rich('past', { known: (text) => <a href={`/room/${roomId}/known`}>{text}</a> })}
      </p>
    </>
  );
}
