'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/button/button.tsx';
import { Moment } from '#components/language/moment.tsx';
import type { Seat } from '#lib/dialogue/seat.ts';
import { useHere } from '../here.tsx';
import { InvitationLink } from './invitation-link.tsx';

/** The invitation to a seat: making one, showing it, replacing it, withdrawing it. */
export function Invitation({ seat }: { seat: Seat }) {
  const t = useTranslations('room.invite');
  const { room, view } = useHere();
  const invitation = view.invitation?.seat === seat ? view.invitation : null;
  const id = invitation?.invitationId;
  const [link, setLink] = useState<string | null>(null);
  // The server can tell of the invitation before this device has put its link away.
  const [makings, setMakings] = useState(0);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: after a making the link is read again
  useEffect(() => {
    if (!id) return setLink(null);
    let over = false;
    room.currentInvitation().then(
      (current) => {
        if (!over) setLink(current);
      },
      // A device that cannot read what it put away is as any other device.
      () => undefined,
    );
    return () => {
      over = true;
    };
  }, [room, id, makings]);

  const ask = async (work: () => Promise<boolean>) => {
    setBusy(true);
    setFailed(!(await work().catch(() => false)));
    setBusy(false);
  };
  const make = () =>
    ask(async () => {
      setLink(null);
      try {
        return (await room.makeInvitation(seat)) !== null;
      } finally {
        setMakings((count) => count + 1);
      }
    });
  const withdraw = () => ask(() => room.withdrawInvitation());
  const time = () => invitation && <Moment at={invitation.expiresAt} form="full" />;
  const texts = { code: t('code'), label: t('link'), share: t('shareText') };
  return (
    <div className="stack">
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
      <div role="status">{failed && <p className="alert">{t('failed')}</p>}</div>
      {invitation && <p className="soft">{t('waiting')}</p>}
    </div>
  );
}
