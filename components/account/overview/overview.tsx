'use client';

import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { RoomsOfDevice } from '#components/home/rooms-of-device.tsx';
import type { RoomId, Time } from '#lib/dialogue/id.ts';
import { Frame, Waiting } from '../frame.tsx';
import { NotKept } from '../keep/not-kept.tsx';
import { SignedOut, WhileSignedIn } from '../signed-out.tsx';
import { TroubleNote } from '../trouble-note.tsx';
import { Deleting } from './deleting.tsx';
import { type End, Ended } from './ended.tsx';
import { Factor } from './factor.tsx';
import { Leaving } from './leaving.tsx';
import { Onward } from './onward.tsx';
import { Passkeys } from './passkeys.tsx';
import { Section } from './section.tsx';
import { SigningIn } from './signing-in.tsx';
import { Stays } from './stays.tsx';
import { useOverview } from './use-overview.ts';

interface Props {
  rooms: readonly { roomId: RoomId; lastSessionAt: Time | null }[];
  /** Whether a second factor has to be set up before anything else. */
  unproved: boolean;
}

/** Everything about one's own account. */
export function Overview(props: Props) {
  return (
    <WhileSignedIn>
      <Known {...props} />
    </WhileSignedIn>
  );
}

function Known({ rooms, unproved }: Props) {
  const t = useTranslations();
  const { overview, trouble, refresh } = useOverview();
  const [end, setEnd] = useState<End | null>(null);
  const roomIds = useMemo(() => rooms.map(({ roomId }) => roomId), [rooms]);
  if (end) return <Ended end={end} />;
  if (trouble?.reason === 'forbidden') return <SignedOut />;
  if (!overview && !trouble) return <Waiting>{t('account.loading')}</Waiting>;
  if (!overview) {
    return (
      <Frame title={t('account.title')}>
        <TroubleNote trouble={trouble} />
        <button type="button" className="button button-primary" onClick={refresh}>
          {t('common.retry')}
        </button>
      </Frame>
    );
  }
  const of = { overview, onChanged: refresh };
  const proved = overview.totp || overview.passkeys.length > 0;
  if (unproved) {
    return (
      <Frame title={t('account.unproved.heading')}>
        <p>{t('account.unproved.about')}</p>
        {proved && <Onward>{t('account.unproved.done')}</Onward>}
        <Passkeys {...of} />
        <Factor {...of} />
        <Leaving onLeft={setEnd} />
      </Frame>
    );
  }
  return (
    <Frame title={t('account.title')}>
      <p className="soft">{t('account.signedInAs', { email: overview.email })}</p>
      <TroubleNote trouble={trouble} />
      {overview.role === 'therapist' && (
        <Section title={t('account.desk.heading')} about={t('account.desk.about')}>
          <a className="button button-primary" href="/desk">
            {t('account.desk.open')}
          </a>
        </Section>
      )}
      <Section title={t('account.rooms.heading')}>
        {rooms.length > 0 ? (
          <>
            <RoomsOfDevice rooms={rooms} />
            <NotKept rooms={roomIds} />
          </>
        ) : (
          <>
            <p>{t('account.rooms.none')}</p>
            <a className="button" href="/">
              {t('account.rooms.start')}
            </a>
          </>
        )}
      </Section>
      <SigningIn {...of} />
      <Factor {...of} />
      <Passkeys {...of} />
      <Stays {...of} rooms={roomIds} />
      <Leaving onLeft={setEnd} />
      <Deleting overview={overview} onDeleted={() => setEnd('deleted')} />
    </Frame>
  );
}
