'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/button/button.tsx';
import { useHere } from '#components/room/here.tsx';
import type { ExerciseRef } from '#lib/dialogue/exercise.ts';
import type { Mode } from '#lib/dialogue/mode.ts';
import { ModeChoice } from './mode-choice.tsx';
import { Trouble } from './trouble.tsx';
import { useAsking } from './use-asking.ts';

/** Puts an exercise forward to the other. What comes of it shows in the room. */
export function Propose({ exercise: { id, version } }: { exercise: ExerciseRef }) {
  const t = useTranslations('library.detail');
  const { room, partnerName: name } = useHere();
  const [mode, setMode] = useState<Mode>('written');
  const asking = useAsking();
  return (
    <div className="stack">
      <ModeChoice mode={mode} onChange={setMode} />
      <Button
        className="button-primary button-wide"
        off={asking.busy}
        onPress={() => void asking.ask(() => room.propose({ id, version }, mode))}
      >
        {t('propose', { name })}
      </Button>
      <Trouble asking={asking} />
    </div>
  );
}
