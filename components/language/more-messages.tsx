'use client';

import type { ReactNode } from 'react';
import { IntlProvider, useLocale, useMessages } from 'use-intl/react';
import type { Messages } from '#lib/i18n/nl.ts';

interface Props {
  messages: Partial<Messages>;
  children: ReactNode;
}

/** Adds messages to those from above. Use it through `Speaking`. */
export function MoreMessages({ messages, children }: Props) {
  const above = useMessages();
  return (
    <IntlProvider locale={useLocale()} messages={{ ...above, ...messages }}>
      {children}
    </IntlProvider>
  );
}
