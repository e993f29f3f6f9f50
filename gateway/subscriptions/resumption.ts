import { getVariableValues, valueFromAST, type ExecutionResult } from 'graphql';
import type { OperationRequest, PreparedOperation } from '../execution/operation.ts';
import type { SubscriptionNode } from '../supergraph/planner/plan.ts';
import { pick } from './open-upstream.ts';
import { resumeTextOf, type ResumeText } from './resume-text.ts';

/** Where the reader of one event stream is, so that a lost stream goes on behind the last event that was delivered. */
export interface Resumption {
  /** What to ask the subgraph now; undefined when that cannot be told any more. */
  ask: () => { query: string; variables: OperationRequest['variables'] } | undefined;
  /** This event was delivered. */
  passed: (event: ExecutionResult) => void;
}

/** Lanes of which a stream knows where it is; with more it ends when it is lost, and its client begins anew. */
const MAX_LANES = 5_000;

/** Undefined when the schema does not call the field resumable, or the client did not say where to begin. */
export function createResumption(
  { supergraph, plan }: PreparedOperation,
  variables: OperationRequest['variables'],
): Resumption | undefined {
  const { primary } = plan.node as SubscriptionNode;
  const text = resumeTextOf(supergraph, primary);
  if (text === undefined) return undefined;
  const definitions = text.operation.variableDefinitions ?? [];
  const { coerced } = getVariableValues(supergraph.fullSchema, definitions, variables);
  const given = coerced && valueFromAST(text.given, text.argument.type, coerced);
  // A client that gave nothing begins with what comes: there is no place to go on from.
  if (given === undefined || given === null) return undefined;

  const places = createPlaces(text, given);
  const others = pick(variables, text.otherVariables);
  return {
    ask() {
      const after = places.now();
      if (after === undefined) return undefined;
      return { query: text.query, variables: { ...others, [text.variable]: after } };
    },
    passed({ data }) {
      const event = data?.[text.names.field] as Record<string, unknown> | null | undefined;
      if (event != null) places.pass(event);
    },
  };
}

/** The value of the argument that stands for all that was delivered. */
function createPlaces({ rule, names }: ResumeText, given: unknown) {
  const { lane, position } = rule;
  if (lane === undefined) {
    let last = given;
    return {
      now: (): unknown => last,
      pass(event: Readonly<Record<string, unknown>>): void {
        last = event[names.position] ?? last;
      },
    };
  }
  // What the client gave stays before what came, and the later one counts: two ways to write an id are one lane.
  const passed = new Map<unknown, unknown>();
  const givenPlaces = (Array.isArray(given) ? given : [given]) as Record<string, unknown>[];
  return {
    now(): unknown {
      // Whether the client gives too many is for the subgraph to say.
      if (passed.size === 0) return given;
      const before = givenPlaces.filter((place) => !passed.has(place[lane]));
      if (before.length + passed.size > MAX_LANES) return undefined;
      const now = Array.from(passed, ([key, last]) => ({ [lane]: key, [position]: last }));
      return [...before, ...now];
    },
    pass(event: Readonly<Record<string, unknown>>): void {
      if (passed.size > MAX_LANES) return;
      passed.set(event[names.lane], event[names.position]);
    },
  };
}
