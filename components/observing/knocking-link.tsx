'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/button/button.tsx';
import { Moment } from '#components/language/moment.tsx';
import { InvitationLink } from '#components/room/lobby/invitation-link.tsx';
import { keptObserverLink, makeObserverLink } from '#lib/client/observation/steps.ts';
import type { Tended } from '#lib/observation.ts';
import { browserSafe } from '#lib/vault/browser-safe.ts';
import styles from './door.module.css';
import { useDoorHere } from './door-here.tsx';

/** The link by which a therapist can knock: making one, showing it, replacing it, withdrawing it. */
export function KnockingLink({ invitation }: Pick<Tended, 'invitation'>) {
  const t = useTranslations('observing.link');
  const failed = useTranslations('observing')('failed');
  const { roomId, take, keeper, busy, ask } = useDoorHere();
  const id = invitation?.invitationId;
  const [link, setLink] = useState<string | null>(null);
  const [trouble, setTrouble] = useState(false);

  useEffect(() => {
    if (!id) return setLink(null);
    let left = false;
    keptObserverLink(roomId, id, browserSafe()).then((kept) => {
      if (!left) setLink(kept);
    });
    return () => {
      left = true;
    };
  }, [roomId, id]);

  const make = () =>
    ask(async () => {
      const made = await makeObserverLink(roomId, {
        take,
        safe: browserSafe(),
        origin: location.origin,
      });
      setTrouble(typeof made === 'string');
      if (typeof made !== 'string') setLink(made.link);
      return keeper.look();
    });
  const withdraw = () =>
    ask(async () => {
      setTrouble(typeof (await take({ step: 'withdraw' })) === 'string');
      return keeper.look();
    });
  const time = () => invitation && <Moment at={invitation.expiresAt} form="full" />;
  const texts = { code: t('code'), label: t('label'), share: t('shareText') };
  return (
    <section className={styles.section} aria-labelledby="knocking-link">
      <h2 id="knocking-link">{t('heading')}</h2>
      <p>{t('about')}</p>
      {invitation && link && <InvitationLink link={link} texts={texts} />}
      {invitation && !link && !busy && <p className="card">{t('elsewhere')}</p>}
      {invitation && <p className="small soft">{t.rich('validUntil', { time })}</p>}
      <div className="row">
        <Button
          className={invitation ? '' : 'button-primary button-wide'}
          off={busy}
          onPress={() => void make()}
        >
          {t(invitation ? 'makeNew' : 'make')}
        </Button>
        {invitation && (
          <Button off={busy} onPress={() => void withdraw()}>
            {t('withdraw')}
          </Button>
        )}
      </div>
      <div role="status">{trouble && <p className="alert">{failed}</p>}</div>
      {invitation && <p className="soft">{t('waiting')}</p>}
    </section>
  );
}
