import { runSubgraph } from '#platform/subgraph/run-subgraph.ts';
import { ordersSubgraph } from './subgraph.ts';

await runSubgraph(ordersSubgraph);
