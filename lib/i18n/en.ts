import { account } from './en/account.ts';
import { care } from './en/care.ts';
import { common } from './en/common.ts';
import { cues } from './en/cues.ts';
import { desk } from './en/desk.ts';
import { ending } from './en/ending.ts';
import { errors } from './en/errors.ts';
import { help } from './en/help.ts';
import { hints } from './en/hints.ts';
import { hold } from './en/hold.ts';
import { home } from './en/home.ts';
import { join } from './en/join.ts';
import { keys } from './en/keys.ts';
import { known } from './en/known.ts';
import { library } from './en/library.ts';
import { mail } from './en/mail.ts';
import { newAccount } from './en/new-account.ts';
import { observe } from './en/observe.ts';
import { observing } from './en/observing.ts';
import { privacy } from './en/privacy.ts';
import { refusal } from './en/refusal.ts';
import { replay } from './en/replay.ts';
import { reread } from './en/reread.ts';
import { reset } from './en/reset.ts';
import { rights } from './en/rights.ts';
import { room } from './en/room.ts';
import { session } from './en/session.ts';
import { signIn } from './en/sign-in.ts';
import { taste } from './en/taste.ts';
import type { Messages } from './nl.ts';
import type { Translation } from './translation.ts';

/** Every sentence of the app in English; the keys and placeholders are those of the Dutch. */
export const en = {
  home,
  join,
  common,
  refusal,
  room,
  library,
  session,
  hints,
  hold,
  ending,
  replay,
  keys,
  observing,
  taste,
  care,
  help,
  rights,
  known,
  reread,
  privacy,
  errors,
  account,
  desk,
  signIn,
  newAccount,
  reset,
  mail,
  observe,
  cues,
} satisfies Translation<Messages>;
