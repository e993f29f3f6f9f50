import type { Live } from '../live/live.ts';
import type { OutboxRelay } from './outbox-relay.ts';

/** So often a process tells of what it has committed: relays begin a pass no more often. */
const CALL_MS = 10;

const channelOf = (subgraph: string): string => `outbox:${subgraph}`;

export interface RelayCaller {
  /** Something was committed. */
  call: () => void;
  stop: () => void;
}

/** Tells the relays of a subgraph, in whatever process they run. A call that is lost costs one interval of theirs. */
export function createRelayCaller(live: Pick<Live, 'publish'>, subgraph: string): RelayCaller {
  let timer: NodeJS.Timeout | undefined;
  let isWanted = false;

  function tell(): void {
    // Without Redis nothing can be published, and when it is back they look by themselves.
    live.publish(channelOf(subgraph), null).catch(() => undefined);
    timer = setTimeout(() => {
      timer = undefined;
      if (!isWanted) return;
      isWanted = false;
      tell();
    }, CALL_MS);
    timer.unref();
  }

  return {
    call() {
      if (timer === undefined) tell();
      else isWanted = true;
    },
    stop: () => clearTimeout(timer),
  };
}

/** Wakes a relay whenever a process without one calls it, until `signal` aborts. Hears calls when it resolves. */
export async function hearRelayCalls(
  live: Pick<Live, 'subscribe'>,
  subgraph: string,
  relay: Pick<OutboxRelay, 'wake'>,
  signal: AbortSignal,
): Promise<void> {
  const calls = await live.subscribe(channelOf(subgraph), signal);
  void (async () => {
    while ((await calls.next()).done !== true) relay.wake();
  })();
}
