import { runSubgraph } from '#platform/subgraph/run-subgraph.ts';
import { inventorySubgraph } from './subgraph.ts';

await runSubgraph(inventorySubgraph);
