import { createTransport, type Transporter } from 'nodemailer';
import { loopback } from '#lib/sign-in-settings.ts';

/**
 * The way to a mail server. `smtps:` is encrypted from the beginning; by `smtp:` nothing is said before it
 * is (STARTTLS), and a server that cannot gets nothing, unless it runs on this very machine.
 */
export function mailTransport(smtpUrl: string): Transporter {
  const { protocol, hostname, port, username, password } = new URL(smtpUrl);
  const secure = protocol === 'smtps:';
  const user = decodeURIComponent(username);
  // Not its address as a whole: beside that nodemailer takes no notice of what else is set.
  return createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    secure,
    requireTLS: !secure && !loopback.test(hostname),
    ...(port === '' ? {} : { port: Number(port) }),
    ...(user === '' ? {} : { auth: { user, pass: decodeURIComponent(password) } }),
  });
}
