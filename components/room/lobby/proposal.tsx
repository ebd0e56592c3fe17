'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/button/button.tsx';
import { nameIn } from '#lib/exercises/catalogue.ts';
import type { Refusal, RoomView } from '#lib/protocol.ts';
import { useHere } from '../here.tsx';

/** What one of the two would like to do: the other may accept it, either may take it off the table. */
export function Proposal({ proposal }: { proposal: NonNullable<RoomView['proposal']> }) {
  const t = useTranslations('room.proposal');
  const reason = useTranslations('refusal');
  const { room, you, catalogue, partnerName: name } = useHere();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Refusal | 'no-answer' | null>(null);
  const exercise = nameIn(catalogue, proposal.exercise) ?? '';
  const yours = proposal.by === you;

  const ask = async (work: () => Promise<Refusal | 'no-answer' | null>) => {
    setBusy(true);
    setTrouble(await work());
    setBusy(false);
  };
  return (
    <section className="card stack">
      <p role="status">{t(yours ? 'yours' : 'theirs', { name, exercise, mode: proposal.mode })}</p>
      <div className="row">
        {!yours && (
          <Button
            className="button-primary"
            off={busy}
            onPress={() => void ask(() => room.openProposed())}
          >
            {t('accept')}
          </Button>
        )}
        <Button off={busy} onPress={() => void ask(() => room.retract())}>
          {t(yours ? 'retract' : 'decline')}
        </Button>
      </div>
      <div role="status">
        {trouble && (
          <p className="alert">{trouble === 'no-answer' ? t('noAnswer') : reason(trouble)}</p>
        )}
      </div>
    </section>
  );
}
