import type { Transporter } from 'nodemailer';
import { createTranslator } from 'use-intl/core';
import type { Email } from '#lib/account.ts';
import { env } from '#lib/env.ts';
import type { Language } from '#lib/i18n/language.ts';
import { localeOf } from '#lib/i18n/locale.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import { errorCode } from '#lib/log.ts';
import { log } from './log.ts';
import { mailTransport } from './mail-transport.ts';

/** The mails there are. None says a word about a room. */
export type MailKind = 'create' | 'exists' | 'reset' | 'link' | 'password' | 'recovery' | 'factor';

interface Letter {
  to: Email;
  kind: MailKind;
  /** The path of a page of ours, with what stands behind its `#`. */
  path: string;
  language: Language;
}

let transport: Transporter | undefined;

/** How links reach people here: by e-mail, or through whoever runs the server. */
export function linksGoBy(): 'email' | 'host' {
  return env().mail ? 'email' : 'host';
}

/**
 * Sends a mail, where mail is set up; elsewhere it does nothing. Never throws: what goes wrong is logged,
 * without the address, and whoever asked may ask again.
 */
export async function sendMail({ to, kind, path, language }: Letter): Promise<void> {
  const { mail, publicUrl } = env();
  if (!mail || !publicUrl) return;
  const t = createTranslator({
    locale: localeOf[language],
    messages: messagesFor(language, ['mail']),
    namespace: 'mail',
  });
  transport ??= mailTransport(mail.smtpUrl);
  try {
    await transport.sendMail({
      from: mail.from,
      to,
      subject: t(`${kind}.subject`),
      text: `${t(`${kind}.text`, { link: publicUrl + path })}\n`,
      // Nobody's holiday answers this.
      headers: { 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    log().info('mail sent', { code: kind });
  } catch (error) {
    log().error('mail could not be sent', { code: kind, error: errorCode(error) });
  }
}
