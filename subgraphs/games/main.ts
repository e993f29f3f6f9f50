import { runSubgraph } from '#platform/subgraph/run-subgraph.ts';
import { gamesSubgraph } from './subgraph.ts';

await runSubgraph(gamesSubgraph);
