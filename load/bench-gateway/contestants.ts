import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { SHOP_SUBGRAPHS } from './shop/schema.ts';
import { findFreePorts, startServer, type StartedServer } from './started-server.ts';

/** The servers that are compared, by their part in the comparison. */
export interface Contestants extends AsyncDisposable {
  stock: StartedServer;
  /** Only where it is installed. */
  hive: StartedServer | undefined;
  ours: StartedServer;
  /** With GATEWAY_SHARE_READS: the same reads of several requests are sent once. */
  sharing: StartedServer;
  inProcess: StartedServer;
  /** Over HTTP with a collector that reads and forgets what is traced: at the default sampling, and every request. */
  traced: StartedServer;
  tracedAll: StartedServer;
  merged: StartedServer;
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const script = (file: string) => fileURLToPath(new URL(`servers/${file}`, import.meta.url));

/** Not among this product's packages: whoever wants the comparison installs them. */
const HIVE_PACKAGES = ['@graphql-hive/gateway-runtime', '@graphql-mesh/transport-http'];

/** No limit of rate, cost or size: what is measured is the way of an operation that may run. */
const UNLIMITED = {
  LOG_LEVEL: 'error',
  GATEWAY_STANDALONE: 'true',
  GATEWAY_LIMITS: 'enforce',
  GATEWAY_RATE_ADDRESS: '0',
  GATEWAY_MAX_COST_ANONYMOUS: '0',
  PERSISTED_OPERATIONS_FILE: 'none',
};

/**
 * What `npm run gateway` and the image start it with. Node's own default keeps 134 MB for young objects on a
 * machine of this size; with 34 MB a request takes no more processor time. The rest of the heap may double before
 * what is garbage in it is collected: where it may grow fourfold, as by default, it holds 80 MB more.
 */
const AS_SHIPPED = ['--max-semi-space-size=16', '--heap-growing-percent=100'];

export async function startContestants(): Promise<Contestants> {
  const started: AsyncDisposable[] = [];
  const dir = await mkdtemp(join(tmpdir(), 'plaza-bench-'));
  const dispose = async () => {
    await Promise.all(started.map((server) => server[Symbol.asyncDispose]()));
    await rm(dir, { recursive: true, force: true });
  };
  try {
    return { ...(await startAll()), [Symbol.asyncDispose]: dispose };
  } catch (error) {
    await dispose();
    throw error;
  }

  async function startAll() {
    const ports = await findFreePorts(SHOP_SUBGRAPHS.length + 9);
    const subgraphPorts = ports.splice(0, SHOP_SUBGRAPHS.length);
    const supergraph = join(dir, 'supergraph.graphql');
    await writeFile(supergraph, compose(subgraphPorts.map((port) => urlOf(port))));
    await start('subgraphs', subgraphPorts[0], [
      script('subgraphs.ts'),
      ...subgraphPorts.map(String),
    ]);

    const [stock, hive, ours, inProcess, merged, sharing, traced, tracedAll, collector] = ports;
    const gateway = join(ROOT, 'gateway/main.ts');
    const gatewayOn = (port = 0) => [
      ...AS_SHIPPED,
      gateway,
      '--supergraph',
      supergraph,
      '--port',
      String(port),
    ];
    const collectorUrl = urlOf(collector ?? 0);
    await start('collector', collector, [script('collector.ts'), String(collector)]);
    const local = join(ROOT, 'gateway/testing/in-process-gateway.ts');
    const subgraphs = fileURLToPath(new URL('shop/subgraphs.ts', import.meta.url));
    return {
      stock: await start('@apollo/gateway', stock, [
        script('stock-gateway.ts'),
        supergraph,
        String(stock),
      ]),
      hive: HIVE_PACKAGES.every(isInstalled)
        ? await start('Hive Gateway', hive, [script('hive-gateway.ts'), supergraph, String(hive)])
        : undefined,
      ours: await start('ours over HTTP', ours, gatewayOn(ours), UNLIMITED),
      sharing: await start('ours over HTTP, reads shared', sharing, gatewayOn(sharing), {
        ...UNLIMITED,
        GATEWAY_SHARE_READS: 'true',
      }),
      inProcess: await start(
        'ours in process',
        inProcess,
        [local, supergraph, subgraphs, String(inProcess)],
        UNLIMITED,
      ),
      traced: await start('ours over HTTP, tracing at its default', traced, gatewayOn(traced), {
        ...UNLIMITED,
        TRACE_EXPORTER_URL: collectorUrl,
      }),
      tracedAll: await start(
        'ours over HTTP, every request traced',
        tracedAll,
        gatewayOn(tracedAll),
        {
          ...UNLIMITED,
          TRACE_EXPORTER_URL: collectorUrl,
          TRACE_SAMPLE_RATIO: '1',
        },
      ),
      merged: await start('merged schema', merged, [script('merged.ts'), String(merged)]),
    };
  }

  async function start(
    name: string,
    port = 0,
    args: readonly string[] = [],
    env: Record<string, string> = {},
  ): Promise<StartedServer> {
    const server = await startServer({ name, args, env, url: urlOf(port) });
    started.push(server);
    return server;
  }
}

const urlOf = (port: number) => `http://127.0.0.1:${port}/graphql`;

function compose(urls: readonly string[]): string {
  const { supergraphSdl, errors } = composeServices(
    SHOP_SUBGRAPHS.map(({ name, sdl }, index) => ({
      name,
      url: urls[index] ?? '',
      typeDefs: parse(sdl),
    })),
  );
  if (supergraphSdl === undefined) throw new Error(String(errors));
  return supergraphSdl;
}

function isInstalled(name: string): boolean {
  try {
    createRequire(import.meta.url).resolve(name);
    return true;
  } catch {
    return false;
  }
}
