import { setImmediate } from 'node:timers/promises';
import type { ApolloServer } from '@apollo/server';
import type { GatewayContext } from '../execution/apollo-gateway.ts';
import type { OperationUses } from './operation-uses.ts';

const MAX_WARMED = 200;

/**
 * Parses, validates and plans the operations that run most, so that a new supergraph does not start
 * with every plan missing. Operations that it no longer allows are left out; requests run in between.
 */
export async function warmOperations(
  apollo: ApolloServer<GatewayContext>,
  uses: OperationUses,
): Promise<void> {
  for (const { source, operationName, viewer } of uses.top(MAX_WARMED)) {
    await apollo.executeOperation(
      { query: source, ...(operationName !== undefined && { operationName }) },
      { contextValue: { viewer, requestId: 'warming', isWarming: true } },
    );
    await setImmediate();
  }
}
