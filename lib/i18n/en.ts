import { care } from './en/care.ts';
import { common } from './en/common.ts';
import { ending } from './en/ending.ts';
import { errors } from './en/errors.ts';
import { help } from './en/help.ts';
import { hints } from './en/hints.ts';
import { hold } from './en/hold.ts';
import { home } from './en/home.ts';
import { join } from './en/join.ts';
import { keys } from './en/keys.ts';
import { library } from './en/library.ts';
import { mail } from './en/mail.ts';
import { refusal } from './en/refusal.ts';
import { replay } from './en/replay.ts';
import { room } from './en/room.ts';
import { session } from './en/session.ts';
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
  taste,
  care,
  help,
  errors,
  mail,
} satisfies Translation<Messages>;
