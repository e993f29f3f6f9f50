import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { GraphQLError, print } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Log } from '../../../../platform/telemetry/log.ts';
import { NO_OVERRIDES } from '../../overrides.ts';
import type { Plan } from '../plan.ts';
import type { Planner } from '../planner.ts';
import type { PlannedSupergraph, PlannerReply, PlannerRequest } from './messages.ts';
import { startChild } from './start-child.ts';

export interface PlannerProcessOptions extends PlannedSupergraph {
  /** Of one operation: a plan that takes longer is given up, and not tried again. */
  maxPlanMs: number;
  log: Log;
  /** The program that plans. */
  script?: string;
}

/** A planner in a process of its own. */
export interface PlannerProcess extends Planner {
  plan: (...planned: Parameters<Planner['plan']>) => Promise<Plan>;
  /** Rejects when there is no planning on its supergraph. */
  ready: () => Promise<void>;
  /** Ends the process; what waits for a plan is refused. */
  close: () => void;
}

interface Job {
  /** Undefined for the supergraph itself. */
  hash: string | undefined;
  request: PlannerRequest;
  resolve: (reply: PlannerReply) => void;
  reject: (error: Error) => void;
}

const SCRIPT = fileURLToPath(new URL('plan-main.ts', import.meta.url));
/** Operations that wait for their plan: some seconds of work. */
const MAX_WAITING = 500;
/** Operations that nobody tries to plan again. */
const MAX_REFUSED = 1_000;
/** Of the largest supergraphs, on a busy machine. */
const MAX_LOAD_MS = 60_000;
/** A process that cannot even read its supergraph is not started again at once. */
const RESTART_MS = 1_000;

/**
 * Planning takes work that no limit of an operation's size bounds, and native code that may end its whole process. So it
 * happens elsewhere, one operation at a time: requests run on meanwhile, and an operation that takes too long or
 * ends the process is refused, now and later. The others that wait are planned by the next process.
 */
export function startPlannerProcess(options: PlannerProcessOptions): PlannerProcess {
  const { sdl, apiSdl, planner, maxPlanMs, log, script = SCRIPT } = options;
  const load = { kind: 'load', sdl, apiSdl, planner } as const;
  const refused = new LRUCache<string, GraphQLError>({ max: MAX_REFUSED });
  const waiting: Job[] = [];
  let child: ChildProcess | undefined;
  let current: Job | undefined;
  let deadline: NodeJS.Timeout | undefined;
  let failedAt = -Infinity;
  let isClosed = false;
  const ready = enqueue(load, undefined).then(requireReady);
  // Whoever waits for it is told; nobody else has to be.
  ready.catch(noop);

  return {
    ready: () => ready,

    async plan(document, overrides = NO_OVERRIDES) {
      const text = print(document);
      const hash = createHash('sha256').update(text).digest('base64');
      const known = refused.get(hash);
      if (known !== undefined) throw known;
      const reply = await enqueue({ kind: 'plan', text, overrides }, hash);
      if (reply.kind === 'planned') return reply.plan;
      throw new Error(reply.kind === 'failed' ? reply.message : `unexpected ${reply.kind}`);
    },

    close() {
      isClosed = true;
      const ended = unavailable('the supergraph has changed: try again');
      for (const job of waiting.splice(0)) job.reject(ended);
      take()?.reject(ended);
      child?.kill('SIGKILL');
    },
  };

  function enqueue(request: PlannerRequest, hash: string | undefined): Promise<PlannerReply> {
    return new Promise((resolve, reject) => {
      if (isClosed) reject(unavailable('the supergraph has changed: try again'));
      else if (waiting.length >= MAX_WAITING) {
        reject(unavailable('too many new operations wait for their plan: try again in a moment'));
      } else {
        waiting.push({ hash, request, resolve, reject });
        next();
      }
    });
  }

  function next(): void {
    if (isClosed || current !== undefined) return;
    const job = waiting[0];
    if (job === undefined) return;
    if (child === undefined) {
      if (performance.now() - failedAt < RESTART_MS) return refuseAll();
      child = start();
      // The one that has ended had read the supergraph: so does this one, before anything else.
      if (job.request.kind === 'plan') {
        enqueueFirst(load);
        return;
      }
    }
    waiting.shift();
    begin(job, child);
  }

  function begin(job: Job, planning: ChildProcess): void {
    current = job;
    const maxMs = job.request.kind === 'load' ? MAX_LOAD_MS : maxPlanMs;
    // Keeps this process alive: at its start nothing else does while the supergraph is read.
    deadline = setTimeout(() => {
      end(planning, `cannot be planned within ${maxMs} ms: ask for less at once`);
    }, maxMs);
    planning.send(job.request);
  }

  function enqueueFirst(request: PlannerRequest): void {
    waiting.unshift({ hash: undefined, request, resolve: noop, reject: noop });
    next();
  }

  function start(): ChildProcess {
    const started = startChild(script);
    started.on('message', (reply: PlannerReply) => {
      if (started !== child) return;
      take()?.resolve(reply);
      next();
    });
    started.on('error', () => end(started, 'cannot be planned'));
    started.on('exit', () => end(started, 'cannot be planned: ask for it in another way'));
    return started;
  }

  /** Ends a process, unless it has ended; the operation that it was at is not tried again. */
  function end(ended: ChildProcess, reason: string): void {
    if (ended !== child) return;
    child = undefined;
    ended.kill('SIGKILL');
    if (isClosed) return;
    const job = take();
    if (job?.hash === undefined) {
      failedAt = performance.now();
      job?.reject(new Error('the process that plans has ended while it read the supergraph'));
    } else {
      const error = tooComplex(`this operation ${reason}`);
      refused.set(job.hash, error);
      log.error({ reason, operation: textOf(job).slice(0, 2_000) }, 'an operation is not planned');
      job.reject(error);
    }
    next();
  }

  function refuseAll(): void {
    const error = unavailable('nothing new can be planned: try again in a moment');
    for (const job of waiting.splice(0)) job.reject(error);
  }

  function take(): Job | undefined {
    clearTimeout(deadline);
    const job = current;
    current = undefined;
    return job;
  }
}

const noop = (): void => undefined;

function requireReady(reply: PlannerReply): void {
  if (reply.kind !== 'ready') {
    throw new Error(reply.kind === 'failed' ? reply.message : `unexpected ${reply.kind}`);
  }
}

const textOf = ({ request }: Job): string => (request.kind === 'plan' ? request.text : '');

const unavailable = (message: string) =>
  new GraphQLError(message, { extensions: { code: 'UNAVAILABLE' } });

const tooComplex = (message: string) =>
  new GraphQLError(message, { extensions: { code: 'OPERATION_TOO_LARGE', limit: 'planning' } });
