import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { pageTitle } from '#app/account/page-title.ts';
import { roomsOfThisDevice } from '#app/rooms-of-device.ts';
import { visitor } from '#app/visitor.ts';
import { Unlock } from '#components/account/unlock/unlock.tsx';
import { Speaking } from '#components/language/speaking.tsx';
import { SecureContext } from '#components/secure-context/secure-context.tsx';

export function generateMetadata(): Promise<Metadata> {
  return pageTitle('signIn.unlock.title');
}

/** Where the rooms of an account are opened on a device that has not got their keys. */
export default async function UnlockPage() {
  const [{ actor }, rooms] = await Promise.all([visitor(), roomsOfThisDevice()]);
  if (actor.person === 'unproved') redirect('/account');
  if (actor.person !== 'account' && actor.person !== 'therapist') redirect('/account/sign-in');
  return (
    <Speaking names={['account', 'signIn']}>
      <SecureContext>
        <Unlock
          rooms={rooms.map(({ roomId }) => roomId)}
          therapist={actor.person === 'therapist'}
        />
      </SecureContext>
    </Speaking>
  );
}
