'use client';

import './globals.css';
import { ExitStrip } from '#components/care/exit-strip.tsx';
import { refuges } from '#lib/care/refuge.ts';
import { common as commonEn } from '#lib/i18n/en/common.ts';
import { errors as errorsEn } from '#lib/i18n/en/errors.ts';
import { common as commonNl } from '#lib/i18n/nl/common.ts';
import { errors as errorsNl } from '#lib/i18n/nl/errors.ts';
import styles from './aside.module.css';

const languages = [
  { lang: 'nl', ...errorsNl.unexpected, retry: commonNl.retry },
  { lang: 'en', ...errorsEn.unexpected, retry: commonEn.retry },
] as const;

const exit = {
  refuge: refuges.nl,
  label: `${commonNl.exit.label} · ${commonEn.exit.label}`,
  about: commonNl.exit.about.replace('{place}', refuges.nl.name),
  keys: commonNl.exit.keys,
  once: commonNl.exit.once,
};

/** For when even the layout failed: nothing to lean on, so it says it in both languages. */
export default function Broken({ retry }: { retry: () => void }) {
  return (
    <html lang="nl">
      <body>
        <title>Weerklank</title>
        <ExitStrip {...exit} />
        <main id="content" className={`page ${styles.aside}`}>
          {languages.map((words) => (
            <section key={words.lang} lang={words.lang} className="stack">
              <h1>{words.title}</h1>
              <p>{words.body}</p>
              <p>
                <button type="button" className="button" onClick={retry}>
                  {words.retry}
                </button>
              </p>
            </section>
          ))}
        </main>
      </body>
    </html>
  );
}
