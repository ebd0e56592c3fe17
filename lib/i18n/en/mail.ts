export const mail = {
  create: {
    subject: 'Your Weerklank account',
    text: `Hello,

Finish your Weerklank account with this link:

{link}

It works once, within the hour. Did you not ask for this? Then there is nothing to do: without the link nothing happens.`,
  },
  exists: {
    subject: 'You already have a Weerklank account',
    text: `Hello,

Somebody, most likely you, wanted to make a Weerklank account with this address. You already have one. You can sign in here:

{link}

Forgotten your password? Ask for a new one on that page. Was it not you? Then there is nothing to do.`,
  },
  reset: {
    subject: 'A new password for Weerklank',
    text: `Hello,

Choose a new password with this link:

{link}

It works once, within ten minutes. Have your recovery code ready: with it your earlier talks stay readable. Did you not ask for this? Then there is nothing to do: your password stays as it is.`,
  },
  link: {
    subject: 'Signing in to Weerklank',
    text: `Hello,

This link signs you in on the device you open it on:

{link}

It works once, within ten minutes. Do not pass it on to anybody. Did you not ask for this? Then there is nothing to do.`,
  },
  password: {
    subject: 'Your Weerklank password was changed',
    text: `Hello,

The password of your account was changed just now. Was it you? Then all is well.

Was it not you? Then choose ‘Forgotten your password?’ on this page at once. After that, check in your account which devices are signed in.

{link}`,
  },
  recovery: {
    subject: 'Your Weerklank recovery code was replaced',
    text: `Hello,

The recovery code of your account was replaced just now. The former one opens nothing any more. If that was you, all is well.

If it was not, choose a new password right away, then make a new recovery code yourself, and look on your account page who is signed in:

{link}`,
  },
  factor: {
    subject: 'How you sign in to Weerklank has changed',
    text: `Hello,

A way to sign in was just added to your account or taken away from it. Was it you? Then all is well.

Was it not you? Then choose another password in your account at once, and check there what has changed:

{link}`,
  },
} as const;
