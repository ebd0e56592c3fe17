import * as v from 'valibot';
import { Email } from '#lib/account.ts';
import { databaseFile } from '#lib/env.ts';
import { createDatabase } from '#prisma/client.ts';
import { commands, isCommand } from './commands.ts';

const help = `What whoever runs the server can do for an account. It may run meanwhile.

  npm run account -- <command> <e-mail> [...]

  link <e-mail>               a link to make an account with, or to choose a new password with
  sign-in-link <e-mail>       a link to sign in with; a second factor is still asked for
  sessions <e-mail>           who is signed in, and with what
  end <e-mail> [all | <id>]   signs out everywhere, or where <id> is
  second-factor-off <e-mail>  takes away the authenticator app, passkeys and backup codes
  verify-therapist <e-mail>   notes that you have seen proof of what they are
  delete <e-mail> --yes       deletes the account and frees its seats, for good

Links start with PUBLIC_URL, or else with http://localhost and PORT. Make sure that whoever gets one is
who they say: whoever has it can use it. The database is looked for in DATA_DIR.`;

const [name = '', address, ...rest] = process.argv.slice(2);
process.exitCode = await run();

async function run(): Promise<number> {
  if (['', 'help', '--help', '-h'].includes(name)) {
    console.log(help);
    return name === '' ? 2 : 0;
  }
  const email = v.safeParse(Email, address);
  if (!isCommand(name)) return wrong(`There is no command "${name}".\n\n${help}`);
  if (!email.success) return wrong(`After "${name}" comes an e-mail address.\n\n${help}`);
  const db = await createDatabase({ file: databaseFile() }).catch(() => null);
  if (!db) return wrong('There is no database in DATA_DIR: start Weerklank first.');
  try {
    const { ok, says } = await commands[name]({ db, email: email.output, rest, now: Date.now() });
    (ok ? console.log : console.error)(says);
    return ok ? 0 : 1;
  } finally {
    await db.$disconnect();
  }
}

function wrong(sentence: string): number {
  console.error(sentence);
  return 2;
}
