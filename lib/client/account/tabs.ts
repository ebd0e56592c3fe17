import * as v from 'valibot';

const name = 'weerklank-account';

/** What one tab tells the others of this browser: somebody came in or went out. */
const Message = v.picklist(['in', 'out']);
export type Message = v.InferOutput<typeof Message>;

/** Tells the other tabs. A browser without channels tells nobody. */
export function tellTabs(message: Message): void {
  if (typeof BroadcastChannel === 'undefined') return;
  const channel = new BroadcastChannel(name);
  channel.postMessage(message);
  channel.close();
}

/** Hears what other tabs tell, until the function it answers with is called. */
export function hearTabs(hear: (message: Message) => void): () => void {
  if (typeof BroadcastChannel === 'undefined') return () => undefined;
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const message = v.safeParse(Message, data);
    if (message.success) hear(message.output);
  };
  return () => channel.close();
}
