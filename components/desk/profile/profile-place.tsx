'use client';

import { type FormEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Field } from '#components/account/field.tsx';
import { Column, Columns, DeskFrame } from '../desk-frame.tsx';
import { useDeskHere } from '../desk-here.tsx';
import { TroubleOnDesk } from '../desk-trouble.tsx';
import { useDeskWork } from '../use-desk-work.ts';
import styles from './profile.module.css';

const longest = 60;
const fits = (text: string) => text.trim().length > 0 && text.trim().length <= longest;

/** How she presents herself to couples, and whether that was checked. */
export function ProfilePlace({ arrived }: { arrived: boolean }) {
  const t = useTranslations('desk.profile');
  const { profile, verified, change } = useDeskHere();
  const work = useDeskWork();
  const nameField = useRef<HTMLInputElement>(null);
  const roleField = useRef<HTMLInputElement>(null);
  const [name, setName] = useState(profile?.name ?? '');
  const [role, setRole] = useState(profile?.role ?? '');
  const [tried, setTried] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!fits(name)) return nameField.current?.focus();
    if (!fits(role)) return roleField.current?.focus();
    setTried(false);
    const said = { name: name.trim(), role: role.trim() };
    await work.run(() => change({ change: 'profile', profile: said }), t('saved'));
  };
  const same = profile?.name === name.trim() && profile.role === role.trim();
  const checked = verified && (same || !profile);
  return (
    <DeskFrame back title={t('heading')} arrived={arrived}>
      <p>{t('about')}</p>
      <Columns>
        <Column>
          <form className="stack" onSubmit={submit} noValidate>
            <Field
              ref={nameField}
              label={t('name')}
              hint={t('nameHint')}
              fault={tried && !fits(name) ? t('nameFault') : null}
              value={name}
              autoComplete="name"
              autoCapitalize="sentences"
              onValue={setName}
            />
            <Field
              ref={roleField}
              label={t('role')}
              hint={t('roleHint')}
              fault={tried && !fits(role) ? t('roleFault') : null}
              value={role}
              autoComplete="organization-title"
              autoCapitalize="sentences"
              onValue={setRole}
            />
            <TroubleOnDesk trouble={work.trouble} />
            <p role="status" className={work.said ? 'card small' : ''}>
              {work.said}
            </p>
            <p>
              <button type="submit" className="button button-primary" aria-disabled={work.busy}>
                {t(work.busy ? 'saving' : 'save')}
              </button>
            </p>
          </form>
        </Column>
        <Column>
          <section className="stack" aria-labelledby="preview">
            <h2 id="preview">{t('preview')}</h2>
            <div className={`card ${styles.card}`}>
              <p className={styles.name}>{name.trim() || t('previewEmpty')}</p>
              <p>{role.trim() || t('previewRole')}</p>
              <p className="soft small">{t(checked ? 'verified' : 'unverified')}</p>
            </div>
            <p className="soft small">{t(verified ? 'howVerified' : 'howUnverified')}</p>
          </section>
        </Column>
      </Columns>
    </DeskFrame>
  );
}
