'use client';

import { useTranslations } from 'use-intl/react';
import { useHere } from '#components/room/here.tsx';
import type { ExerciseRef } from '#lib/dialogue/exercise.ts';
import { keyOf } from '#lib/exercises/key.ts';
import type { RoomView } from '#lib/protocol.ts';
import { Answer } from './answer.tsx';
import { useName } from './use-name.ts';

interface Props {
  proposal: NonNullable<RoomView['proposal']>;
  onLook(exercise: ExerciseRef): void;
}

/** What one of the two would like to do, on its own: the other accepts it, or either takes it away. */
export function Proposal({ proposal, onLook }: Props) {
  const t = useTranslations('library.proposal');
  const modes = useTranslations('library.detail');
  const { you, partner, partnerName: name, catalogue, view } = useHere();
  const { by, exercise, mode } = proposal;
  const theirs = by !== you;
  const { here } = view.seats[partner];
  const card = catalogue.offered.find((offered) => keyOf(offered) === keyOf(exercise));
  const named = useName(exercise);
  const about = theirs
    ? t(here ? 'theyTell' : 'theyTellLater', { name })
    : t(here ? 'youTell' : 'youTellLater', { name });
  return (
    <section aria-labelledby="proposal" className="card stack">
      <h2 id="proposal">
        {t(theirs ? 'theirs' : 'yours', { name, exercise: named ?? t('unnamed') })}
      </h2>
      {card && <p>{card.purpose}</p>}
      <p className="small soft">
        {card ? t('howLong', { how: modes(mode), minutes: String(card.minutes) }) : modes(mode)}
      </p>
      <p>{about}</p>
      <Answer proposal={proposal}>
        {named && (
          <button
            type="button"
            className="button button-wide"
            aria-haspopup="dialog"
            onClick={() => onLook(exercise)}
          >
            {t(theirs ? 'look' : 'lookAgain')}
          </button>
        )}
      </Answer>
    </section>
  );
}
