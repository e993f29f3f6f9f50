import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Kafka, logLevel } from 'kafkajs';
import { restIdleConnections } from '../platform/bus/kafka/idle-connections.ts';
import { assertJava, ensureKafkaJars } from './kafka/jars.ts';
import { LOG4J_PROPERTIES, serverProperties } from './kafka/server-properties.ts';
import { commandLine, stopPid } from './pids.mjs';
import { findFreePort } from '../platform/process/free-port.ts';
import { assertPortFree } from './ports.ts';
import { endOfServerLog, openServerLog } from './server-log.ts';
import { waitUntil } from './wait-until.ts';

export interface KafkaOptions {
  /** Holds the events, the pid and the log of this node. */
  dataDir: string;
  port: number;
}

export interface LocalKafka {
  brokers: string[];
  stop: () => Promise<void>;
}

const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 20_000;
const JVM = ['-Xms256m', '-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];

/**
 * The server must not outlive us, however we end: it reads the pipe that only we hold, and its end is the
 * signal to stop. A group of its own keeps Ctrl-C in the terminal away from it.
 */
const LEASHED = `exec 3<&0
"$@" </dev/null & server=$!
(cat <&3 >/dev/null; kill "$server" 2>/dev/null) & leash=$!
wait "$server"; code=$?
kill "$leash" 2>/dev/null
exit $code`;

/**
 * Starts one Apache Kafka node, broker and controller in one, and resolves when it answers.
 * Throws `KafkaUnavailable` when this machine has no Java or Maven, or cannot reach Maven Central.
 */
export async function startKafka({ dataDir: wantedDir, port }: KafkaOptions): Promise<LocalKafka> {
  await assertJava();
  const jars = await ensureKafkaJars();
  await mkdir(wantedDir, { recursive: true });
  const dataDir = await realpath(wantedDir);
  await stopLeftover(dataDir);
  await assertPortFree(port, 'KAFKA_PORT');
  const config = await writeConfig(dataDir, port);
  const java = [...JVM, `-Dlog4j.configuration=file:${config.log4j}`, '-cp', `${jars}/*`];
  await format(java, dataDir, config.server);

  const brokers = [`127.0.0.1:${port}`];
  const server = await launch(dataDir, [...java, 'kafka.Kafka', config.server]);
  const hasEnded = () => server.exitCode !== null || server.signalCode !== null;
  const isSettled = async () => hasEnded() || (await answers(brokers));
  if ((await waitUntil(isSettled, READY_WITHIN_MS)) && !hasEnded()) {
    return { brokers, stop: () => stop(dataDir, server) };
  }
  await stop(dataDir, server);
  throw new Error(`Kafka did not start. ${await endOfServerLog(dataDir)}`);
}

async function writeConfig(dataDir: string, port: number) {
  const server = join(dataDir, 'server.properties');
  const log4j = join(dataDir, 'log4j.properties');
  const controllerPort = await findFreePort();
  const logDir = eventsDir(dataDir);
  await writeFile(server, serverProperties({ logDir, port, controllerPort }));
  await writeFile(log4j, LOG4J_PROPERTIES);
  return { server, log4j };
}

/** Names the cluster, once: a node that has events keeps its name, and starts a second faster. */
async function format(java: readonly string[], dataDir: string, config: string): Promise<void> {
  if (existsSync(join(eventsDir(dataDir), 'meta.properties'))) return;
  const clusterId = randomBytes(16).toString('base64url');
  // What a format that was broken off has left is formatted on.
  const tool = ['kafka.tools.StorageTool', 'format', '--ignore-formatted'];
  // In one word with its name: an id may begin with a dash.
  const id = `--cluster-id=${clusterId}`;
  await promisify(execFile)('java', [...java, ...tool, id, '-c', config]);
}

async function launch(dataDir: string, java: readonly string[]): Promise<ChildProcess> {
  const output = await openServerLog(dataDir);
  try {
    const server = spawn('sh', ['-c', LEASHED, 'kafka', 'java', ...java], {
      cwd: dataDir,
      detached: true,
      stdio: ['pipe', output.fd, output.fd],
    });
    await new Promise<void>((done, fail) => server.once('spawn', done).once('error', fail));
    // Our end is the leash; it must not keep this process alive.
    server.unref();
    (server.stdin as unknown as { unref?: () => void } | null)?.unref?.();
    await writeFile(pidFile(dataDir), String(server.pid));
    return server;
  } finally {
    await output.close();
  }
}

async function answers(brokers: string[]): Promise<boolean> {
  restIdleConnections();
  const admin = new Kafka({
    brokers,
    clientId: 'host',
    logLevel: logLevel.NOTHING,
    retry: { retries: 0 },
  }).admin();
  try {
    await admin.connect();
    return (await admin.describeCluster()).brokers.length > 0;
  } catch {
    return false;
  } finally {
    await admin.disconnect();
  }
}

async function stop(dataDir: string, server: ChildProcess): Promise<void> {
  server.stdin?.end();
  await stopGroup(server.pid);
  await rm(pidFile(dataDir), { force: true });
}

/** A node of an earlier start whose leash was cut but that has not ended. */
async function stopLeftover(dataDir: string): Promise<void> {
  const pid = Number(await readFile(pidFile(dataDir), 'utf8').catch(() => ''));
  if (pid > 0 && commandLine(pid).includes(dataDir)) await stopGroup(pid, true);
  await rm(pidFile(dataDir), { force: true });
}

async function stopGroup(pid: number | undefined, mustAsk = false): Promise<void> {
  if (pid === undefined) return;
  if (mustAsk) process.kill(-pid, 'SIGTERM');
  const isGone = await waitUntil(() => commandLine(pid) === '', STOP_WITHIN_MS);
  if (isGone) return;
  // The whole group: the shell that leads it and Java.
  process.kill(-pid, 'SIGKILL');
  if (!(await stopPid(pid, 'SIGKILL', STOP_WITHIN_MS))) {
    throw new Error(`Kafka (process ${pid}) does not stop.`);
  }
}

function eventsDir(dataDir: string): string {
  return join(dataDir, 'events');
}

function pidFile(dataDir: string): string {
  return join(dataDir, 'kafka.pid');
}
