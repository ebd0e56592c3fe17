'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Moment } from '#components/language/moment.tsx';
import type { AuthSessionId } from '#lib/auth.ts';
import { endStay } from '#lib/client/account/overview.ts';
import { renewRooms } from '#lib/client/account-rooms.ts';
import type { RoomId } from '#lib/dialogue/id.ts';
import { AskTwice } from '../ask-twice.tsx';
import { FreshDialog } from '../fresh-form.tsx';
import { TroubleNote } from '../trouble-note.tsx';
import { useFresh } from '../use-fresh.ts';
import { Row, Section } from './section.tsx';
import type { OfOverview } from './use-overview.ts';

interface Props extends OfOverview {
  rooms: readonly RoomId[];
}

/** The devices that are signed in, and ending that for each. */
export function Stays({ overview, onChanged, rooms }: Props) {
  const { authSessions } = overview;
  const t = useTranslations('account.stays');
  const fresh = useFresh();
  const { work } = fresh;
  const [said, setSaid] = useState<string | null>(null);
  const others = authSessions.filter(({ current }) => !current);

  const end = async (id: AuthSessionId | null) => {
    setSaid(null);
    await fresh.run(
      (given) => endStay(id, given),
      () => {
        setSaid(t(id === null ? 'endedOthers' : 'ended'));
        onChanged();
        // What this device cannot do now, the next visit of either partner does.
        void renewRooms(rooms);
      },
    );
  };
  return (
    <Section title={t('heading')} about={t('about')} said={said}>
      {authSessions.map(({ id, device, way, seenAt, current }) => {
        const name = device || t('unknown');
        const seen = t.rich('seen', { when: () => <Moment at={seenAt} form="full" /> });
        return (
          <Row
            key={id}
            what={current ? `${t('here')}: ${name}` : name}
            about={
              <>
                {t(`way.${way}`)}
                {!current && <>. {seen}</>}
              </>
            }
          >
            {!current && (
              <AskTwice
                label={t('end')}
                about={t('endThis', { device: name })}
                sure={t('sure')}
                busy={work.busy}
                onSure={() => void end(id)}
              />
            )}
          </Row>
        );
      })}
      <TroubleNote trouble={work.trouble} />
      <FreshDialog overview={overview} fresh={fresh} />
      {others.length > 1 && (
        <AskTwice
          label={t('endOthers')}
          about={t('endOthers')}
          sure={t('sureOthers')}
          busy={work.busy}
          onSure={() => void end(null)}
        />
      )}
    </Section>
  );
}
