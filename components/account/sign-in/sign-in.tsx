'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { LinkAsked } from '#lib/account/links.ts';
import type { Signing } from '#lib/client/account/sign-in.ts';
import { readTicket } from '#lib/client/account/ticket-link.ts';
import { readWayBack } from '#lib/client/account/way-back.ts';
import { Asked } from '../asked.tsx';
import { handOver } from '../hand-over.ts';
import { useEmail } from '../use-email.ts';
import { useFragment } from '../use-fragment.ts';
import { Arrival } from './arrival.tsx';
import { AskLink } from './ask-link.tsx';
import { FirstStep } from './first-step.tsx';
import { SecondStep } from './second-step.tsx';

type State =
  | { at: 'first'; again: boolean }
  | { at: 'second'; signing: Extract<Signing, { at: 'second' }> }
  | { at: 'ask' }
  | { at: 'asked'; by: LinkAsked['by'] };

interface Props {
  /** How many rooms this browser has a seat in without an account. */
  guestRooms: number;
  /** What the host's provider of sign-in is called; null when there is none. */
  provider: string | null;
}

/** Why somebody was sent here; null when they came by themselves. */
function noticeIn(fragment: string): 'ended' | 'unknown' | null {
  if (fragment === 'v1.unknown') return 'unknown';
  return readWayBack(fragment) === null ? null : 'ended';
}

/** Signing in, from the address to the door. */
export function SignIn({ guestRooms, provider }: Props) {
  const router = useRouter();
  const fragment = useFragment();
  const email = useEmail();
  const [stay, setStay] = useState(false);
  const [state, setState] = useState<State>({ at: 'first', again: false });
  const to = readWayBack(fragment ?? '');
  const ticket = readTicket(fragment ?? '', 'link');

  const onSigning = (signing: Signing) => {
    if (signing.at === 'second') setState({ at: 'second', signing });
    if (signing.at !== 'in') return;
    handOver({ opener: signing.kek && { kek: signing.kek }, to });
    router.push('/account/unlock');
  };
  const again = () => setState({ at: 'first', again: true });

  if (state.at === 'second') {
    return <SecondStep signing={state.signing} stay={stay} onSigning={onSigning} onBack={again} />;
  }
  if (ticket && state.at === 'first' && !state.again) {
    return <Arrival ticket={ticket} onSigning={onSigning} onBack={again} />;
  }
  if (state.at === 'asked') {
    return (
      <Asked
        of="signIn"
        by={state.by}
        email={email.field.value}
        onAgain={() => setState({ at: 'ask' })}
      />
    );
  }
  if (state.at === 'ask') {
    return <AskLink email={email} onAsked={(by) => setState({ at: 'asked', by })} onBack={again} />;
  }
  return (
    <FirstStep
      email={email}
      stay={stay}
      onStay={setStay}
      arrived={state.again}
      notice={noticeIn(fragment ?? '')}
      guestRooms={guestRooms}
      provider={provider}
      onSigning={onSigning}
      onAskLink={() => setState({ at: 'ask' })}
    />
  );
}
