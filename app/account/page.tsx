import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { roomsOfThisDevice } from '#app/rooms-of-device.ts';
import { visitor } from '#app/visitor.ts';
import { Invitation } from '#components/account/invitation.tsx';
import { Overview } from '#components/account/overview/overview.tsx';
import { Speaking } from '#components/language/speaking.tsx';
import { SecureContext } from '#components/secure-context/secure-context.tsx';
import { pageTitle } from './page-title.ts';

export function generateMetadata(): Promise<Metadata> {
  return pageTitle('account.title');
}

/** One's own account; for who has a room without one, what it would bring. */
export default async function AccountPage() {
  const [{ actor }, rooms] = await Promise.all([visitor(), roomsOfThisDevice()]);
  if (actor.person === 'anonymous') redirect('/account/sign-in');
  return (
    <Speaking names={['account', 'newAccount', 'home']}>
      <SecureContext>
        {actor.person === 'guest' ? (
          <Invitation />
        ) : (
          <Overview rooms={rooms} unproved={actor.person === 'unproved'} />
        )}
      </SecureContext>
    </Speaking>
  );
}
