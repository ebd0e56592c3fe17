'use client';

import { useTranslations } from 'use-intl/react';
import { useCheckBefore } from '#components/care/check-before.tsx';
import { NameForm } from '#components/name-field/name-form.tsx';
import { assertNever } from '#lib/dialogue/assert-never.ts';
import { Refused } from './refused.tsx';
import { Screen, Waiting } from './screen.tsx';
import { useInvitation } from './use-invitation.ts';

/** The invitation a partner opened, from reading it to going in. */
export function Invitation() {
  const t = useTranslations('join');
  const checkBefore = useCheckBefore();
  const { standing, retry, refuse } = useInvitation();

  switch (standing.at) {
    case 'reading':
      return <Waiting>{t('reading')}</Waiting>;
    case 'missing':
      return <Refused reason="missing" onRetry={retry} />;
    case 'refused':
      return <Refused reason={standing.reason} onRetry={retry} />;
    case 'open':
      return (
        <Screen
          key={standing.invitation.invitationId}
          title={t('open.title')}
          body={t('open.body')}
        >
          <NameForm
            label={t('open.enter')}
            busyLabel={t('open.entering')}
            enter={async (name) => {
              await checkBefore();
              const { acceptInvitation } = await import('#lib/client/entrance.ts');
              return acceptInvitation(standing.invitation, name);
            }}
            onRefused={refuse}
          >
            <p className="soft small">{t('open.sealed')}</p>
          </NameForm>
        </Screen>
      );
    default:
      return assertNever(standing);
  }
}
