import type { Metadata } from 'next';
import { createTranslator } from 'use-intl/core';
import { roomsOfThisDevice } from '#app/rooms-of-device.ts';
import { visitor } from '#app/visitor.ts';
import { CheckBefore } from '#components/care/check-before.tsx';
import { RoomsOfDevice } from '#components/home/rooms-of-device.tsx';
import { StartRoom } from '#components/home/start-room.tsx';
import { Speaking } from '#components/language/speaking.tsx';
import { Ripple } from '#components/ripple/ripple.tsx';
import { SecureContext } from '#components/secure-context/secure-context.tsx';
import { localeOf } from '#lib/i18n/locale.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import { requestLanguage } from '#lib/i18n/request-language.ts';
import styles from './home.module.css';

async function translator() {
  const language = await requestLanguage();
  const messages = messagesFor(language, ['home']);
  return createTranslator({ locale: localeOf[language], messages, namespace: 'home' });
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator();
  return { description: t('summary') };
}

/** What this is, in one screen, and the way in. */
export default async function Home() {
  const [t, rooms, { actor }] = await Promise.all([translator(), roomsOfThisDevice(), visitor()]);
  const known = actor.person !== 'anonymous' && actor.person !== 'guest';
  const therapist = actor.person === 'therapist';
  return (
    <Speaking names={['home', 'care']}>
      <SecureContext>
        <CheckBefore>
          <main id="content" className={`page ${styles.home}`}>
            <p className={styles.name}>
              <span>Weerklank</span>
              <a className={styles.account} href={known ? '/account' : '/account/sign-in'}>
                {t(known ? 'account' : 'signIn')}
              </a>
            </p>
            <div className={styles.what}>
              <div className={styles.motif}>
                <Ripple entrance />
              </div>
              <h1 className={styles.title}>{t('title')}</h1>
              <p>{t('how')}</p>
            </div>
            <div className={styles.in}>
              {therapist && (
                <a className="button button-primary button-wide" href="/desk">
                  {t('desk')}
                </a>
              )}
              {rooms.length === 0 && !therapist ? (
                <StartRoom />
              ) : (
                <>
                  {rooms.length > 0 && <RoomsOfDevice rooms={rooms} />}
                  <details className={styles.another}>
                    <summary>{t('another')}</summary>
                    <StartRoom />
                  </details>
                </>
              )}
              <a className={`button button-quiet small ${styles.taste}`} href="/taste">
                {t('taste')}
              </a>
              <p className={`soft small ${styles.sealed}`}>
                <svg viewBox="0 0 24 24" aria-hidden="true">
                  <path d="M7.5 11V8a4.5 4.5 0 0 1 9 0v3" />
                  <rect x="5" y="11" width="14" height="9" rx="2.5" />
                </svg>
                <span>
                  {t('sealed')} {t('modest')}
                </span>
              </p>
            </div>
          </main>
        </CheckBefore>
      </SecureContext>
    </Speaking>
  );
}
