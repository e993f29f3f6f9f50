import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { KafkaUnavailable } from './unavailable.ts';

const run = promisify(execFile);

const POM = fileURLToPath(new URL('./pom.xml', import.meta.url));
/** About 40 MB in 40 files; a slow line gets this long. */
const DOWNLOAD_WITHIN_MS = 5 * 60_000;
const MINIMUM_JAVA = 17;

/**
 * The folder with Apache Kafka's jars. Maven copies them there once, into a cache that all
 * checkouts of this user share.
 */
export async function ensureKafkaJars(cacheDir = defaultCacheDir()): Promise<string> {
  // Another list of jars is another folder.
  const hash = createHash('sha1')
    .update(await readFile(POM))
    .digest('hex')
    .slice(0, 12);
  const jars = join(cacheDir, hash);
  if (await exists(jars)) return jars;

  // Renamed when complete, so that a start that was broken off leaves no half a Kafka.
  const draft = `${jars}.${process.pid}`;
  await mkdir(dirname(jars), { recursive: true });
  try {
    await copyJars(draft);
    await rename(draft, jars).catch(async (error: unknown) => {
      // Another start was faster.
      if (!(await exists(jars))) throw error;
    });
    return jars;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function copyJars(into: string): Promise<void> {
  const goal = [
    'dependency:copy-dependencies',
    '-DincludeScope=runtime',
    `-DoutputDirectory=${into}`,
  ];
  try {
    await run('mvn', ['-B', '-q', '-ntp', '-f', POM, ...goal], { timeout: DOWNLOAD_WITHIN_MS });
  } catch (error) {
    if (isMissing(error))
      throw new KafkaUnavailable('Maven is missing (Debian: apt install maven)');
    const { stdout = '', message } = error as Error & { stdout?: string };
    const reason = /^\[ERROR\] (.*)$/m.exec(stdout)?.[1] ?? message;
    throw new KafkaUnavailable(`Maven could not fetch Kafka's jars: ${reason}`, { cause: error });
  }
}

/** Throws unless a Java that can run Kafka is in PATH. */
export async function assertJava(): Promise<void> {
  let version: string;
  try {
    version = (await run('java', ['-version'])).stderr;
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new KafkaUnavailable('Java is missing (Debian: apt install openjdk-17-jre-headless)');
  }
  const major = Number(/version "(\d+)/.exec(version)?.[1]);
  if (!(major >= MINIMUM_JAVA)) {
    throw new KafkaUnavailable(`Java ${MINIMUM_JAVA} or later is needed, found ${major}`);
  }
}

function defaultCacheDir(): string {
  return join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'plaza', 'kafka');
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
