import type { GatewayExecutor, GatewayInterface } from '@apollo/server-gateway-interface';
import { GraphQLError } from 'graphql';
import type { OperationUses } from '../supergraph/operation-uses.ts';
import type { Supergraph } from '../supergraph/supergraph.ts';
import type { Executor } from './executor.ts';
import type { OperationRequest } from './operation.ts';
import type { PrepareOperation } from './prepare-operation.ts';

/** What Apollo Server hands to a gateway as the context of a request. */
export type GatewayContext = Omit<OperationRequest, 'variables'> & {
  /** Takes an operation as far as its plan, and does not run it. */
  isWarming?: boolean;
};

/** Our gateway as Apollo Server takes it: a schema, and an executor of operations that it has validated. */
export function createApolloGateway(
  supergraph: Supergraph,
  prepare: PrepareOperation,
  executor: Executor,
  uses: OperationUses,
): GatewayInterface {
  const execute: GatewayExecutor = async ({
    document,
    operationName,
    request,
    source,
    context,
  }) => {
    try {
      const scope = context as GatewayContext;
      const operation = prepare(document, operationName, scope.viewer);
      if (scope.isWarming === true) return { data: null };
      uses.record({ source, operationName: operationName ?? undefined, viewer: scope.viewer });
      const result = await executor.execute(operation, {
        ...scope,
        variables: request.variables ?? {},
      });
      return result as Awaited<ReturnType<GatewayExecutor>>;
    } catch (error) {
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
