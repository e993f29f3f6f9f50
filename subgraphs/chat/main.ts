import { runSubgraph } from '#platform/subgraph/run-subgraph.ts';
import { chatSubgraph } from './subgraph.ts';

await runSubgraph(chatSubgraph);
