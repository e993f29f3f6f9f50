import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'graphql';
import { silentLog } from '#platform/telemetry/log.ts';
import { createTinyGraph } from '../../../testing/tiny-graph.ts';
import { buildSupergraph } from '../../build-supergraph.ts';
import { loadSupergraph } from '../../supergraph.ts';
import { startPlannerProcess, type PlannerProcess } from './planner-process.ts';

/** Processes take their time on a busy machine. */
const TIMEOUT_MS = 60_000;

const FRAGILE = fileURLToPath(new URL('../../../testing/fragile-planner.ts', import.meta.url));
const opened: { close: () => void }[] = [];
afterEach(() => {
  for (const each of opened.splice(0)) each.close();
});

function fragile({ sdl = 'type Query', maxPlanMs = 60_000 } = {}): PlannerProcess {
  const supergraph = { sdl, apiSdl: '', planner: 'hive' } as const;
  const options = { ...supergraph, maxPlanMs, log: silentLog, script: FRAGILE };
  const planner = startPlannerProcess(options);
  opened.push(planner);
  return planner;
}

/** By the process that planned it. */
async function plannedBy(planner: PlannerProcess, query: string): Promise<unknown> {
  const { node } = await planner.plan(parse(query));
  return node?.kind === 'Flatten' ? node.path[0] : undefined;
}

async function load(sdl: string) {
  const supergraph = await loadSupergraph({
    sdl,
    planner: 'hive',
    maxPlanMs: 60_000,
    log: silentLog,
  });
  opened.push(supergraph);
  return supergraph;
}

async function cpuOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

test(
  'an operation that ends the process is refused, now and later; the others are planned by the next',
  async () => {
    const planner = fragile();
    const first = await plannedBy(planner, '{ a }');

    const answers = await Promise.allSettled([
      plannedBy(planner, 'query Crash { a }'),
      plannedBy(planner, '{ b }'),
      plannedBy(planner, '{ c }'),
    ]);

    const [crashed, b, c] = answers;
    expect(crashed).toMatchObject({ reason: { extensions: { code: 'OPERATION_TOO_LARGE' } } });
    expect([b, c]).toEqual([
      { status: 'fulfilled', value: expect.any(Number) },
      { status: 'fulfilled', value: b?.status === 'fulfilled' ? b.value : undefined },
    ]);
    expect(b).not.toEqual({ status: 'fulfilled', value: first });

    // Known by now: the process lives on.
    await expect(planner.plan(parse('query Crash { a }'))).rejects.toThrow('cannot be planned');
    expect({ status: 'fulfilled', value: await plannedBy(planner, '{ d }') }).toEqual(b);
  },
  TIMEOUT_MS,
);

test(
  'one that takes too long is given up',
  async () => {
    const planner = fragile({ maxPlanMs: 300 });
    await planner.ready();

    await expect(planner.plan(parse('query Hang { a }'))).rejects.toThrow('within 300 ms');
    expect(await plannedBy(planner, '{ b }')).toEqual(expect.any(Number));
  },
  TIMEOUT_MS,
);

test(
  'what the planner refuses is an error of that operation alone',
  async () => {
    const planner = fragile();
    await expect(planner.plan(parse('query Refused { a }'))).rejects.toThrow('no way');
    expect(await plannedBy(planner, '{ b }')).toEqual(expect.any(Number));
  },
  TIMEOUT_MS,
);

test(
  'more than can wait is refused at once',
  async () => {
    const planner = fragile();
    await planner.ready();
    const all = await Promise.allSettled(
      Array.from({ length: 600 }, (_, index) => planner.plan(parse(`{ a${index} }`))),
    );
    const refused = all.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(99);
    expect(refused[0]).toMatchObject({ reason: { extensions: { code: 'UNAVAILABLE' } } });
  },
  TIMEOUT_MS,
);

test(
  'a process that cannot read its supergraph says so, and nobody waits for it',
  async () => {
    const planner = fragile({ sdl: 'crash' });
    await expect(planner.ready()).rejects.toThrow('while it read the supergraph');
    await expect(planner.plan(parse('{ a }'))).rejects.toThrow('nothing new can be planned');
  },
  TIMEOUT_MS,
);

test(
  'who waits when it is closed is told',
  async () => {
    const planner = fragile();
    await planner.ready();
    const waiting = [planner.plan(parse('query Hang { a }')), planner.plan(parse('{ b }'))];
    planner.close();
    for (const each of waiting) await expect(each).rejects.toThrow('try again');
    await expect(planner.plan(parse('{ c }'))).rejects.toThrow('try again');
  },
  TIMEOUT_MS,
);

test(
  'its process ends with it',
  async () => {
    const planner = fragile();
    const pid = Number(await plannedBy(planner, '{ a }'));
    expect(isAlive(pid)).toBe(true);
    planner.close();
    // Ends only when it has.
    while (isAlive(pid)) await new Promise((resolve) => setImmediate(resolve));
  },
  TIMEOUT_MS,
);

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test(
  'plans and schemas are those that this process would have made',
  async () => {
    const { sdl } = createTinyGraph().supergraph;
    const [here, there] = [buildSupergraph(sdl), await load(sdl)];
    const document = parse('{ book(id: 1) { title stars reviews { text } } }');

    expect(await there.planner.plan(document)).toEqual(here.planner.plan(document));
    const { close: _here, planner: _own, apiSchema: _api, fullSchema: _full, ...same } = here;
    expect(there).toMatchObject(same);
    await expect(load('type Query { a: Int }')).rejects.toThrow('supergraph');
  },
  TIMEOUT_MS,
);

const TURNS = 3;

test(
  'the work of reading a supergraph is not done in the process that answers requests',
  async () => {
    const sdl = readFileSync(
      new URL('../../../../schema/supergraph.graphql', import.meta.url),
      'utf8',
    );
    // Warm, as a gateway is that swaps. CPU time, side by side: other work of the machine is not in it.
    buildSupergraph(sdl);
    await load(sdl);
    const inside: number[] = [];
    const apart: number[] = [];
    for (let turn = 0; turn < TURNS; turn += 1) {
      inside.push(await cpuOf(() => buildSupergraph(sdl)));
      apart.push(await cpuOf(() => load(sdl)));
    }

    // The least of them: a collection, or a processor that is shared, only ever adds.
    expect(Math.min(...apart)).toBeLessThan(Math.min(...inside) / 2);
  },
  TIMEOUT_MS,
);
