import { createHistogram } from 'node:perf_hooks';
import { Client } from 'undici';
import type { DriveReport, DriveRequest } from './drive.ts';

// Sends one workload to one server and reports what came back: a process of its own, so that its work is
// not measured as the server's.
process.on('message', (request: DriveRequest) => {
  drive(request).then(
    (report) => process.send?.({ report }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
process.on('disconnect', () => process.exit());

const TIMEOUT_MS = 30_000;
const MAX_WARM_UP_MS = 20_000;

async function drive({ url, workload, durationMs, isWarmUp }: DriveRequest): Promise<DriveReport> {
  const { origin, pathname } = new URL(url);
  const clients = Array.from({ length: workload.connections }, () => {
    return new Client(origin, { headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS });
  });
  const latency = createHistogram();
  const counts = { requests: 0, answered: 0, bytes: 0, failures: 0 };
  let next = 0;
  let failure: string | undefined;
  const begin = performance.now();
  const end = begin + durationMs;
  const mustSend = isWarmUp ? workload.bodies.length : 0;
  const lastEnd = isWarmUp ? begin + MAX_WARM_UP_MS : end;

  await Promise.all(clients.map((client) => keepAsking(client)));
  await Promise.all(clients.map((client) => client.destroy()));
  return {
    ...counts,
    seconds: durationMs / 1000,
    p50Ms: latency.percentile(50) / 1e6,
    p99Ms: latency.percentile(99) / 1e6,
    ...(failure !== undefined && { failure }),
  };

  async function keepAsking(client: Client): Promise<void> {
    for (;;) {
      const start = performance.now();
      if (start >= lastEnd || (start >= end && next >= mustSend)) return;
      const { isGood, bytes } = await ask(client);
      const now = performance.now();
      latency.record(Math.max(1, Math.round((now - start) * 1e6)));
      counts.answered += 1;
      counts.bytes += bytes;
      if (now <= end) counts.requests += 1;
      if (!isGood) counts.failures += 1;
    }
  }

  async function ask(client: Client): Promise<{ isGood: boolean; bytes: number }> {
    const sent = workload.bodies[next % workload.bodies.length] ?? '';
    next += 1;
    const { statusCode, body } = await client.request({
      path: pathname,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: sent,
    });
    const answer = Buffer.from(await body.arrayBuffer());
    // An error is at the beginning or the end of an answer: megabytes need not be parsed to see it.
    const isGood = statusCode === 200 && !answer.includes('"errors"');
    if (!isGood) failure ??= `${statusCode} ${answer.toString('utf8', 0, 300)}`;
    return { isGood, bytes: answer.length };
  }
}
