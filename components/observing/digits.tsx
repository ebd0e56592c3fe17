'use client';

import { useTranslations } from 'use-intl/react';
import { Button } from '#components/button/button.tsx';
import comparingStyles from '#components/keys/comparing.module.css';
import type { Comparing } from '#lib/client/observation/doorkeeper.ts';
import { assertNever } from '#lib/dialogue/assert-never.ts';
import { useDoorHere } from './door-here.tsx';

interface Props {
  name: string;
  comparing: Comparing;
  onOther(): void;
}

/** The six digits that one of the two compares with whoever knocks; the same digits open the door. */
export function Digits({ name, comparing, onOther }: Props) {
  const t = useTranslations('observing.digits');
  const { keeper, busy, ask } = useDoorHere();
  const other = () =>
    ask(async () => {
      onOther();
      return keeper.decline();
    });
  return (
    <section className="stack" aria-labelledby="digits">
      <h2 id="digits" tabIndex={-1}>
        {t(comparing.at === 'compare' ? 'title' : 'heading', { name })}
      </h2>
      {body()}
    </section>
  );

  function body() {
    switch (comparing.at) {
      case 'ready':
        return (
          <>
            <p>{t('how', { name })}</p>
            <Button
              className="button-primary button-wide"
              off={busy}
              onPress={() => void ask(() => keeper.answer())}
            >
              {t('start')}
            </Button>
          </>
        );
      case 'waiting':
        return <p role="status">{t('getting', { name })}</p>;
      case 'elsewhere':
        return <p role="status">{t('elsewhere')}</p>;
      case 'storage':
        return <p className="alert">{t('storage')}</p>;
      case 'broken':
        return (
          <>
            <p className="alert">{t('wrongAbout', { name })}</p>
            <Button className="button-wide" off={busy} onPress={() => void other()}>
              {t('again')}
            </Button>
          </>
        );
      case 'compare': {
        const { digits } = comparing;
        return (
          <>
            <p>{t('text', { name })}</p>
            <p className={comparingStyles.digits}>
              <span className="visually-hidden">{t('label')}: </span>
              {digits}
            </p>
            <Button
              className="button-primary button-wide"
              off={busy}
              onPress={() => void ask(() => keeper.give(digits))}
            >
              {t(busy ? 'giving' : 'same', { name })}
            </Button>
            <Button className="button-wide" off={busy} onPress={() => void other()}>
              {t('other')}
            </Button>
          </>
        );
      }
      case 'none':
      case 'done':
        return null;
      default:
        return assertNever(comparing);
    }
  }
}
