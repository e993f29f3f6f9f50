import { createCommits, type Position } from './commit-together.ts';

type Request = {
  topics: { topic: string; partitions: { partition: number; offset: string }[] }[];
};

function broker() {
  const requests: Request[] = [];
  let answer = Promise.resolve();
  return {
    requests,
    answerWith: (next: Promise<void>) => void (answer = next),
    committer: {
      commitOffsetsIfNecessary(request?: unknown) {
        requests.push(request as Request);
        return answer;
      },
    },
  };
}

const at = (topic: string, partition: number, offset: string): Position => ({
  topic,
  partition,
  offset,
});
const turn = () => new Promise((resolve) => setImmediate(resolve));

test('partitions that are handled in one turn are told in one request', async () => {
  const { committer, requests } = broker();
  const commit = createCommits();

  await Promise.all([
    commit(committer, at('orders', 0, '5')),
    commit(committer, at('orders', 3, '7')),
    commit(committer, at('stock', 0, '1')),
  ]);

  expect(requests).toEqual([
    {
      topics: [
        {
          topic: 'orders',
          partitions: [
            { partition: 0, offset: '5' },
            { partition: 3, offset: '7' },
          ],
        },
        { topic: 'stock', partitions: [{ partition: 0, offset: '1' }] },
      ],
    },
  ]);
});

test('what comes while a request is under way goes with the next, and is done no earlier', async () => {
  const { committer, requests, answerWith } = broker();
  const commit = createCommits();
  const first = Promise.withResolvers<void>();
  answerWith(first.promise);
  const early = commit(committer, at('orders', 0, '5'));
  await turn();
  const late: string[] = [];
  const others = [1, 2].map((partition) =>
    commit(committer, at('orders', partition, '9')).then(() => late.push(String(partition))),
  );
  await turn();
  expect(requests).toHaveLength(1);
  expect(late).toEqual([]);

  answerWith(Promise.resolve());
  first.resolve();
  await Promise.all([early, ...others]);
  expect(requests[1]?.topics[0]?.partitions.map(({ partition }) => partition)).toEqual([1, 2]);
});

test('who waits for a request that fails is told so, and those after it are not', async () => {
  const { committer, answerWith } = broker();
  const commit = createCommits();
  const rebalance = Promise.withResolvers<void>();
  answerWith(rebalance.promise);
  const failing = [
    commit(committer, at('orders', 0, '5')),
    commit(committer, at('orders', 1, '5')),
  ].map((each) => each.catch((error: Error) => error.message));
  await turn();
  rebalance.reject(new Error('the group is rebalancing'));

  expect(await Promise.all(failing)).toEqual([
    'the group is rebalancing',
    'the group is rebalancing',
  ]);
  answerWith(Promise.resolve());
  await commit(committer, at('orders', 0, '6'));
});
