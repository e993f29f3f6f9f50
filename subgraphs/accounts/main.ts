import { runSubgraph } from '#platform/subgraph/run-subgraph.ts';
import { accountsSubgraph } from './subgraph.ts';

await runSubgraph(accountsSubgraph);
