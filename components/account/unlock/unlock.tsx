'use client';

import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { fetchVault } from '#lib/client/account/vault.ts';
import { readWayBack } from '#lib/client/account/way-back.ts';
import { levelRooms, roomsBehind } from '#lib/client/account-rooms.ts';
import { deviceVault } from '#lib/client/device-vault.ts';
import { keepDesk } from '#lib/client/keep-desk.ts';
import type { RoomId } from '#lib/dialogue/id.ts';
import type { AccountKeys } from '#lib/vault/account-keys.ts';
import { Waiting } from '../frame.tsx';
import { type HandOver, takeOver } from '../hand-over.ts';
import { useFragment } from '../use-fragment.ts';
import { OpenForm } from './open-form.tsx';
import { SomeShut } from './some-shut.tsx';

type State =
  | { at: 'opening' }
  | { at: 'asking'; shut: readonly RoomId[] }
  | { at: 'some'; shut: readonly RoomId[] };

interface Props {
  rooms: readonly RoomId[];
  /** Whether the account has a desk as well. */
  therapist: boolean;
}

/** Opens the rooms of the account on this device: silently when the page before could, or by asking. */
export function Unlock({ rooms, therapist }: Props) {
  const t = useTranslations('signIn.unlock');
  const fragment = useFragment();
  const begun = useRef(false);
  const [to, setTo] = useState<string | null>(null);
  const [state, setState] = useState<State>({ at: 'opening' });
  // Anew from the server: it now knows who this is.
  const goOn = (place: string | null) => location.assign(place ?? '/');

  useEffect(() => {
    if (fragment === null || begun.current) return;
    begun.current = true;
    const given = takeOver();
    const place = given?.to ?? readWayBack(fragment);
    setTo(place);
    const open = async () => {
      const keys = await keysFrom(given);
      if (keys && therapist) await keepDesk(keys);
      const shut = keys ? await levelRooms(rooms, keys) : await shutOf(rooms, given ? null : place);
      if (shut.length === 0) return location.assign(place ?? '/');
      setState({ at: keys ? 'some' : 'asking', shut });
    };
    open().catch(() => setState({ at: 'asking', shut: rooms }));
  }, [fragment, rooms, therapist]);

  if (state.at === 'opening') return <Waiting>{t('opening')}</Waiting>;
  if (state.at === 'some') return <SomeShut shut={state.shut} onGoOn={() => goOn(to)} />;
  return (
    <OpenForm
      rooms={rooms}
      therapist={therapist}
      shut={state.shut}
      onOpened={(shut) => (shut.length === 0 ? goOn(to) : setState({ at: 'some', shut }))}
      onLater={() => goOn(to)}
    />
  );
}

/**
 * The rooms this device cannot open. Whoever was sent here by a room's page comes for that one, also
 * when nothing seems to be wrong with its key: going back there would be going round in a circle.
 */
async function shutOf(rooms: readonly RoomId[], sentBy: string | null): Promise<readonly RoomId[]> {
  const behind = await roomsBehind(rooms);
  return behind.length > 0 ? behind : rooms.filter((roomId) => sentBy === `/room/${roomId}`);
}

async function keysFrom(given: HandOver | null): Promise<AccountKeys | null> {
  const opener = given?.opener;
  if (!opener) return null;
  if ('keys' in opener) return opener.keys;
  const material = await fetchVault();
  if (!material.ok) return null;
  const opened = await deviceVault.open(opener, material.value);
  return opened.ok ? opened.value : null;
}
