import { SMTPServer } from 'smtp-server';

/** A mail as it came over the wire. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** A mail server that keeps what comes, on a port of its own. */
export class Mailbox {
  readonly mails: Mail[] = [];
  readonly #server: SMTPServer;
  readonly #waiting = new Set<() => void>();

  private constructor() {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, session, done) => {
        let raw = '';
        stream.setEncoding('utf8').on('data', (part: string) => {
          raw += part;
        });
        stream.on('end', () => {
          this.#take(raw, session.envelope.rcptTo.map(({ address }) => address).join());
          done();
        });
      },
    });
  }

  static async open(): Promise<Mailbox> {
    const mailbox = new Mailbox();
    // Whoever sends may be killed in the middle of a sentence.
    mailbox.#server.on('error', () => undefined);
    await new Promise<void>((resolve) => mailbox.#server.listen(0, '127.0.0.1', resolve));
    return mailbox;
  }

  get url(): string {
    const address = this.#server.server.address();
    if (typeof address !== 'object' || !address) throw new Error('A mailbox without a port');
    return `smtp://127.0.0.1:${address.port}`;
  }

  /** The first mail to this address that is not taken yet, among those that came and are to come. */
  async next(to: string): Promise<Mail> {
    for (;;) {
      const at = this.mails.findIndex((mail) => mail.to === to);
      const [mail] = at < 0 ? [] : this.mails.splice(at, 1);
      if (mail) return mail;
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  #take(raw: string, to: string): void {
    const [head = '', ...rest] = raw.split('\r\n\r\n');
    const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
    const field = (name: string) =>
      lines.find((line) => line.toLowerCase().startsWith(`${name}: `))?.slice(name.length + 2) ??
      '';
    const body = rest.join('\r\n\r\n');
    const text = field('content-transfer-encoding') === 'quoted-printable' ? unquoted(body) : body;
    this.mails.push({ to, subject: field('subject'), text });
    for (const look of this.#waiting) look();
    this.#waiting.clear();
  }
}

/** Quoted-printable (RFC 2045) undone. */
function unquoted(text: string): string {
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
