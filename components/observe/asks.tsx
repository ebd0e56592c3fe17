'use client';

import { useTranslations } from 'use-intl/react';
import { Button } from '#components/button/button.tsx';
import { useLanguage } from '#components/language/use-language.ts';
import type { ObservedSession } from '#lib/client/observation/observer-snapshot.ts';
import { courseOf } from '#lib/dialogue/course.ts';
import { wayOn } from '#lib/dialogue/way-on.ts';
import { phaseTexts } from '#lib/exercises/texts-of.ts';
import styles from './cues.module.css';
import { useWatching } from './watching.tsx';

/** What she can ask of them: a pause, or to go on. They do it, or rather not; nothing moves by her hand. */
export function Asks({ session }: { session: ObservedSession }) {
  const t = useTranslations('observe.asks');
  const { actions } = useWatching();
  const { exercise, state, pending } = session;
  const texts = session.texts[useLanguage()];
  const running = state.status === 'running' ? state : null;
  const open = running?.request?.kind ?? null;
  const under = pending.some(({ act }) => act.type !== 'cue');
  const next = courseOf(exercise)[state.place.leg + 1];
  const mayPropose = running !== null && wayOn(exercise, running) !== null;
  return (
    <section aria-labelledby="asks" className={styles.part}>
      <h2 id="asks" className="visually-hidden">
        {t('heading')}
      </h2>
      <div className={styles.two}>
        <Button off={!running || open === 'pause' || under} onPress={() => actions.askPause()}>
          {t('pause')}
        </Button>
        <Button
          off={!mayPropose || open === 'phase' || under}
          onPress={() => actions.proposePhase()}
        >
          {next ? t('phase', { phase: phaseTexts(texts, next.phase.id).name }) : t('phaseNone')}
        </Button>
      </div>
      <p role="status" className={`soft ${styles.told} ${styles.lines}`}>
        <Told session={session} />
        {running && !running.request && !under && !mayPropose && t(next ? 'notHere' : 'lastPhase')}
      </p>
    </section>
  );
}

function Told({ session: { state, pending, refused } }: { session: ObservedSession }) {
  const t = useTranslations('observe.asks');
  const cues = useTranslations('observe.cues');
  const reason = useTranslations('refusal');
  const waiting = pending.find(({ act }) => act.type !== 'cue');
  if (waiting) return cues(waiting.trouble === null ? 'sending' : 'waiting');
  if (refused && refused.act.type !== 'cue') return reason(refused.reason);
  if (state.status === 'held') return t('held');
  if (state.status !== 'running' || !state.request) return null;
  return t(state.request.kind === 'pause' ? 'pauseAsked' : 'phaseAsked');
}
