import type { ExecutionResult, GraphQLFormattedError } from 'graphql';
import type { Log } from '../../platform/telemetry/log.ts';
import type { Tracing } from '../../platform/telemetry/tracing.ts';
import type { Executor } from '../execution/executor.ts';
import type { OperationRequest, PreparedOperation } from '../execution/operation.ts';
import { traceFetches } from '../execution/trace-fetches.ts';
import type { MaskError } from '../http/mask-errors.ts';
import type { Supergraph } from '../supergraph/supergraph.ts';
import { followUpstream, RECONNECT, type Backoff } from './follow-upstream.ts';
import { groupScopeOf, type GroupRequest } from './group-key.ts';
import { Group, type GroupOptions, type Member } from './group.ts';
import { maskAll, maskFailure, maskResult } from './mask-result.ts';
import type { OpenUpstream, SubgraphQuestion } from './open-upstream.ts';
import { sharingOf, type Sharing } from './public-fields.ts';
import { createResumption } from './resumption.ts';
import type { MaskedResult } from './shared-event.ts';
import { createTurns } from '../../platform/resilience/turns.ts';

export interface SubscriptionGroupsOptions {
  executor: Executor;
  openUpstream: OpenUpstream;
  /** Whether this supergraph is the one that is served now. */
  isServed: (supergraph: Supergraph) => boolean;
  maskError: MaskError;
  log: Log;
  newId: () => string;
  /** Absent where nothing is traced. */
  tracing?: Tracing | undefined;
  backoff?: Backoff;
  lingerMs?: number;
}

export interface SubscriptionGroups {
  /**
   * Returns what ends the subscription: the upstream is closed when the last member has left. The trace goes on in the
   * subgraph whose event stream is opened for it.
   */
  join: (
    operation: PreparedOperation,
    request: GroupRequest & { traceparent?: string | undefined },
    member: Member,
  ) => () => void;
  /** Ends every subscription, by default because the schema has changed. */
  endAll: (error?: GraphQLFormattedError) => void;
  /** Open groups, which is open upstreams. */
  count: () => number;
}

/** Clients of the federated ecosystem know this code: they subscribe again, to the new schema. */
const SCHEMA_RELOAD: GraphQLFormattedError = {
  message: 'the schema has changed: subscribe again',
  extensions: { code: 'SUBSCRIPTION_SCHEMA_RELOAD' },
};

/** Events that are completed from other subgraphs at the same time: each holds what it has read so far. */
const MAX_RESOLVING = 1_000;

/** How long a public upstream outlives its last subscriber: a page that is reloaded finds it open. */
const LINGER_MS = 1_000;

const LATE_MEMBERS: Readonly<Record<Sharing, GroupOptions['lateMembers']>> = {
  // Many fields begin with the state as it is: who comes late needs an upstream of their own to see it.
  viewer: 'none',
  public: 'from-next-event',
  'public-replay': 'from-latest-event',
};

/** Brings subscribers of the same thing together. */
export function createSubscriptionGroups(options: SubscriptionGroupsOptions): SubscriptionGroups {
  const { executor, openUpstream, isServed, maskError, log, newId, tracing } = options;
  const { backoff = RECONNECT, lingerMs = LINGER_MS } = options;
  const takeTurns = createTurns(MAX_RESOLVING);
  const joinable = new Map<string, Group>();
  const open = new Set<Group>();

  return {
    join(operation, asked, member) {
      if (!isServed(operation.supergraph)) {
        member.fail([SCHEMA_RELOAD]);
        return () => undefined;
      }
      const sharing = sharingOf(operation);
      const { key, request } = groupScopeOf(operation, asked, sharing);
      const known = joinable.get(key);
      const group = known ?? create(operation, { key, sharing, request }, asked.traceparent);
      group.join(member);
      if (known === undefined) {
        group.run().catch((error: unknown) => {
          log.error({ err: error }, 'a subscription group failed');
          group.end(maskFailure(error, maskError));
        });
      }
      return () => group.leave(member);
    },

    endAll(error = SCHEMA_RELOAD) {
      for (const group of open) group.end([error]);
    },

    count: () => open.size,
  };

  function create(
    operation: PreparedOperation,
    { key, sharing, request }: { key: string; sharing: Sharing; request: GroupRequest },
    traceparent: string | undefined,
  ): Group {
    let openingFor = traceparent;
    const resumption = createResumption(operation, request.variables);
    const forget = () => {
      if (joinable.get(key) === group) joinable.delete(key);
    };
    const group = new Group({
      // A stream that is past an event is past what a later member asks for.
      lateMembers: resumption === undefined ? LATE_MEMBERS[sharing] : 'none',
      mustArrive: resumption !== undefined,
      lingerMs: sharing === 'viewer' ? 0 : lingerMs,
      follow: (signal, onEvent) =>
        followUpstream({
          open(stop) {
            const question = resumption?.ask();
            if (resumption !== undefined && question === undefined) return undefined;
            const scope = { ...request, signal: stop };
            const opened = openTraced(operation, scope, { traceparent: openingFor, question });
            // Nobody waits for a stream that is opened again: that is a trace of its own.
            openingFor = undefined;
            return opened;
          },
          signal,
          isResumed: resumption !== undefined,
          onEvent:
            resumption === undefined
              ? onEvent
              : async (event) => {
                  await onEvent(event, false);
                  resumption.passed(event);
                },
          log,
          backoff,
        }),
      resolve: (event) => resolveEvent(operation, request, event),
      mask: (errors) => maskAll(errors, maskError),
      onFull: forget,
      onClosed() {
        forget();
        open.delete(group);
      },
    });
    joinable.set(key, group);
    open.add(group);
    return group;
  }

  /** The opening is a span; the stream that follows is none, for it may last for days. */
  async function openTraced(
    operation: PreparedOperation,
    scope: GroupRequest & { signal: AbortSignal },
    {
      traceparent,
      question,
    }: { traceparent: string | undefined; question: SubgraphQuestion | undefined },
  ): ReturnType<OpenUpstream> {
    const requestId = newId();
    const attributes = { requestId };
    const trace =
      traceparent === undefined
        ? tracing?.begin('subscribe', { attributes, kind: 'client' })
        : tracing?.resume(traceparent)?.child('subscribe', attributes, 'client');
    const traced = trace === undefined ? {} : { trace };
    try {
      const opened = await openUpstream(operation, { ...scope, requestId, ...traced }, question);
      trace?.end(Symbol.asyncIterator in opened ? undefined : opened.errors?.[0]);
      return opened;
    } catch (error) {
      trace?.end(error);
      throw error;
    }
  }

  /** Completes the event from the other subgraphs. What goes wrong is part of this event, and the next one is tried anew. */
  async function resolveEvent(
    operation: PreparedOperation,
    scope: GroupRequest,
    event: ExecutionResult,
  ): Promise<MaskedResult> {
    const requestId = newId();
    const trace = tracing?.begin('event', { attributes: { requestId } });
    const request: OperationRequest = {
      ...scope,
      requestId,
      ...(trace !== undefined && { trace, aroundFetch: traceFetches(trace) }),
    };
    try {
      if (event.data == null) return maskResult({ data: null, ...event }, maskError);
      const answer = await takeTurns(() => executor.executeEvent(operation, request, event));
      return maskResult(answer, maskError);
    } catch (error) {
      return { data: null, errors: maskFailure(error, maskError) };
    } finally {
      trace?.end();
    }
  }
}
