import { deepStrictEqual, equal } from 'node:assert/strict';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { OperationTypeNode, parse, type ExecutionResult } from 'graphql';
import { ANONYMOUS, type Viewer } from '../../platform/identity/viewer.ts';
import type { SubgraphConnection, SubgraphRequest } from '../../platform/subgraph/connection.ts';
import { createSubgraphExecutor } from '../../platform/subgraph/executor.ts';
import { silentLog } from '../../platform/telemetry/log.ts';
import { createCompiledExecutor } from '../execution/compiled/compiled-executor.ts';
import type { Executor, WrittenData } from '../execution/executor.ts';
import type { PreparedOperation } from '../execution/operation.ts';
import { createPrepareOperation } from '../execution/prepare-operation.ts';
import { actualCost } from '../operations/cost/actual-cost.ts';
import { readCostRules } from '../operations/cost/cost-rules.ts';
import { createCostTree } from '../operations/cost/cost-tree.ts';
import { createSubscribe } from './subscribe.ts';
import { decideConditions } from '../supergraph/planner/conditions.ts';
import type { PlannerName } from '../supergraph/planner/planner.ts';
import { buildSupergraph } from '../supergraph/build-supergraph.ts';
import type { Supergraph } from '../supergraph/supergraph.ts';

const DIRECTIVES = [
  '@key',
  '@shareable',
  '@external',
  '@requires',
  '@provides',
  '@override',
  '@inaccessible',
  '@interfaceObject',
  '@authenticated',
  '@requiresScopes',
];
const LINK = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.9"
  import: [${DIRECTIVES.map((name) => `"${name}"`).join()}]
)`;

/** `GATEWAY_PLANNER=apollo` runs every case with the other planner. */
const PLANNER: PlannerName = process.env['GATEWAY_PLANNER'] === 'apollo' ? 'apollo' : 'hive';

/** The last of them is written by generated code. */
const WRITES = 2;

/** A subgraph of a test: its types, without the link to the federation specification. */
export interface TestSubgraph {
  sdl: string;
  resolvers: object;
}

/** An answer as a client reads it. */
export interface Answer {
  data?: unknown;
  errors?: {
    message: string;
    path?: readonly (string | number)[];
    extensions: Readonly<Record<string, unknown>>;
  }[];
}

type Variables = Readonly<Record<string, unknown>>;

export interface Federation {
  supergraph: Supergraph;
  connect: (name: string) => SubgraphConnection;
  executor: Executor;
  run: (query: string, variables?: Variables, viewer?: Viewer) => Promise<Answer>;
  subscribe: (query: string, variables?: Variables) => Promise<AsyncIterable<ExecutionResult>>;
  /** What the subgraphs were asked, in order. */
  asked: { subgraph: string; request: SubgraphRequest }[];
  /** Makes a subgraph unreachable. */
  cut: (name: string) => void;
}

/** Subgraphs in this process behind a gateway without its servers. */
export function createFederation(
  subgraphs: Readonly<Record<string, TestSubgraph>>,
  createExecutor: typeof createCompiledExecutor = createCompiledExecutor,
  planner: PlannerName = PLANNER,
): Federation {
  const parts = Object.entries(subgraphs).map(([name, { sdl, resolvers }]) => {
    const typeDefs = parse(`${LINK}\n${sdl}`);
    const schema = buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]);
    const connection = createSubgraphExecutor({
      name,
      schema,
      createContext: (scope) => scope,
      log: silentLog,
    });
    return { name, typeDefs, connection };
  });
  const composed = composeServices(
    parts.map(({ name, typeDefs }) => ({ name, url: `http://${name}`, typeDefs })),
  );
  if (composed.supergraphSdl === undefined) throw new Error(String(composed.errors));

  const asked: Federation['asked'] = [];
  const cuts = new Set<string>();
  const supergraph = buildSupergraph(composed.supergraphSdl, planner);
  const prepare = createPrepareOperation(supergraph);
  const executor = createExecutor({ connect, log: silentLog, writesUntilGenerated: WRITES });
  const openSubscription = createSubscribe({ executor, connect });

  return {
    supergraph,
    connect,
    executor,
    asked,
    cut: (name) => cuts.add(name),
    async run(query, variables = {}, viewer = ANONYMOUS) {
      const operation = await prepare(decideConditions(parse(query), variables), undefined, viewer);
      const request = { viewer, variables, requestId: 'r' };
      const answer = asRead(await executor.execute(operation, request));
      if (operation.operation.operation === OperationTypeNode.QUERY) {
        const sent = asked.length;
        const costs = costsOf(operation);
        for (let times = 0; times < WRITES; times += 1) {
          requireSameText(operation, answer, await executor.write(operation, request, costs));
        }
        asked.splice(sent);
      }
      return answer;
    },
    async subscribe(query, variables = {}) {
      const operation = await prepare(
        decideConditions(parse(query), variables),
        undefined,
        ANONYMOUS,
      );
      const request = { viewer: ANONYMOUS, variables, requestId: 'r' };
      const events = await openSubscription(operation, request);
      if (!(Symbol.asyncIterator in events)) throw new Error(JSON.stringify(events));
      return events;
    },
  };

  function connect(name: string): SubgraphConnection {
    const part = parts.find((subgraph) => subgraph.name === name);
    if (part === undefined) throw new Error(`no subgraph ${name}`);
    return {
      ...part.connection,
      execute(request) {
        asked.push({ subgraph: name, request });
        if (cuts.has(name)) return Promise.reject(new Error('connection refused'));
        return part.connection.execute(request);
      },
    };
  }
}

function costsOf({ supergraph, document, operation }: PreparedOperation) {
  const { sdl, apiSchema: schema } = supergraph;
  return createCostTree({ schema, rules: readCostRules(sdl), document, operation });
}

/** Every case is answered as values, as a text of closures, and as one of generated code: they say and cost the same. */
function requireSameText(
  operation: PreparedOperation,
  { data, errors }: Answer,
  written: ExecutionResult | WrittenData,
): void {
  if (!('dataText' in written)) {
    deepStrictEqual(asRead(written).data, data);
    return;
  }
  equal(errors, undefined);
  deepStrictEqual(JSON.parse(written.dataText), data);
  equal(written.dataText, JSON.stringify(data));
  equal(written.cost, actualCost(costsOf(operation), data));
}

function asRead(result: ExecutionResult): Answer {
  return JSON.parse(JSON.stringify(result)) as Answer;
}
