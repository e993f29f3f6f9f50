import { ARRIVALS_CAPACITY, collectArrivals, withArrivals } from './arrivals.ts';

function openCollector() {
  const groups: { arrivals: readonly number[]; hasDropped: boolean }[] = [];
  let pending: (() => void) | undefined;
  const collector = collectArrivals<number>({
    onArrivals: (arrivals, hasDropped) => groups.push({ arrivals, hasDropped }),
    setTimer: (callback) => {
      pending = callback;
      return 1 as unknown as ReturnType<typeof setTimeout>;
    },
    clearTimer: () => {
      pending = undefined;
    },
  });
  const tick = () => {
    const callback = pending;
    pending = undefined;
    callback?.();
  };
  return { collector, groups, tick };
}

test('what arrives between two ticks comes as one group, in order', () => {
  const { collector, groups, tick } = openCollector();
  collector.add(1);
  collector.add(2);
  expect(groups).toEqual([]);
  tick();
  collector.add(3);
  tick();
  expect(groups).toEqual([
    { arrivals: [1, 2], hasDropped: false },
    { arrivals: [3], hasDropped: false },
  ]);
});

test('a rush keeps the newest and says that some were dropped', () => {
  const { collector, groups, tick } = openCollector();
  for (let order = 0; order <= ARRIVALS_CAPACITY; order += 1) collector.add(order);
  tick();
  expect(groups[0]?.arrivals).toHaveLength(ARRIVALS_CAPACITY);
  expect(groups[0]?.arrivals[0]).toBe(1);
  expect(groups[0]?.hasDropped).toBe(true);
});

test('nothing is handed on after the end', () => {
  const { collector, groups, tick } = openCollector();
  collector.add(1);
  collector.stop();
  tick();
  expect(groups).toEqual([]);
});

const edge = (node: { id: string }) => ({ cursor: node.id, node });

test('arrivals stand on top, the newest first', () => {
  const list = { totalCount: 1, edges: [edge({ id: 'a' })] };
  const next = withArrivals(list, [{ id: 'b' }, { id: 'c' }], edge);
  expect(next.edges.map(({ node }) => node.id)).toEqual(['c', 'b', 'a']);
  expect(next.totalCount).toBe(3);
});

test('an order that the list holds already is not added again', () => {
  const list = { totalCount: 1, edges: [edge({ id: 'a' })] };
  expect(withArrivals(list, [{ id: 'a' }, { id: 'b' }, { id: 'b' }], edge).totalCount).toBe(2);
});
