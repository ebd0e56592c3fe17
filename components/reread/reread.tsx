'use client';

import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl/react';
import { useLanguage } from '#components/language/use-language.ts';
import type { Recording } from '#lib/client/archive.ts';
import { Played } from './played.tsx';
import styles from './reread.module.css';
import { type ReadFile, useFile } from './use-file.ts';

/** Opens a file that was taken along, on this device alone, and plays what is in it. */
export function Reread() {
  const t = useTranslations('reread');
  const { read, choose, close } = useFile();
  const [playing, setPlaying] = useState<Recording | null>(null);
  const opened = read !== null && read !== 'reading' && read.ok ? read.value : null;

  if (opened && playing) {
    const { whose } = opened.file;
    return <Played recording={playing} whose={whose} onBack={() => setPlaying(null)} />;
  }
  return (
    <main id="content" className="page">
      <h1>{t('heading')}</h1>
      <p>{t('about')}</p>
      {!opened && (
        <div className="field">
          <label htmlFor="file">{t('choose')}</label>
          <input
            id="file"
            type="file"
            className={`input ${styles.file}`}
            accept=".json,application/json"
            onChange={({ target }) => void choose(target.files?.[0])}
          />
        </div>
      )}
      <div role="status">
        {read === 'reading' && <p className="soft">{t('reading')}</p>}
        {read !== null && read !== 'reading' && !read.ok && (
          <p className="alert">{t(read.reason)}</p>
        )}
      </div>
      {opened && (
        <>
          <Talks opened={opened} onOpen={setPlaying} />
          <button type="button" className="button" onClick={close}>
            {t('another')}
          </button>
        </>
      )}
      <a className="button button-quiet" href="/">
        {t('toStart')}
      </a>
    </main>
  );
}

function Talks({ opened, onOpen }: { opened: ReadFile; onOpen(talk: Recording): void }) {
  const t = useTranslations('reread');
  const format = useFormatter();
  const language = useLanguage();
  const { file, talks } = opened;
  return (
    <section className="stack" aria-labelledby="talks">
      <h2 id="talks">{t('talks')}</h2>
      <p>
        {t('taken', { date: format.dateTime(file.takenAt, { dateStyle: 'full' }) })}.{' '}
        {t(file.whose)}
      </p>
      <ul className={styles.talks}>
        {talks.map((talk, index) => (
          <li key={file.talks[index]?.sessionId}>
            {talk.ok ? (
              <>
                <p>
                  <strong>{talk.value.texts[language].about.name}</strong>
                  <br />
                  <span className="soft small">
                    {format.dateTime(talk.value.state.openedAt, {
                      dateStyle: 'full',
                      timeStyle: 'short',
                    })}
                  </span>
                </p>
                <button type="button" className="button" onClick={() => onOpen(talk.value)}>
                  {t('open')}
                </button>
              </>
            ) : (
              <p className="alert">{t('broken')}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
