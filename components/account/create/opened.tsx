'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import type { Role, TicketSecret } from '#lib/account.ts';
import { finishCreating, openCreateLink } from '#lib/client/account/create.ts';
import { keepDesk } from '#lib/client/keep-desk.ts';
import type { RoomId } from '#lib/dialogue/id.ts';
import type { NewVault } from '#lib/vault/account-vault.ts';
import { Frame, Waiting } from '../frame.tsx';
import { handOver } from '../hand-over.ts';
import { LinkTrouble } from '../link-trouble.tsx';
import { ShowCode } from '../recovery/show-code.tsx';
import { TypeCode } from '../recovery/type-code.tsx';
import { useOpenedLink } from '../use-opened-link.ts';
import { useWork } from '../use-work.ts';
import { ChoosePassword } from './choose-password.tsx';

interface Chosen {
  password: string;
  made: NewVault;
  role: Role;
  stay: boolean;
}

interface Props {
  ticket: TicketSecret;
  rooms: readonly RoomId[];
  onAgain(): void;
}

/** Behind the link: a password, the recovery code, and only then an account. */
export function Opened({ ticket, rooms, onAgain }: Props) {
  const t = useTranslations('newAccount');
  const recovery = useTranslations('account.recovery');
  const router = useRouter();
  const link = useOpenedLink(ticket, openCreateLink);
  const work = useWork();
  const [here, setHere] = useState(rooms.length > 0);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [typing, setTyping] = useState(false);

  const finish = async (email: Parameters<typeof finishCreating>[0]['email']) => {
    if (!chosen) return;
    const done = await work.run(() => finishCreating({ ticket, email, ...chosen }));
    if (!done) return;
    // Her account asks for a second factor first, and her desk for the keys that are here now.
    if (chosen.role === 'therapist') await keepDesk(chosen.made.keys);
    const to = chosen.role === 'therapist' ? '/account' : null;
    handOver({ opener: { keys: chosen.made.keys }, to });
    router.push('/account/unlock');
  };
  if (link.at === 'opening') return <Waiting>{t('opening')}</Waiting>;
  if (link.at === 'trouble') {
    return (
      <LinkTrouble
        trouble={link.trouble}
        heading={t('spent.heading')}
        spent={t('spent.about')}
        again={t('spent.again')}
        onAgain={onAgain}
        onRetry={link.retry}
      />
    );
  }
  const { email } = link.value;
  if (!here) {
    return (
      <Frame arrived title={t('elsewhere.heading')}>
        <p>{t('elsewhere.about')}</p>
        <button type="button" className="button" onClick={() => setHere(true)}>
          {t('elsewhere.goOn')}
        </button>
      </Frame>
    );
  }
  if (!chosen) return <ChoosePassword email={email} onChosen={setChosen} />;
  if (!typing) {
    return (
      <Frame arrived title={recovery('heading')}>
        <ShowCode code={chosen.made.recoveryCode} onKept={() => setTyping(true)} />
        <p className="soft small">{t('code.step')}</p>
      </Frame>
    );
  }
  return (
    <Frame arrived title={recovery('typeHeading')}>
      <TypeCode
        code={chosen.made.recoveryCode}
        work={work}
        label={t('code.submit')}
        busyLabel={t('code.busy')}
        onTyped={() => void finish(email)}
        onBack={() => setTyping(false)}
      />
    </Frame>
  );
}
