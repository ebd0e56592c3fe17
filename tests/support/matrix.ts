// Who gets what answer, written by hand: what the program does is held against this, and never the other
// way round. A new route, page or request of the sockets has no place in the program before it stands here.

/** Everybody that is tried, in the order of the columns. */
export const everyone = [
  'anonymous',
  'stranger',
  'partner',
  'exPartner',
  'observer',
  'revokedObserver',
  'deleted',
] as const;
/**
 * `stranger`: a guest of another room. `partner`: has an account and sits in the room. `exPartner`: a guest
 * whose seat was taken by another device. `observer`: a therapist with a second factor, whom both
 * let in. `revokedObserver`: the same, until a partner let them go. `deleted`: was a partner with an account, and deleted it.
 */
export type Who = (typeof everyone)[number];

/** The answer for each of them: the status, and the reason that stands beside it. */
export type Row = Readonly<Record<Who, string>>;

const columns = (
  ...answers: readonly [string, string, string, string, string, string, string]
): Row => ({
  anonymous: answers[0],
  stranger: answers[1],
  partner: answers[2],
  exPartner: answers[3],
  observer: answers[4],
  revokedObserver: answers[5],
  deleted: answers[6],
});

const no = '403 forbidden';
const none = '404 not-found';
const yes = '200';

//                            anonymous stranger partner ex     observer revoked deleted
const anybody = columns(yes, yes, yes, yes, yes, yes, yes);
const partners = columns(none, none, yes, none, none, none, none);
const accounts = columns(no, no, yes, no, yes, yes, no);
const guests = columns(no, yes, no, yes, no, no, no);
const therapists = columns(no, no, no, no, yes, yes, no);
/** To whoever was let out again the way to the door is open, until one of the two closes it. */
const atTheGate = columns(none, none, none, none, yes, yes, none);

/** Every route, each with everything that can be asked of it. */
export const routes: Readonly<Record<string, Row>> = {
  'GET /api/exercises': anybody,
  'GET /api/exercises/[id]/[version]': anybody,
  'POST /api/invitations/standing': anybody,

  'GET /api/auth/[...nextauth] csrf': anybody,
  'GET /api/auth/[...nextauth] session': anybody,
  'GET /api/auth/[...nextauth] providers': anybody,
  'POST /api/auth/[...nextauth] callback/guest, a new room': anybody,
  'POST /api/auth/[...nextauth] callback/guest, a room of others': columns(
    '401',
    '401',
    yes,
    '401',
    '401',
    '401',
    '401',
  ),
  'POST /api/auth/[...nextauth] callback/guest, a used link': columns(
    '401',
    '401',
    '401',
    '401',
    '401',
    '401',
    '401',
  ),
  'POST /api/auth/[...nextauth] callback/account': anybody,
  'POST /api/auth/[...nextauth] callback/account, a used ticket': columns(
    '401',
    '401',
    '401',
    '401',
    '401',
    '401',
    '401',
  ),
  'POST /api/auth/[...nextauth] signout': anybody,

  'GET /api/rooms/[roomId]/sessions': partners,
  'POST /api/sessions/[sessionId] to look back': partners,
  'POST /api/sessions/[sessionId] to take along, mine': partners,
  'POST /api/sessions/[sessionId] to take along, ours': partners,
  'GET /api/rooms/[roomId]/rights': partners,
  'POST /api/rooms/[roomId]/known': partners,
  'POST /api/rooms/[roomId]/retention': partners,
  'POST /api/rooms/[roomId]/export-agreement': partners,
  'POST /api/rooms/[roomId]/erase': partners,
  'POST /api/rooms/[roomId]/leave': partners,
  'POST /api/guest/forget': guests,
  'POST /api/rooms/[roomId]/keys fetch': partners,
  'POST /api/rooms/[roomId]/keys hold': partners,
  'POST /api/rooms/[roomId]/keys rotate': partners,
  'POST /api/rooms/[roomId]/help state': partners,
  'POST /api/rooms/[roomId]/help ask': partners,
  'POST /api/rooms/[roomId]/help answer': partners,
  'POST /api/rooms/[roomId]/help reveal': partners,
  'POST /api/rooms/[roomId]/help give': partners,
  'POST /api/rooms/[roomId]/help stop': partners,
  'POST /api/rooms/[roomId]/observation state': partners,
  'POST /api/rooms/[roomId]/observation invite': partners,
  'POST /api/rooms/[roomId]/observation withdraw': partners,
  'POST /api/rooms/[roomId]/observation turn': partners,
  'POST /api/rooms/[roomId]/observation take-back': partners,
  'POST /api/rooms/[roomId]/observation decline': partners,
  'POST /api/rooms/[roomId]/observation answer': partners,
  'POST /api/rooms/[roomId]/observation give': partners,
  'POST /api/rooms/[roomId]/observation show-out': partners,
  'POST /api/rooms/[roomId]/observation part': partners,
  'POST /api/rooms/[roomId]/observation decline-homework': partners,
  'POST /api/rooms/[roomId]/observation share-homework': partners,
  'POST /api/rooms/[roomId]/observation cancel-appointment': partners,
  'POST /api/observe': therapists,
  'POST /api/observe/[roomId] state': atTheGate,
  'POST /api/observe/[roomId] knock': atTheGate,
  'POST /api/observe/[roomId] reveal': atTheGate,
  'POST /api/observe/[roomId] leave': atTheGate,

  'POST /api/account/create/ask': anybody,
  'POST /api/account/create/open': anybody,
  'POST /api/account/create/finish': anybody,
  'POST /api/account/stretch': anybody,
  'POST /api/account/sign-in': anybody,
  'POST /api/account/second': anybody,
  'POST /api/account/passkey/options': anybody,
  'POST /api/account/passkey/sign-in': anybody,
  'POST /api/account/link/ask': anybody,
  'POST /api/account/link/open': anybody,
  'POST /api/account/reset/ask': anybody,
  'POST /api/account/reset/open': anybody,
  'POST /api/account/reset/finish': anybody,
  'POST /api/account/auth-sessions/end': accounts,
  'POST /api/account/auth-sessions/here': accounts,
  'POST /api/account/provider/link-intent': accounts,
  'POST /api/account/provider/unlink': accounts,
  'GET /api/account/overview': accounts,
  'POST /api/account/vault': accounts,
  'POST /api/account/password': accounts,
  'POST /api/account/recovery': accounts,
  'POST /api/account/backup': accounts,
  'POST /api/account/delete': accounts,
  'POST /api/account/totp/begin': accounts,
  'POST /api/account/totp/confirm': accounts,
  'POST /api/account/totp/remove': accounts,
  'POST /api/account/passkey/register-options': accounts,
  'POST /api/account/passkey/register': accounts,
  'POST /api/account/passkey/remove': accounts,

  'GET /api/desk': therapists,
  'POST /api/desk profile': therapists,
  'POST /api/desk keep': therapists,
  'POST /api/desk drop': therapists,
  'POST /api/desk give-homework': therapists,
  'POST /api/desk take-homework': therapists,
  'POST /api/desk make-appointment': therapists,
  'POST /api/desk cancel-appointment': therapists,
  'POST /api/desk end-case': therapists,
};

