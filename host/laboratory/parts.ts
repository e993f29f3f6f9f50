import { join } from 'node:path';
import { findFreePort } from '../../platform/process/free-port.ts';
import { NODE_FLAGS } from '../launch.mjs';
import { subgraphs as definitions } from '../subgraphs.ts';
import { startPart, type Part } from '../testing/test-part.ts';

export type Mode = 'in-process' | 'distributed';

export interface Parts {
  /** Processes by name: `plaza`, or the subgraphs and `gateway`. */
  names: readonly string[];
  subgraphs: readonly string[];
  url: string;
  metricsUrls: readonly string[];
  start: () => Promise<void>;
  /** Resolves when it is ready. */
  startOne: (name: string) => Promise<void>;
  kill: (name: string) => Promise<void>;
  stop: () => Promise<void>;
}

interface Plan {
  script: string;
  settings: Record<string, string>;
  url: string;
}

/** The processes of the product, which keep what they know of themselves in a folder; none runs yet. */
export async function createParts(
  mode: Mode,
  env: Readonly<Record<string, string>>,
  dir: string,
): Promise<Parts> {
  const subgraphs = definitions.map(({ name }) => name);
  const plans = mode === 'distributed' ? await planAll(subgraphs, env, dir) : await planOne(env);
  const running = new Map<string, Part>();

  const planOf = (name: string): Plan => {
    const plan = plans.get(name);
    if (plan !== undefined) return plan;
    throw new Error(`there is no part ${name}: there are ${Array.from(plans.keys()).join(', ')}`);
  };
  const startOne = async (name: string) => {
    const { script, settings, url } = planOf(name);
    const part = startPart(script, settings, url);
    running.set(name, part);
    await part.ready;
  };
  const names = Array.from(plans.keys());
  return {
    names,
    subgraphs,
    url: planOf(names.at(-1) ?? '').url,
    metricsUrls: Array.from(plans.values(), ({ url }) => `${url}/metrics`),
    start: async () => void (await Promise.all(names.map(startOne))),
    startOne,
    kill: async (name) => {
      planOf(name);
      await running.get(name)?.kill();
    },
    stop: async () => void (await Promise.all(Array.from(running.values(), (part) => part.stop()))),
  };
}

/** Started as `npm start` does it. */
async function planOne(env: Readonly<Record<string, string>>): Promise<Map<string, Plan>> {
  const port = String(await findFreePort());
  const settings = {
    NODE_OPTIONS: NODE_FLAGS.join(' '),
    PLAZA_OWNS_DATABASE: 'true',
    ...env,
    GATEWAY_PORT: port,
  };
  const url = `http://127.0.0.1:${port}`;
  return new Map([['plaza', { script: 'host/all-in-one.ts', settings, url }]]);
}

/** The gateway is the last one. */
async function planAll(
  subgraphs: readonly string[],
  env: Readonly<Record<string, string>>,
  dir: string,
) {
  const ports = new Map<string, number>();
  for (const name of [...subgraphs, 'gateway']) ports.set(name, await findFreePort());
  const urlOf = (name: string) => `http://127.0.0.1:${ports.get(name)}`;
  const shared = {
    ...env,
    SUBGRAPH_URLS: subgraphs.map((name) => `${name}=${urlOf(name)}/graphql`).join(),
  };
  const plans = new Map<string, Plan>();
  for (const name of subgraphs) {
    const settings = {
      ...shared,
      SUBGRAPH_PORT: String(ports.get(name)),
      KAFKA_MEMBERS_FILE: join(dir, `${name}-kafka-members.json`),
    };
    plans.set(name, { script: `subgraphs/${name}/main.ts`, settings, url: urlOf(name) });
  }
  const settings = { ...shared, GATEWAY_PORT: String(ports.get('gateway')) };
  return plans.set('gateway', { script: 'gateway/main.ts', settings, url: urlOf('gateway') });
}
