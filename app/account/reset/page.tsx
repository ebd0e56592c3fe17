import type { Metadata } from 'next';
import { pageTitle } from '#app/account/page-title.ts';
import { Reset } from '#components/account/reset/reset.tsx';
import { Speaking } from '#components/language/speaking.tsx';
import { SecureContext } from '#components/secure-context/secure-context.tsx';

export function generateMetadata(): Promise<Metadata> {
  return pageTitle('reset.title');
}

/** Where a forgotten password is replaced, and where the link leads that was sent for it. */
export default function ResetPage() {
  return (
    <Speaking names={['account', 'reset']}>
      <SecureContext>
        <Reset />
      </SecureContext>
    </Speaking>
  );
}
