import type { SubgraphConnection } from '../../platform/subgraph/connection.ts';

type Connect = (subgraph: string) => SubgraphConnection;
type TakeTurns = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** Connections whose requests take turns. */
export function limitRequests(connect: Connect, takeTurns: TakeTurns): Connect {
  const known = new Map<string, { source: SubgraphConnection; limited: SubgraphConnection }>();
  return (name) => {
    const source = connect(name);
    const found = known.get(name);
    if (found?.source === source) return found.limited;
    const limited: SubgraphConnection = {
      ...source,
      execute: (request) => takeTurns(async () => source.execute(request)),
    };
    known.set(name, { source, limited });
    return limited;
  };
}
