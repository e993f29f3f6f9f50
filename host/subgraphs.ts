import type { SubgraphDefinition } from '../platform/subgraph/definition.ts';
import { accountsSubgraph } from '../subgraphs/accounts/subgraph.ts';
import { catalogSubgraph } from '../subgraphs/catalog/subgraph.ts';
import { chatSubgraph } from '../subgraphs/chat/subgraph.ts';
import { gamesSubgraph } from '../subgraphs/games/subgraph.ts';
import { inventorySubgraph } from '../subgraphs/inventory/subgraph.ts';
import { ordersSubgraph } from '../subgraphs/orders/subgraph.ts';

/** Every subgraph there is. */
export const subgraphs: readonly SubgraphDefinition[] = [
  accountsSubgraph,
  catalogSubgraph,
  chatSubgraph,
  gamesSubgraph,
  inventorySubgraph,
  ordersSubgraph,
];
