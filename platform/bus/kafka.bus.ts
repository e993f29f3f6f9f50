import { Kafka, logLevel } from 'kafkajs';
import type { Admin, Producer } from 'kafkajs';
import type { BackoffOptions } from './backoff.ts';
import { writtenMessage, type Bus, type Consumption } from './bus.ts';
import { runKafkaConsumer } from './kafka/consumer.ts';
import { restIdleConnections } from './kafka/idle-connections.ts';
import { keepMembership } from './kafka/keep-membership.ts';
import { createKafkaLogCreator } from './kafka/log-creator.ts';
import { openMembersFile } from './kafka/members-file.ts';
import { createPartitioner } from './kafka/partition-of.ts';
import { readLag } from './kafka/read-lag.ts';
import { createTopicMaker } from './kafka/topic-maker.ts';
import { silentLog } from '#platform/telemetry/log.ts';
import type { Log } from '#platform/telemetry/log.ts';

export interface KafkaBusOptions {
  brokers: readonly string[];
  /** Names this process in the broker's logs. */
  clientId: string;
  /** Of topics that do not exist yet. */
  partitions?: number;
  replicationFactor?: number;
  /** How long a dead member keeps its partitions. The broker's minimum is 6 s unless it is set otherwise. */
  sessionTimeoutMs?: number;
  /**
   * A file of this process alone, for the one that is started in its place when it is killed: see `openMembersFile`. It is
   * that of all of the process, which has one bus: the last that is named.
   */
  membersFile?: string | undefined;
  /** Between two tries of a failing `handle`. */
  backoff?: BackoffOptions;
  log?: Log;
}

const defaults = {
  partitions: 12,
  replicationFactor: 1,
  sessionTimeoutMs: 10_000,
  backoff: { firstMs: 50, maxMs: 5_000 },
  log: silentLog,
};

/** Tries of one request, about 4 s in all, before `publish` and the rest fail. */
const REQUEST_RETRIES = 5;

/** The event bus on Kafka: a topic is a topic, a group is a group, the envelope's key is the message's key. */
export function createKafkaBus(options: KafkaBusOptions): Bus {
  const settings = { ...defaults, ...options };
  restIdleConnections();
  const { membersFile: path, log } = settings;
  keepMembership(path === undefined ? undefined : openMembersFile({ path, log }));
  const kafka = new Kafka({
    clientId: settings.clientId,
    brokers: [...settings.brokers],
    connectionTimeout: 3_000,
    retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: REQUEST_RETRIES },
    logLevel: logLevel.WARN,
    logCreator: createKafkaLogCreator(settings.log),
  });
  const consumptions = new Set<Consumption>();
  const admin = connectOnce(() => kafka.admin());
  const producer = connectOnce(() =>
    // Idempotent: a retried request neither repeats events nor changes their order.
    kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      createPartitioner,
      allowAutoTopicCreation: false,
    }),
  );
  const topicMaker = createTopicMaker(admin.get, settings);
  let clusterId: string | undefined;

  return {
    /** The cluster's id: a broker of the cluster that comes back has what it had. */
    async epoch() {
      clusterId ??= (await (await admin.get()).describeCluster()).clusterId;
      return clusterId;
    },

    async publish(messages) {
      if (messages.length === 0) return;
      const byTopic = Map.groupBy(messages, ({ topic }) => topic);
      await topicMaker.make([...byTopic.keys()]);
      await (
        await producer.get()
      ).sendBatch({
        acks: -1,
        topicMessages: [...byTopic].map(([topic, own]) => ({
          topic,
          messages: own.map((message) => {
            const { key, body: value } = writtenMessage(message);
            return { key, value };
          }),
        })),
      });
    },

    async consume(consume) {
      await topicMaker.make(consume.topics);
      const consumption = await runKafkaConsumer({ ...settings, kafka, admin: admin.get, consume });
      const tracked: Consumption = {
        lag: () => consumption.lag(),
        async stop() {
          consumptions.delete(tracked);
          await consumption.stop();
        },
      };
      consumptions.add(tracked);
      return tracked;
    },

    async lag(group, topics) {
      await topicMaker.make(topics);
      return readLag(await admin.get(), group, topics);
    },

    async ping() {
      await (await admin.get()).describeCluster();
    },

    async close() {
      await Promise.all([...consumptions].map((consumption) => consumption.stop()));
      await Promise.all([producer.close(), admin.close()]);
    },
  };
}

/** Connects when first needed, again when that failed, and never twice at once. */
function connectOnce<Client extends Admin | Producer>(create: () => Client) {
  let client: Promise<Client> | undefined;

  async function connect(): Promise<Client> {
    const fresh = create();
    try {
      await fresh.connect();
      return fresh;
    } catch (error) {
      client = undefined;
      throw error;
    }
  }

  return {
    get: (): Promise<Client> => (client ??= connect()),
    async close(): Promise<void> {
      const open = await client?.catch(() => undefined);
      await open?.disconnect();
    },
  };
}
