import { choice, fraction, integer, list, optionalText, text } from './settings.ts';
import { subgraphCallSettings } from './subgraph-call-settings.ts';

/** Settings that every process of the product reads. */
export const platformSettings = {
  PLAZA_ENV: choice(
    'production refuses development credentials and hides introspection from the public',
    ['development', 'production', 'test'],
    { default: 'development' },
  ),
  LOG_LEVEL: choice(
    'least severe log line that is written',
    ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
    { default: 'info' },
  ),
  REDIS_URL: text('Redis: redis://host:port', {
    default: 'redis://127.0.0.1:6379',
  }),
  KAFKA_BROKERS: list('Kafka brokers, host:port separated by commas; none means Redis Streams', {
    default: '',
  }),
  BUS_PARTITIONS: integer(
    'partitions of a topic: the most members of a group that can share it; not to be changed later',
    { min: 1, max: 1024 },
    { default: '12' },
  ),
  BUS_PREFIX: text('put before the names of topics and consumer groups, to share a broker', {
    default: 'plaza.',
  }),
  KAFKA_REPLICATION_FACTOR: integer(
    'copies of a topic that is created',
    { min: 1, max: 9 },
    { default: '1' },
  ),
  KAFKA_MEMBERS_FILE: optionalText(
    'a file of this process alone: one that is killed and started again takes its partitions up at once; without it they wait for ten seconds',
  ),
  INTERNAL_SECRET: text('at least 32 characters; signs the viewer between gateway and subgraphs', {
    minLength: 32,
    isSecret: true,
  }),
  DRAIN_MS: integer(
    'how long a stopping process waits for requests that are under way; it ends for good after 30 s',
    { min: 0, max: 25_000 },
    { default: '10000' },
  ),
  METRICS_TOKEN: optionalText(
    'what `authorization: Bearer …` must hold to read /metrics; in production the public port of the gateway has none without it',
    { isSecret: true },
  ),
  METRICS_PORT: integer(
    'a port for /metrics alone, which no other port then has; 0 is none',
    { min: 0, max: 65_535 },
    { default: '0' },
  ),
  METRICS_HOST: text('address that this port listens on', { default: '127.0.0.1' }),
  TRACE_EXPORTER_URL: optionalText(
    'where traces are sent, as OTLP over HTTP such as http://127.0.0.1:4318/v1/traces; without it nothing is traced',
  ),
  TRACE_SAMPLE_RATIO: fraction(
    'the part of requests that is traced; a request whose traceparent asks for it is traced beyond that, up to 10 a second',
    { default: '0.01' },
  ),
  ...subgraphCallSettings,
};

/** Settings that a subgraph reads beside those. */
export const subgraphSettings = {
  DATABASE_URL: text(
    'PostgreSQL server, postgres://user:password@host:port; each subgraph has a database there, unless the URL names one',
    { isSecret: true },
  ),
  DATABASE_PREFIX: text('a subgraph uses the database of this prefix and its name', {
    default: 'plaza_',
  }),
  DATABASE_POOL: integer('connections a subgraph', { min: 2, max: 500 }, { default: '10' }),
  DATABASE_STATEMENT_TIMEOUT_MS: integer(
    'after which PostgreSQL ends a statement',
    { min: 100, max: 3_600_000 },
    { default: '15000' },
  ),
  SUBGRAPH_PORT: integer(
    'where a subgraph in a process of its own listens',
    { min: 0, max: 65_535 },
    { default: '4001' },
  ),
  SUBGRAPH_HOST: text('address that a subgraph in a process of its own listens on', {
    default: '127.0.0.1',
  }),
  SUBGRAPH_WORK: choice(
    'what a subgraph in a process of its own does: everything; requests alone; or in the background alone (relay, consumers, jobs), of which there must then be a process, too',
    ['everything', 'requests', 'background'],
    { default: 'everything' },
  ),
  SUBGRAPH_URLS: optionalText(
    'where the subgraphs are: name=url separated by commas; a name not listed is http://<name>:4001/graphql',
  ),
};
