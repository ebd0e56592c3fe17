import * as v from 'valibot';
import { refused } from '#lib/dialogue/result.ts';
import { PasswordHalves, type Split } from '#lib/vault/password.ts';

const Answer = v.variant('ok', [
  v.strictObject({ ok: v.literal(true), value: PasswordHalves }),
  v.strictObject({
    ok: v.literal(false),
    reason: v.picklist(['weak-cost', 'absurd-cost', 'empty', 'unavailable']),
  }),
]);

/**
 * `splitPassword` beside the page, which goes on meanwhile. Each password has a worker of its own, and
 * all memory that held it goes with that worker. `unavailable` also when no worker starts.
 */
export const splitInWorker: Split = (password, stretch) => {
  const worker = new Worker(new URL('./password-worker.ts', import.meta.url), { type: 'module' });
  const answer: ReturnType<Split> = new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const read = v.safeParse(Answer, data);
      if (read.success) resolve(read.output);
      else reject(new Error('Not an answer of the worker'));
    });
    worker.addEventListener('error', () => resolve(refused('unavailable')));
    worker.postMessage({ password, stretch });
  });
  return answer.finally(() => worker.terminate());
};
