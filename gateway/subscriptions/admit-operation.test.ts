import { ANONYMOUS } from '../../platform/identity/viewer.ts';
import { silentLog } from '../../platform/telemetry/log.ts';
import { createMetrics } from '../../platform/telemetry/metrics.ts';
import { createInputBudget } from '../operations/input-budget.ts';
import { createRateLimit } from '../operations/rate-limit.ts';
import { createRefusals, refusal } from '../operations/refusals.ts';
import { createAdmitOperation } from './admit-operation.ts';

test('what is refused over sockets is charged, and who has used it up is refused without being looked at', async () => {
  const metrics = createMetrics();
  const rates = { address: 3, user: 3, registered: 0, partner: 0 };
  const looked: string[] = [];
  const admit = createAdmitOperation({
    graphs: { run: (work) => work({} as never) },
    admit(_graph, _incoming, { address }) {
      looked.push(address);
      return Promise.reject(refusal('BAD_USER_INPUT', 'a mistake'));
    },
    input: createInputBudget({
      rateLimit: createRateLimit({ redis: undefined, log: silentLog, metrics }),
      refusals: createRefusals(metrics, silentLog),
      rates,
      isReportOnly: false,
    }),
    run: () => Promise.reject(new Error('nothing is to run')),
    tracing: undefined,
  });
  const ask = (address: string) => admit({}, { viewer: ANONYMOUS, requestId: 'r', address });

  for (let times = 0; times < 4; times += 1) await expect(ask('a')).rejects.toThrow('a mistake');
  for (let times = 0; times < 9; times += 1) await expect(ask('a')).rejects.toThrow('try again in');
  await expect(ask('b')).rejects.toThrow('a mistake');
  expect(looked).toEqual(['a', 'a', 'a', 'a', 'b']);
});