const away = '307';
//                             anonymous stranger partner exPartner observer revokedObserver deleted
const ownPages = columns(away, yes, yes, yes, yes, yes, away);
const accountPages = columns(away, away, yes, away, yes, yes, away);
const deskPages = columns(away, away, away, away, yes, yes, away);
const withoutAccount = columns(yes, yes, away, yes, away, away, yes);

/**
 * Every page; `307` is sent to where they can sign in, or to their account. What is in a room is opened on
 * a device: to the server its page is the same for all.
 */
export const pages: Readonly<Record<string, Row>> = {
  '/': anybody,
  '/account': ownPages,
  '/account/create': withoutAccount,
  '/account/reset': anybody,
  '/account/sign-in': anybody,
  '/account/unlock': accountPages,
  '/desk': deskPages,
  '/exercises': anybody,
  '/exercises/[id]': anybody,
  '/help': anybody,
  '/join': anybody,
  '/observe': anybody,
  '/observe/[roomId]': anybody,
  '/privacy': anybody,
  '/read': anybody,
  '/room/[roomId]': anybody,
  '/room/[roomId]/keys': anybody,
  '/room/[roomId]/known': anybody,
  '/room/[roomId]/observer': anybody,
  '/room/[roomId]/rights': anybody,
  '/room/[roomId]/replay/[sessionId]': anybody,
  '/taste': anybody,
};

const shut = 'forbidden';
const atTheDoor = columns(shut, shut, 'ok', shut, shut, shut, shut);

/** Every request over the sockets of the room. */
export const events: Readonly<Record<string, Row>> = {
  'exercise:propose': atTheDoor,
  'exercise:retract': atTheDoor,
  'session:open': atTheDoor,
  // To the observer as well: the session was over before she was let in.
  'session:join': atTheDoor,
  'move:submit': atTheDoor,
  'invitation:make': atTheDoor,
  'invitation:withdraw': atTheDoor,
  'presence:writing': atTheDoor,
  'observer:act': columns(shut, shut, shut, shut, 'ok', shut, shut),
  'exercise:suggest': columns(shut, shut, shut, shut, 'ok', shut, shut),
};

/**
 * What the stranger hears who asks, over the socket of a room of their own, about a thing of this room.
 * Nothing of this room changes: `ok` to taking back an invitation that is none of theirs means nothing.
 */
export const reachingOver: Readonly<Record<string, string>> = {
  'session:open': shut,
  'session:join': shut,
  'move:submit': shut,
  'invitation:make': shut,
  'invitation:withdraw': 'ok',
  'observer:act': shut,
  'exercise:suggest': shut,
};

/** Everybody, those who are refused first: whoever is let through may change what is asked about. */
export function refusedFirst(row: Row, isRefusal: (answer: string) => boolean): readonly Who[] {
  const refused = everyone.filter((who) => isRefusal(row[who]));
  return [...refused, ...everyone.filter((who) => !refused.includes(who))];
}
