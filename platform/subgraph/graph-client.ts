import DataLoader from 'dataloader';
import { AppError } from '../errors.ts';
import type { ServiceViewer } from '../identity/viewer.ts';
import { createGuard } from '../resilience/guard.ts';
import { activeTrace } from '../telemetry/trace.ts';
import type { SubgraphConnection } from './connection.ts';

/** How one subgraph asks another: a GraphQL operation under a service identity. */
export interface GraphClient {
  /**
   * Runs an operation against a subgraph and returns its data. Throws UNAVAILABLE when the subgraph
   * does not answer in time, or is skipped because it has not answered for a while, and the first
   * error of the answer otherwise.
   */
  request: <Data>(
    subgraph: string,
    query: string,
    variables: Readonly<Record<string, unknown>>,
  ) => Promise<Data>;
}

export interface GraphClientOptions {
  /** Who is asking. */
  service: string;
  connect: (subgraph: string) => SubgraphConnection;
  newId: () => string;
  timeoutMs?: number;
  /** How long a subgraph that failed several times in a row is not asked. */
  openMs?: number;
}

const TIMEOUT_MS = 5_000;

export function createGraphClient(options: GraphClientOptions): GraphClient {
  const { service, connect, newId, timeoutMs = TIMEOUT_MS, openMs } = options;
  const viewer: ServiceViewer = { kind: 'service', name: service };
  const guards = new Map<string, ReturnType<typeof createGuard>>();

  return {
    async request<Data>(
      subgraph: string,
      query: string,
      variables: Readonly<Record<string, unknown>>,
    ) {
      const result = await ask(subgraph, query, variables);
      const [error] = result.errors ?? [];
      if (error !== undefined) throw new Error(`${subgraph} answered: ${error.message}`);
      return result.data as Data;
    },
  };

  async function ask(subgraph: string, query: string, variables: Record<string, unknown>) {
    const trace = activeTrace();
    const request = {
      query,
      variables,
      viewer,
      requestId: newId(),
      ...(trace !== undefined && { trace }),
    };
    try {
      return await guardOf(subgraph).execute(({ signal }) =>
        connect(subgraph).execute({ ...request, signal }),
      );
    } catch (error) {
      throw new AppError('UNAVAILABLE', `${subgraph} does not answer: try again in a moment`, {
        cause: error,
      });
    }
  }

  function guardOf(subgraph: string) {
    const known = guards.get(subgraph);
    if (known !== undefined) return known;
    const guard = createGuard({ timeoutMs, ...(openMs !== undefined && { openMs }) });
    guards.set(subgraph, guard);
    return guard;
  }
}

/**
 * Turns a call that takes a list into one that takes an item: calls of the same turn of the event
 * loop travel as one operation. `ask` answers in the order of the items.
 */
export function createBatchedCall<Item, Answer>(
  maxItems: number,
  ask: (items: readonly Item[]) => Promise<readonly Answer[]>,
): (item: Item) => Promise<Answer> {
  const loader = new DataLoader<Item, Answer>((items) => ask(items), {
    cache: false,
    maxBatchSize: maxItems,
    batchScheduleFn: (flush) => setImmediate(flush),
  });
  return (item) => loader.load(item);
}
