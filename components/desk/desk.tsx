'use client';

import { useTranslations } from 'use-intl/react';
import { SignedOut, WhileSignedIn } from '#components/account/signed-out.tsx';
import { useDesk } from '#lib/client/use-desk.ts';
import { assertNever } from '#lib/dialogue/assert-never.ts';
import type { Catalogue } from '#lib/exercises/catalogue.ts';
import { CasePlace } from './case/case-place.tsx';
import { CuesPlace } from './cues/cues-place.tsx';
import { DeskFrame } from './desk-frame.tsx';
import { DeskProvider } from './desk-here.tsx';
import { Lock } from './lock.tsx';
import { TakePlace } from './notes/take-place.tsx';
import { Overview } from './overview/overview.tsx';
import { ProfilePlace } from './profile/profile-place.tsx';
import { spread } from './spread.ts';
import { usePlace } from './use-place.ts';

interface Props {
  catalogue: Catalogue;
}

/** The desk of a therapist: her couples, what she gives them, and what is hers alone. */
export function Desk(props: Props) {
  return (
    <WhileSignedIn>
      <OnDevice {...props} />
    </WhileSignedIn>
  );
}

function OnDevice({ catalogue }: Props) {
  const t = useTranslations('desk');
  const common = useTranslations('common');
  const { here, reload, unlock, ...changing } = useDesk();
  switch (here.at) {
    case 'reading':
      return (
        <DeskFrame title={t('title')}>
          <p role="status" className="soft">
            {t('opening')}
          </p>
        </DeskFrame>
      );
    case 'refused':
      return <SignedOut />;
    case 'no-answer':
      return (
        <DeskFrame title={t('title')}>
          <p role="alert" className="alert">
            {t('unreachable')}
          </p>
          <p>
            <button type="button" className="button button-primary" onClick={() => void reload()}>
              {common('retry')}
            </button>
          </p>
        </DeskFrame>
      );
    case 'locked':
      return <Lock unlock={unlock} />;
    case 'open':
      return (
        <DeskProvider value={{ ...spread(here.desk, here.opened), ...changing, catalogue }}>
          <Places />
        </DeskProvider>
      );
    default:
      return assertNever(here);
  }
}

function Places() {
  const { place, moved } = usePlace();
  switch (place.at) {
    case 'overview':
      return <Overview arrived={moved} />;
    case 'case':
      return <CasePlace key={place.caseId} caseId={place.caseId} arrived={moved} />;
    case 'cues':
      return <CuesPlace arrived={moved} />;
    case 'profile':
      return <ProfilePlace arrived={moved} />;
    case 'take':
      return <TakePlace key={place.caseId} caseId={place.caseId} arrived={moved} />;
    default:
      return assertNever(place);
  }
}
