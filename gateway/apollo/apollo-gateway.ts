import type { GatewayExecutor, GatewayInterface } from '@apollo/server-gateway-interface';
import { GraphQLError } from 'graphql';
import type { Executor } from '../execution/executor.ts';
import type { OperationRequest } from '../execution/operation.ts';
import type { PrepareOperation } from '../execution/prepare-operation.ts';
import { decideConditions } from '../supergraph/planner/conditions.ts';
import type { Supergraph } from '../supergraph/supergraph.ts';

/** What whoever runs Apollo Server gives it as the context of a request. */
export type ApolloContext = Omit<OperationRequest, 'variables'>;

export interface ApolloGatewayParts {
  supergraph: Supergraph;
  prepare: PrepareOperation;
  executor: Executor;
}

/**
 * Our gateway as Apollo Server takes it (`new ApolloServer({ gateway })`), for those who need its plugins
 * or one of its web-framework integrations: a schema, and an executor of operations that Apollo Server has
 * parsed and validated. Access rules hold; sizes, costs and rates are Apollo Server's user's own business.
 */
export function createApolloGateway(parts: ApolloGatewayParts): GatewayInterface {
  const { supergraph, prepare, executor } = parts;

  const execute: GatewayExecutor = async ({ document, operationName, request, context }) => {
    const scope = context as ApolloContext;
    try {
      const variables = request.variables ?? {};
      const decided = decideConditions(document, variables, operationName);
      const operation = await prepare(decided, operationName, scope.viewer);
      const result = await executor.execute(operation, { ...scope, variables });
      return result as Awaited<ReturnType<GatewayExecutor>>;
    } catch (error) {
      // A root field that the viewer may not see refuses the operation.
      if (error instanceof GraphQLError) return { errors: [error] };
      throw error;
    }
  };

  return {
    load: () => Promise.resolve({ executor: execute }),
    onSchemaLoadOrUpdate(listen) {
      listen({ apiSchema: supergraph.apiSchema, coreSupergraphSdl: supergraph.sdl });
      return () => undefined;
    },
    stop: () => Promise.resolve(),
  };
}
