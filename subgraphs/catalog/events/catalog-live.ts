import type { Live } from '#platform/live/live.ts';
import type { Log } from '#platform/telemetry/log.ts';
import type { ChangedProduct } from '../data/product-cache.ts';

/** Where replicas tell each other what has changed, so that nobody's memory serves what is older. */
const CHANNEL = 'catalog:products:changed';

type Message = { changed: readonly ChangedProduct[] } | { gap: true };

export const announceChanges =
  (live: Pick<Live, 'publish'>, log: Log) =>
  async (changed: readonly ChangedProduct[]): Promise<void> => {
    await live
      .publish(CHANNEL, { changed } satisfies Message)
      // The others then notice when their copies are old.
      .catch((error: unknown) => log.warn({ err: error }, 'a changed product was not announced'));
  };

/** Resolves when it listens. What is told while the connection is away shows as a gap. */
export async function followChanges(
  live: Pick<Live, 'subscribe'>,
  signal: AbortSignal,
  on: { changed: (changed: readonly ChangedProduct[]) => void; gap: () => void },
): Promise<void> {
  const messages = await live.subscribe<Message>(CHANNEL, signal, { afterGap: { gap: true } });
  const follow = async () => {
    for await (const message of messages) {
      if ('gap' in message) on.gap();
      else on.changed(message.changed);
    }
  };
  void follow();
}
