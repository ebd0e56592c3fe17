'use client';

import { type ReactNode, useSyncExternalStore } from 'react';
import { IntlProvider } from 'use-intl/react';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Messages } from '#lib/i18n/nl.ts';

interface Props {
  locale: Locale;
  messages: Partial<Messages>;
  children: ReactNode;
}

const never = () => () => {};
const zoneOfDevice = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
const zoneOfServer = () => 'UTC';

/** Carries language and time zone through the whole app. Pages add their own messages below it. */
export function RootLanguage({ locale, messages, children }: Props) {
  // The server cannot know the zone: UTC until the page has woken up. Moments wait for that (moment.tsx).
  const timeZone = useSyncExternalStore(never, zoneOfDevice, zoneOfServer);
  return (
    <IntlProvider locale={locale} messages={messages} timeZone={timeZone}>
      {children}
    </IntlProvider>
  );
}
