import { isStoreUnavailable } from '../messaging/store-unavailable.ts';
import { createPace } from '../resilience/pace.ts';

export interface GroupCallsOptions {
  /** Most items of one group. */
  maxItems: number;
  /** Most items that wait for their group; one more is refused with QueueFull. */
  maxWaiting: number;
  /** Between the beginnings of two groups, so that they are not smaller than they need be; none when it is left out. */
  paceMs?: number;
  /**
   * The longest rest after a group of several: it rests twice as long as it took, so that groups grow with what the
   * machine has to do, and cost less each. None when it is left out.
   */
  mostRestMs?: number;
}

/** More is asked at once than can be worked off soon. */
export class QueueFull extends Error {
  override name = 'QueueFull';
}

interface Waiting<Item, Answer> {
  item: Item;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

/**
 * Turns work on a list, usually a transaction, into a call for one item: those that come while a group is under
 * way make up the next one. So who comes alone waits for nobody, and the groups grow with the load: 50 orders a statement
 * cost PostgreSQL an eighth of 50 statements.
 *
 * `work` answers in the order of the items. When it throws it must have had no effect, or bear repetition: the
 * group is halved until the item that it cannot take fails alone. A store that is away fails them all at once.
 */
export function groupCalls<Item, Answer>(
  { maxItems, maxWaiting, paceMs = 0, mostRestMs = 0 }: GroupCallsOptions,
  work: (items: readonly Item[]) => Promise<readonly Answer[]>,
): (item: Item) => Promise<Answer> {
  const queue: Waiting<Item, Answer>[] = [];
  const pace = createPace({ everyMs: paceMs, mostRestMs });
  let isRunning = false;

  async function run(): Promise<void> {
    while (queue.length > 0) {
      // Calls of the same turn go together.
      await new Promise((turn) => setImmediate(turn));
      if (paceMs + mostRestMs > 0) await pace.begin();
      const group = queue.splice(0, maxItems);
      await settle(group);
      if (mostRestMs > 0 && group.length > 1) pace.ended();
    }
    isRunning = false;
  }

  async function settle(group: readonly Waiting<Item, Answer>[]): Promise<void> {
    try {
      const answers = await work(group.map(({ item }) => item));
      for (const [index, { resolve }] of group.entries()) resolve(answers[index] as Answer);
    } catch (error) {
      if (group.length === 1 || isStoreUnavailable(error)) {
        for (const { reject } of group) reject(error);
        return;
      }
      const middle = Math.ceil(group.length / 2);
      await settle(group.slice(0, middle));
      await settle(group.slice(middle));
    }
  }

  return (item) =>
    new Promise((resolve, reject) => {
      if (queue.length >= maxWaiting) {
        reject(new QueueFull(`${maxWaiting} calls wait already`));
        return;
      }
      queue.push({ item, resolve, reject });
      if (isRunning) return;
      isRunning = true;
      void run();
    });
}
