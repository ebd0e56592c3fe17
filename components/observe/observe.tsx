'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useOutElsewhere } from '#components/account/use-out-elsewhere.ts';
import { Screen, Waiting } from '#components/join/screen.tsx';
import { useObservation } from '#lib/client/observation/use-observation.ts';
import type { RoomId } from '#lib/dialogue/id.ts';
import type { Catalogue } from '#lib/exercises/catalogue.ts';
import type { CaseId } from '#lib/observation.ts';
import { DeskOf, useDeskOf } from './desk-of.tsx';
import { Introduced } from './introduced.tsx';
import { Lobby } from './lobby.tsx';
import { Over } from './over.tsx';
import { Watch } from './watch.tsx';
import { WatchingProvider } from './watching.tsx';

interface Props {
  roomId: RoomId;
  catalogue: Catalogue;
}

/** A therapist at the door of a room, and inside once both let her in. */
export function Observe(props: Props) {
  useOutElsewhere();
  return (
    <DeskOf>
      <Door {...props} />
    </DeskOf>
  );
}

function Door({ roomId, catalogue }: Props) {
  const [admitted, setAdmitted] = useState<CaseId | null>(null);
  const { here, reload } = useDeskOf();
  if (admitted) {
    return (
      <Inside
        roomId={roomId}
        catalogue={catalogue}
        caseId={admitted}
        onAgain={() => setAdmitted(null)}
      />
    );
  }
  return (
    <Introduced here={here} onRetry={() => void reload()}>
      {({ profile, verified }) => (
        <Lobby roomId={roomId} profile={profile} verified={verified} onAdmitted={setAdmitted} />
      )}
    </Introduced>
  );
}

function Inside({
  roomId,
  catalogue,
  caseId,
  onAgain,
}: Props & { caseId: CaseId; onAgain(): void }) {
  const t = useTranslations('observe');
  const { snapshot, observer } = useObservation(roomId, true);
  const { view, ended, connection } = snapshot;
  if (ended) return <Over ended={ended} caseId={caseId} onAgain={onAgain} />;
  if (connection === 'outdated') {
    return (
      <Screen title={t('outdated.title')} body={t('outdated.text')}>
        <button type="button" className="button button-primary" onClick={() => location.reload()}>
          {t('outdated.reload')}
        </button>
      </Screen>
    );
  }
  if (!view || !observer) return <Waiting>{t('live.connecting')}</Waiting>;
  return (
    <WatchingProvider
      snapshot={snapshot}
      view={view}
      actions={observer}
      catalogue={catalogue}
      caseId={caseId}
    >
      <Watch />
    </WatchingProvider>
  );
}
