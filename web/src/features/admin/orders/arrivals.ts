/** Arrivals that wait for the screen at most; older ones are dropped, and the list is fetched anew instead. */
export const ARRIVALS_CAPACITY = 200;

/** The screen takes new arrivals in at most this often. */
export const ARRIVALS_EVERY_MS = 250;

export type Arrivals<T> = {
  add: (arrival: T) => void;
  stop: () => void;
};

type Timer = ReturnType<typeof setTimeout>;

type ArrivalsOptions<T> = {
  /** Called with what came since the last time, oldest first, and whether some of it was dropped. */
  onArrivals: (arrivals: readonly T[], hasDropped: boolean) => void;
  setTimer?: (callback: () => void, delayMs: number) => Timer;
  clearTimer?: (timer: Timer) => void;
};

/** Collects what arrives one by one and hands it on in groups, so that a rush of orders redraws the list a few times a second. */
export function collectArrivals<T>(options: ArrivalsOptions<T>): Arrivals<T> {
  const { onArrivals, setTimer = setTimeout, clearTimer = clearTimeout } = options;
  let waiting: T[] = [];
  let hasDropped = false;
  let timer: Timer | undefined;

  function flush(): void {
    timer = undefined;
    const arrivals = waiting;
    const dropped = hasDropped;
    waiting = [];
    hasDropped = false;
    onArrivals(arrivals, dropped);
  }

  return {
    add: (arrival) => {
      waiting.push(arrival);
      if (waiting.length > ARRIVALS_CAPACITY) {
        waiting.shift();
        hasDropped = true;
      }
      timer ??= setTimer(flush, ARRIVALS_EVERY_MS);
    },
    stop: () => {
      if (timer !== undefined) clearTimer(timer);
      timer = undefined;
      waiting = [];
    },
  };
}

type List<Node> = {
  readonly totalCount: number;
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
};

/** A newest-first list with the arrivals on top; what it holds already is not counted twice. */
export function withArrivals<
  Node extends { readonly id: string },
  L extends { readonly [K in keyof List<Node>]: List<Node>[K] },
>(list: L, arrivals: readonly Node[], toEdge: (node: Node) => L['edges'][number]): L {
  const known = new Set(list.edges.map(({ node }) => node.id));
  const added: L['edges'][number][] = [];
  for (const node of arrivals) {
    if (known.has(node.id)) continue;
    known.add(node.id);
    added.unshift(toEdge(node));
  }
  return { ...list, edges: [...added, ...list.edges], totalCount: list.totalCount + added.length };
}
