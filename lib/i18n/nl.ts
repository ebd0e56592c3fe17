import { account } from './nl/account.ts';
import { care } from './nl/care.ts';
import { common } from './nl/common.ts';
import { cues } from './nl/cues.ts';
import { desk } from './nl/desk.ts';
import { ending } from './nl/ending.ts';
import { errors } from './nl/errors.ts';
import { help } from './nl/help.ts';
import { hints } from './nl/hints.ts';
import { hold } from './nl/hold.ts';
import { home } from './nl/home.ts';
import { join } from './nl/join.ts';
import { keys } from './nl/keys.ts';
import { known } from './nl/known.ts';
import { library } from './nl/library.ts';
import { mail } from './nl/mail.ts';
import { newAccount } from './nl/new-account.ts';
import { observe } from './nl/observe.ts';
import { observing } from './nl/observing.ts';
import { privacy } from './nl/privacy.ts';
import { refusal } from './nl/refusal.ts';
import { replay } from './nl/replay.ts';
import { reread } from './nl/reread.ts';
import { reset } from './nl/reset.ts';
import { rights } from './nl/rights.ts';
import { room } from './nl/room.ts';
import { session } from './nl/session.ts';
import { signIn } from './nl/sign-in.ts';
import { taste } from './nl/taste.ts';

/** Every sentence of the app in Dutch, in ICU syntax, by namespace. The source of all keys. */
export const nl = {
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
} as const;

export type Messages = typeof nl;
export type Namespace = keyof Messages;
