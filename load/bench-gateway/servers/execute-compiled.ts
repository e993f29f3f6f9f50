import { execute, parse, type ExecutionResult, type GraphQLSchema } from 'graphql';

export interface GraphQLRequest {
  query: string;
  variables?: Record<string, unknown>;
}

export type Run = (request: GraphQLRequest) => ExecutionResult | Promise<ExecutionResult>;

interface CompiledQuery {
  query: (root: unknown, context: unknown, variables: unknown) => ExecutionResult;
}

interface Jit {
  compileQuery: (schema: GraphQLSchema, document: unknown) => CompiledQuery | ExecutionResult;
}

const MAX_OPERATIONS = 2_000;

/** Compiled with graphql-jit where it is installed, else interpreted from a document that was parsed once. */
export async function createRun(schema: GraphQLSchema): Promise<Run> {
  const jit = await loadJit();
  const runs = new Map<string, (variables: Record<string, unknown>) => ReturnType<Run>>();

  return ({ query, variables = {} }) => {
    const known = runs.get(query);
    if (known !== undefined) return known(variables);
    if (runs.size >= MAX_OPERATIONS) runs.clear();
    const run = runOf(query);
    runs.set(query, run);
    return run(variables);
  };

  function runOf(query: string) {
    const document = parse(query, { noLocation: true });
    const compiled = jit?.compileQuery(schema, document);
    if (compiled === undefined) {
      return (variables: Record<string, unknown>) =>
        execute({ schema, document, variableValues: variables, contextValue: {} });
    }
    if (!('query' in compiled)) throw new Error(JSON.stringify(compiled));
    return (variables: Record<string, unknown>) => compiled.query({}, {}, variables);
  }
}

export async function loadJit(): Promise<Jit | undefined> {
  const name = 'graphql-jit';
  try {
    return (await import(name)) as Jit;
  } catch {
    return undefined;
  }
}
