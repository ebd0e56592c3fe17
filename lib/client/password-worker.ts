import * as v from 'valibot';
import { Stretch } from '#lib/account/stretch.ts';
import { splitPassword } from '#lib/vault/password.ts';

const Job = v.strictObject({ password: v.string(), stretch: Stretch });

/** Stretches the one password it is sent. Only the page that started it can reach it. */
self.addEventListener('message', async ({ data }: MessageEvent<unknown>) => {
  const { password, stretch } = v.parse(Job, data);
  self.postMessage(await splitPassword(password, stretch));
});
