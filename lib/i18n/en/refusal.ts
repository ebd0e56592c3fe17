import type { Refusal } from '#lib/protocol.ts';

export const refusal = {
  'not-your-floor': 'It is your partner’s turn now. Wait a moment, yours will come.',
  'not-your-role': 'In this step that is up to your partner. See what is asked of you now.',
  'not-now': 'That is not possible in this step. The talk may just have moved on.',
  'already-answered': 'Your answer is in already. Now we are waiting for your partner.',
  'on-hold': 'The talk is on hold for now. Start it again together first.',
  ended: 'This talk is over. Together you can start a new one.',
  'words-required': 'This needs words. Write something, then send it.',
  'words-not-expected': 'This needed no words. Try once more without them.',
  'chain-moved': 'Something just came in between. Read it, then send again.',
  'too-soon': 'That moment is too soon. Choose a later one, or wait a little longer.',
  'too-late': 'That moment is too far off. Choose one within 24 hours.',
  'not-your-words': 'Those are not your words. You can only erase what you said yourself.',
  'no-private-cues': 'A cue for one of the two was not agreed on. Give it to both.',
  'bad-request': 'The server did not understand this. Reload the page and try again.',
  forbidden:
    'This device has no seat in this room. Open the room on the device you came in with, or sign in with your account.',
  'move-id-reused': 'This did not arrive as it should. Reload the page and try again.',
  'stale-epoch':
    'The room has a new key by now, and it is not here yet. Your words stay on your device; we will keep trying.',
  'session-open': 'A talk is already going on in this room. Finish that one together first.',
  'seat-taken':
    'Your partner is sitting in that seat now, or can come back in with an account. So there is no need for a new link.',
  'unknown-exercise': 'This exercise is not known here. Reload the page and choose again.',
  'not-proposed': 'This suggestion is no longer there. Choose again, together.',
  storage: 'The server could not keep this yet. We will keep trying.',
  draining: 'The server is restarting. Wait a few seconds, it will carry on by itself.',
  retry: 'It was too busy for a moment. We will keep trying.',
  'slow-down': 'That was a lot in a short time. Wait a minute; what you wrote is kept.',
} satisfies Record<Refusal, string>;
