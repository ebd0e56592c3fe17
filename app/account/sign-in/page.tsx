import type { Metadata } from 'next';
import { pageTitle } from '#app/account/page-title.ts';
import { roomsOfThisDevice } from '#app/rooms-of-device.ts';
import { visitor } from '#app/visitor.ts';
import { SignIn } from '#components/account/sign-in/sign-in.tsx';
import { Speaking } from '#components/language/speaking.tsx';
import { SecureContext } from '#components/secure-context/secure-context.tsx';
import { env } from '#lib/env.ts';

export function generateMetadata(): Promise<Metadata> {
  return pageTitle('signIn.title');
}

/** Where somebody with an account signs in, and where a link to sign in leads. */
export default async function SignInPage() {
  const [{ actor }, rooms] = await Promise.all([visitor(), roomsOfThisDevice()]);
  return (
    <Speaking names={['account', 'signIn']}>
      <SecureContext>
        <SignIn
          guestRooms={actor.person === 'guest' ? rooms.length : 0}
          provider={env().provider?.name ?? null}
        />
      </SecureContext>
    </Speaking>
  );
}
