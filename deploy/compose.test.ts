import { existsSync, readFileSync } from 'node:fs';
import { gatewaySettings } from '../gateway/settings.ts';
import { platformSettings, subgraphSettings } from '../platform/config/platform-settings.ts';
import { readSettings, type SettingsTable } from '../platform/config/settings.ts';
import { seedSettings } from '../seeds/settings.ts';
import { subgraphUrl } from '../platform/subgraph/connections.ts';
import { readComposeFile, type ComposeService } from './compose-file.ts';
import { subgraphNames } from './subgraph-names.ts';

const FILE = new URL('../docker-compose.yml', import.meta.url);
const root = (path: string) => new URL(`../${path}`, import.meta.url);
const { services, volumes } = readComposeFile(FILE);
const all = Object.entries(services);
const subgraphs = subgraphNames();
const ours = all.filter(([, { build }]) => build !== undefined);
const tables = new Map(
  await Promise.all(ours.map(async ([name]) => [name, await settingsOf(name)] as const)),
);

function service(name: string): ComposeService {
  const found = services[name];
  if (found === undefined) throw new Error(`there is no service ${name}`);
  return found;
}

async function settingsOf(name: string): Promise<SettingsTable> {
  if (name === 'seed') return seedSettings;
  if (name === 'gateway') return { ...platformSettings, ...gatewaySettings };
  // The one that creates the databases reads these two; the one that makes keys reads none.
  if (!subgraphs.includes(name)) return { ...platformSettings, ...subgraphSettings };
  const module = (await import(`../subgraphs/${name}/settings.ts`)) as Record<
    string,
    SettingsTable
  >;
  return { ...platformSettings, ...subgraphSettings, ...module[`${name}Settings`] };
}

/** As the process reads them, but for the files of the volume, whose content stands in. */
function read(name: string, env = service(name).environment) {
  const secret = 'x'.repeat(32);
  const { INTERNAL_SECRET_FILE: _file, AUTH_PRIVATE_KEY_FILE: _key, ...rest } = env;
  return readSettings(tables.get(name) ?? {}, { ...rest, INTERNAL_SECRET: secret });
}

/** Settings in production, with these variables in the environment. */
const inProduction = (env: Record<string, string>) =>
  readComposeFile(FILE, { PLAZA_ENV: 'production', ...env }).services['orders']?.environment;

function canBeWaitedFor([name, { condition }]: [string, { condition: string }]): boolean {
  const { healthcheck, restart } = service(name);
  return condition === 'service_healthy'
    ? healthcheck?.test?.[0] === 'CMD'
    : condition === 'service_completed_successfully' && restart !== 'unless-stopped';
}

const addressOf = (url: string) => {
  const { hostname, port } = new URL(url);
  return { hostname, port: Number(port) };
};

test('each subgraph that can be started is a service, and no other folder is', () => {
  const started = ours
    .map(([, { command }]) => /^subgraphs\/(\w+)\/main\.ts$/.exec(command[1] ?? '')?.[1])
    .filter((name) => name !== undefined);

  expect(subgraphs.length).toBeGreaterThan(0);
  expect(started.toSorted()).toEqual(subgraphs);
  for (const name of started) expect(service(name).command[1]).toContain(`/${name}/`);
});

test.each(ours)('%s runs a script that exists', (_name, { command }) => {
  expect(command[0]).toBe('node');
  const script = command.slice(1).find((part) => !part.startsWith('-'));
  expect(existsSync(root(script ?? ''))).toBe(true);
});

test.each(ours)('%s is given settings that it has, and nothing else', (name, { environment }) => {
  const table = tables.get(name) ?? {};
  const isSecretFile = (variable: string) =>
    table[variable.replace(/_FILE$/, '')]?.isSecret === true;

  const unknown = Object.keys(environment).filter(
    (variable) => !(variable in table) && !isSecretFile(variable),
  );
  expect(unknown).toEqual([]);
});

test.each([...subgraphs, 'gateway'])(
  '%s finds every setting that it needs, and can read it',
  (name) => {
    expect(() => read(name)).not.toThrow();
  },
);

test('the gateway and the subgraphs find each other', () => {
  for (const name of [...subgraphs, 'gateway']) {
    const { SUBGRAPH_URLS: urls } = read(name) as { SUBGRAPH_URLS?: string };
    for (const other of subgraphs) {
      const { hostname, port } = addressOf(subgraphUrl(urls, other));
      expect({ hostname, port }).toEqual({ hostname: other, port: read(other)['SUBGRAPH_PORT'] });
      expect(read(other)['SUBGRAPH_HOST']).toBe('0.0.0.0');
    }
  }
});

test.each(subgraphs)('there may be any number of %s: nothing of it is there once only', (name) => {
  const { container_name, hostname, ports, volumes: mounts } = service(name);

  expect({ container_name, hostname, ports }).toEqual({ ports: [] });
  // What replicas share is either read only, or files under names of their own.
  expect(mounts.filter((mount) => !/:ro$|^media:/.test(mount))).toEqual([]);
});

