import { isDeepStrictEqual } from 'node:util';
import type { Workload } from './operations.ts';
import { ask, type StartedServer } from './started-server.ts';

/** Throws unless every server gives the same answer to every kind of request. */
export async function requireSameAnswers(
  servers: readonly StartedServer[],
  workloads: readonly Workload[],
): Promise<void> {
  for (const { name, bodies } of workloads) {
    const [body = ''] = bodies;
    const answers = await Promise.all(
      servers.map(async ({ url }) => (await (await ask(url, body)).json()) as { errors?: unknown }),
    );
    for (const [index, answer] of answers.entries()) {
      const server = servers[index]?.name ?? '';
      if (answer.errors !== undefined) {
        throw new Error(
          `${server} fails at ${name}: ${JSON.stringify(answer.errors).slice(0, 500)}`,
        );
      }
      if (!isDeepStrictEqual(answer, answers[0])) {
        throw new Error(`${server} and ${servers[0]?.name} differ at ${name}`);
      }
    }
  }
}
