import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { pageTitle } from '#app/account/page-title.ts';
import { roomsOfThisDevice } from '#app/rooms-of-device.ts';
import { visitor } from '#app/visitor.ts';
import { Create } from '#components/account/create/create.tsx';
import { Speaking } from '#components/language/speaking.tsx';
import { SecureContext } from '#components/secure-context/secure-context.tsx';

export function generateMetadata(): Promise<Metadata> {
  return pageTitle('newAccount.title');
}

/** Where an account is made, and where the link leads that was sent for it. */
export default async function CreatePage() {
  const [{ actor }, rooms] = await Promise.all([visitor(), roomsOfThisDevice()]);
  if (actor.person !== 'anonymous' && actor.person !== 'guest') redirect('/account');
  return (
    <Speaking names={['account', 'newAccount']}>
      <SecureContext>
        <Create rooms={rooms.map(({ roomId }) => roomId)} />
      </SecureContext>
    </Speaking>
  );
}
