'use client';

import { useTranslations } from 'use-intl/react';
import { acts } from '#lib/dialogue/act.ts';
import { assertNever } from '#lib/dialogue/assert-never.ts';
import { actOf } from '#lib/dialogue/event.ts';
import type { TranscriptLine } from '#lib/dialogue/transcript.ts';
import { useReplaying } from './replaying.tsx';

/** What was said in a line, or why there is nothing to read. */
export function Said({ line }: { line: TranscriptLine }) {
  const t = useTranslations('replay.said');
  const { content, concealed } = useReplaying().recording.state;
  switch (line.content.kind) {
    case 'text':
      return <p className="said">{line.content.text}</p>;
    case 'rating':
      return (
        <>
          <p>{t('rating', { rating: String(line.content.rating) })}</p>
          {concealed.some(({ seq }) => seq === line.seq) && <p className="soft">{t('onlyYou')}</p>}
        </>
      );
    case 'gap': {
      const stands = content.some(({ seq }) => seq === line.seq);
      return <p className="soft">{t(stands ? 'unreadable' : 'gap')}</p>;
    }
    case 'withheld':
      return <p className="soft">{t('withheld')}</p>;
    case 'none': {
      const act = actOf(line.fact);
      return act && acts[act].words === 'text' ? <p className="soft">{t('aloud')}</p> : null;
    }
    default:
      return assertNever(line.content);
  }
}