test('the gateway is reached from outside, and nothing else is', () => {
  expect(all.filter(([, { ports }]) => ports.length > 0).map(([name]) => name)).toEqual([
    'gateway',
  ]);
  const inside = service('gateway').ports.map((port) => Number(port.split(':').at(-1)));
  expect(inside).toEqual([read('gateway')['GATEWAY_PORT']]);
  expect(read('gateway')['GATEWAY_HOST']).toBe('0.0.0.0');
});

test.each(subgraphs)('%s is sent to the servers that there are', (name) => {
  const settings = read(name) as {
    DATABASE_URL: string;
    REDIS_URL: string;
    KAFKA_BROKERS: readonly string[];
  };
  const database = new URL(settings.DATABASE_URL);
  const { POSTGRES_USER: user, POSTGRES_PASSWORD: password } = service('postgres').environment;

  expect([database.hostname, database.username, database.password]).toEqual([
    'postgres',
    user,
    password,
  ]);
  expect(addressOf(settings.REDIS_URL)).toEqual({ hostname: 'redis', port: 6379 });
  expect(service('kafka').environment['KAFKA_ADVERTISED_LISTENERS']).toBe(
    `PLAINTEXT://${settings.KAFKA_BROKERS.join()}`,
  );
});

test('production refuses the development password, and takes another', () => {
  expect(() => read('orders', inProduction({}))).toThrow('DATABASE_URL is made for development');
  expect(() => read('orders', inProduction({ POSTGRES_PASSWORD: 'kT7_own' }))).not.toThrow();
});

test.each(all)('%s waits for what exists and can be waited for', (_name, { depends_on: needs }) => {
  expect(Object.entries(needs).filter((need) => !canBeWaitedFor(need))).toEqual([]);
});

test.each([...subgraphs, 'gateway'])('%s is healthy when it is ready', (name) => {
  const { healthcheck } = service(name);
  const [, node, script = '', port] = healthcheck?.test ?? [];

  expect([node, existsSync(root(script))]).toEqual(['node', true]);
  const setting = name === 'gateway' ? 'GATEWAY_PORT' : 'SUBGRAPH_PORT';
  expect(Number(port)).toBe(read(name)[setting]);
});

test.each(all)('%s has bounds, and its volumes are declared', (_name, each) => {
  const { reservations, limits } = each.deploy.resources;
  expect(Number(reservations.cpus)).toBeLessThanOrEqual(Number(limits.cpus));
  expect([reservations.memory, limits.memory].every((amount) => /^\d+[MG]$/.test(amount))).toBe(
    true,
  );
  for (const volume of each.volumes) expect(volumes).toHaveProperty(volume.split(':')[0] ?? '');
});

/** What a container writes for itself: replicas share volumes, and would take it for their own. */
const OF_ONE_CONTAINER = 'KAFKA_MEMBERS_FILE';

test.each(subgraphs)('%s keeps for itself under which names it consumes', (name) => {
  const { environment, volumes: mounted } = service(name);
  const path = String(environment[OF_ONE_CONTAINER]);
  const folders = mounted.map((volume) => `${volume.split(':')[1]}/`);

  expect(path).toMatch(/^\/tmp\//);
  expect(folders.filter((folder) => path.startsWith(folder))).toEqual([]);
});

test.each(ours)(
  '%s has the volumes that its files are on',
  (_name, { environment, volumes: mounted }) => {
    const folders = mounted.map((volume) => `${volume.split(':')[1]}/`);
    const files = Object.entries(environment).filter(
      ([name]) => /_(FILE|DIR)$/.test(name) && name !== OF_ONE_CONTAINER,
    );
    const elsewhere = files.filter(
      ([, path]) => !folders.some((folder) => `${path}/`.startsWith(folder)),
    );
    expect(elsewhere).toEqual([]);
  },
);

test('only accounts and the maker of keys see the signing key', () => {
  const seen = all.filter(([, each]) =>
    each.volumes.some((volume) => volume.startsWith('signing-key:')),
  );
  expect(seen.map(([name]) => name)).toEqual(['keys', 'accounts']);
});

test('images are pinned, and the Node is the one that package.json pins', () => {
  const foreign = all.filter(([, { build }]) => build === undefined);
  for (const [, { image }] of foreign) expect(image).toMatch(/^[\w/.-]+:\d+(\.\d+)*$/);

  const { dependencies } = JSON.parse(readFileSync(root('package.json'), 'utf8')) as {
    dependencies: { node: string };
  };
  expect(dockerfile()).toContain(`ARG NODE_VERSION=${dependencies.node}\n`);
});

test('the image is made of what is there', () => {
  const sources = Array.from(dockerfile().matchAll(/^COPY (?!--from)(.+) \S+$/gm), ([, paths]) =>
    (paths ?? '').split(' '),
  ).flat();

  expect(sources).toEqual(expect.arrayContaining(['gateway', 'subgraphs', 'package-lock.json']));
  expect(sources.filter((source) => !existsSync(root(source)))).toEqual([]);
  expect(dockerfile().lastIndexOf('\nUSER node\n')).toBeGreaterThan(
    dockerfile().lastIndexOf('\nRUN '),
  );
});

function dockerfile(): string {
  return readFileSync(root('deploy/Dockerfile'), 'utf8');
}
