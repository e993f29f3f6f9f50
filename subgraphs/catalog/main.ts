import { runSubgraph } from '#platform/subgraph/run-subgraph.ts';
import { catalogSubgraph } from './subgraph.ts';

await runSubgraph(catalogSubgraph);
