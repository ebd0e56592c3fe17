'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Dialog } from '#components/dialog/dialog.tsx';
import { CardList } from '#components/library/card-list.tsx';
import { Filters } from '#components/library/filters.tsx';
import { noFilters, passing } from '#components/library/use-filters.ts';
import type { Card } from '#lib/exercises/catalogue.ts';
import { useDeskHere } from '../desk-here.tsx';
import type { CaseHere } from '../spread.ts';
import type { DeskWork } from '../use-desk-work.ts';
import { Give } from './give.tsx';

interface Props {
  open: boolean;
  one: CaseHere;
  work: DeskWork;
  onClose(): void;
}

/** Giving an exercise: first which, then with what words. */
export function GiveDialog({ open, one, work, onClose }: Props) {
  const t = useTranslations('desk.homework');
  const library = useTranslations('library.choose');
  const { catalogue } = useDeskHere();
  const [filters, setFilters] = useState(noFilters);
  const [chosen, setChosen] = useState<Card | null>(null);
  const close = () => {
    setChosen(null);
    onClose();
  };
  const cards = passing(catalogue.offered, filters);
  const narrowed = filters.minutes !== null || filters.mood !== null;
  return (
    <Dialog open={open} title={chosen ? chosen.name : t('choose')} onClose={close}>
      {chosen ? (
        <Give card={chosen} one={one} work={work} onOther={() => setChosen(null)} onGiven={close} />
      ) : (
        <>
          <Filters
            filters={filters}
            asked={{ minutes: t('minutes'), mood: t('mood') }}
            onChange={(change) => setFilters({ ...filters, ...change })}
          />
          <p role="status" className="small soft">
            {narrowed &&
              (cards.length > 0 ? library('found', { count: cards.length }) : library('none'))}
          </p>
          <CardList cards={cards} onOpen={setChosen} />
        </>
      )}
    </Dialog>
  );
}
