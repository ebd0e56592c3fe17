import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createDatabase, type Database } from '#prisma/client.ts';
import { Mailbox } from './mailbox.ts';
import { newAccount, ticketIn, ticketInLink } from './owner.ts';
import { Visitor } from './visitor.ts';
import { startWeerklank, type Weerklank } from './weerklank.ts';

/** What people type; the app behind it listens on a port of this machine. */
export const publicUrl = 'http://weerklank.test';

/** A provider of sign-in that is set up, and of whom nobody asks anything. */
export const withProvider = {
  OIDC_ISSUER: 'https://provider.test',
  OIDC_CLIENT_ID: 'weerklank',
  OIDC_CLIENT_SECRET: 'between the provider and us',
  OIDC_NAME: 'Provider',
};

/** The whole app with a mail server beside it. The pages must have been built. */
export class House {
  readonly weerklank: Weerklank;
  readonly mailbox: Mailbox;
  readonly db: Database;
  #made = 0;

  private constructor(weerklank: Weerklank, mailbox: Mailbox, db: Database) {
    this.weerklank = weerklank;
    this.mailbox = mailbox;
    this.db = db;
  }

  /** @param variables settings in the place of these. */
  static async open(variables: Record<string, string> = {}): Promise<House> {
    const mailbox = await Mailbox.open();
    const weerklank = await startWeerklank('', {
      PUBLIC_URL: publicUrl,
      SMTP_URL: mailbox.url,
      MAIL_FROM: 'Weerklank <weerklank@weerklank.test>',
      ...variables,
    });
    const db = await createDatabase({ file: join(weerklank.dataDir, 'weerklank.db') });
    return new House(weerklank, mailbox, db);
  }

  /** Where its database lies. */
  get file(): string {
    return join(this.weerklank.dataDir, 'weerklank.db');
  }

  async close(): Promise<void> {
    await this.db.$disconnect();
    await this.weerklank.stop();
    await this.mailbox.close();
  }

  /** Somebody who was never here. */
  visitor(): Visitor {
    return new Visitor(this.weerklank.url, publicUrl);
  }

  /** An address that nobody used. */
  address(): string {
    this.#made += 1;
    return `somebody${this.#made}@home.test`;
  }

  /** Makes an account, through the mail, and signs in with it. */
  async owner({
    visitor = this.visitor(),
    email = this.address(),
    password = 'a password of some length',
    role = 'partner',
  }: {
    visitor?: Visitor;
    email?: string;
    password?: string;
    role?: 'partner' | 'therapist';
  } = {}) {
    await visitor.account('create/ask', { email, language: 'nl' });
    const ticket = ticketInLink((await this.mailbox.next(email)).text);
    const made = await visitor.account('create/finish', { ...newAccount(password, role), ticket });
    await visitor.enter(ticketIn(made));
    const { userId } = await this.db.account.findUniqueOrThrow({ where: { email } });
    return { visitor, email, password, userId };
  }

  /** Runs a command of whoever runs the server. */
  command(...args: string[]): Promise<{ code: number | null; said: string }> {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', 'scripts/account/index.ts', ...args],
      {
        cwd: join(import.meta.dirname, '../..'),
        env: { ...process.env, DATA_DIR: this.weerklank.dataDir, PUBLIC_URL: publicUrl },
      },
    );
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (data: string) => {
        said += data;
      });
    }
    return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
  }
}
