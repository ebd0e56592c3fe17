'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/button/button.tsx';
import { DetailDialog } from '#components/library/detail-dialog.tsx';
import { Trouble } from '#components/library/trouble.tsx';
import { useAsking } from '#components/library/use-asking.ts';
import { useName } from '#components/library/use-name.ts';
import { useHere } from '#components/room/here.tsx';
import type { RoomObservation } from '#lib/protocol.ts';

/** What whoever is in would like the two to do now. One of them puts it forward, or nobody does. */
export function ObserverSuggestion() {
  const { observation, proposal } = useHere().view;
  // What one of the two put forward comes first.
  if (!observation?.suggestion || proposal) return null;
  return <Suggested name={observation.name} suggestion={observation.suggestion} />;
}

interface Props {
  name: string;
  suggestion: NonNullable<RoomObservation['suggestion']>;
}

function Suggested({ name, suggestion: { exercise, mode } }: Props) {
  const t = useTranslations('observing.suggestion');
  const library = useTranslations('library');
  const { room, partnerName: partner } = useHere();
  const [looks, setLooks] = useState(false);
  const asking = useAsking();
  const named = useName(exercise);
  return (
    <section aria-labelledby="observer-suggestion" className="card stack">
      <h2 id="observer-suggestion">
        {t('heading', { name, exercise: named ?? library('proposal.unnamed') })}
      </h2>
      <p className="small soft">{library(`detail.${mode}`)}</p>
      <p>{t('about', { partner })}</p>
      <Button
        className="button-primary button-wide"
        off={asking.busy}
        onPress={() => void asking.ask(() => room.propose(exercise, mode))}
      >
        {t('propose', { partner })}
      </Button>
      {named && (
        <button
          type="button"
          className="button button-wide"
          aria-haspopup="dialog"
          onClick={() => setLooks(true)}
        >
          {t('look')}
        </button>
      )}
      <Trouble asking={asking} />
      <DetailDialog exercise={looks ? exercise : null} onClose={() => setLooks(false)} />
    </section>
  );
}
