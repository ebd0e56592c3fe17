import type { ReactNode } from 'react';
import { messagesFor } from '#lib/i18n/messages.ts';
import type { Namespace } from '#lib/i18n/nl.ts';
import { requestLanguage } from '#lib/i18n/request-language.ts';
import { MoreMessages } from './more-messages.tsx';

/**
 * Sends a page the namespaces it needs, in the language of the request; everything inside can then
 * `useTranslations`. `common` and `errors` are there on every page already. For server components.
 */
export async function Speaking({
  names,
  children,
}: {
  names: readonly Namespace[];
  children: ReactNode;
}) {
  return (
    <MoreMessages messages={messagesFor(await requestLanguage(), names)}>{children}</MoreMessages>
  );
}
