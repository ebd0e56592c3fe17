'use client';

import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl/react';
import { useOutElsewhere } from '#components/account/use-out-elsewhere.ts';
import type { RoomId } from '#lib/dialogue/id.ts';
import type { Catalogue } from '#lib/exercises/catalogue.ts';
import { Erasing } from './erasing.tsx';
import { Leaving } from './leaving.tsx';
import { Left } from './left.tsx';
import { Part } from './part.tsx';
import { Readings } from './readings.tsx';
import { Retention } from './retention.tsx';
import styles from './rights.module.css';
import { RightsHereProvider, useRightsHere } from './rights-of.tsx';
import { Taking } from './take/taking.tsx';
import { useRights } from './use-rights.ts';

interface Props {
  roomId: RoomId;
  catalogue: Catalogue;
}

/** What somebody can see and decide about all that is kept of their room, one thing at a time. */
export function Rights({ roomId, catalogue }: Props) {
  const t = useTranslations('rights');
  const common = useTranslations('common');
  useOutElsewhere();
  const { read, refresh } = useRights(roomId);
  const [left, setLeft] = useState<'left' | 'forgotten' | null>(null);

  if (left) return <Left how={left} />;
  return (
    <main id="content" className="page">
      <header>
        <a className={styles.back} href={`/room/${roomId}`}>
          {t('back')}
        </a>
        <h1>{t('heading')}</h1>
      </header>
      <div className="stack">
        <p>{t('intro')}</p>
        <div role="status">
          {!read && <p className="soft">{t('opening')}</p>}
          {read && !read.ok && <p>{t(read.reason)}</p>}
        </div>
      </div>
      {read?.ok === false && read.reason === 'trouble' && (
        <button type="button" className="button" onClick={() => void refresh()}>
          {common('retry')}
        </button>
      )}
      {read?.ok && (
        <RightsHereProvider
          roomId={roomId}
          catalogue={catalogue}
          refresh={refresh}
          rights={read.value.rights}
          past={read.value.past}
        >
          <WhoLeft />
          <div>
            <Retention />
            <Readings />
            <Taking />
            <Erasing />
            <Leaving onLeft={setLeft} />
            <Part heading={t('more.heading')}>
              <ul className={styles.list}>
                <li>
                  <a href={`/room/${roomId}/observer`}>{t('more.observer')}</a>
                </li>
                <li>
                  <a href={`/room/${roomId}/known`}>{t('more.known')}</a>
                </li>
                <li>
                  <a href="/read">{t('more.read')}</a>
                </li>
                <li>
                  <a href="/privacy">{t('more.privacy')}</a>
                </li>
              </ul>
            </Part>
          </div>
        </RightsHereProvider>
      )}
    </main>
  );
}

/** That the other left for good, to whoever stayed. */
function WhoLeft() {
  const t = useTranslations('rights');
  const format = useFormatter();
  const { rights, partner, nameOf } = useRightsHere();
  const leftAt = rights.leftAt[partner];
  // Somebody else may have come since.
  if (leftAt === null || rights.taken[partner]) return null;
  const date = format.dateTime(leftAt, { dateStyle: 'long' });
  return <p className="card">{t('left', { name: nameOf(partner), date })}</p>;
}
