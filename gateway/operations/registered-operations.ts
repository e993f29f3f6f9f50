import type { GraphClient } from '../../platform/subgraph/graph-client.ts';
import type { Log } from '../../platform/telemetry/log.ts';
import type { RegisteredOperations } from './find-operation.ts';
import type { PersistedOperations } from './persisted-operations.ts';

export interface RegisteredOperationsOptions {
  /** Those of our own programs, which every partner may run, too. */
  file: PersistedOperations;
  /** Asks the subgraph that keeps what administrators register. */
  graph: GraphClient;
  /** Whether the supergraph has such a subgraph. */
  hasRegistry: () => boolean;
  log: Log;
}

export interface FollowedOperations extends RegisteredOperations {
  /** Texts to have ready before anybody asks for them. */
  texts: () => Iterable<string>;
  /** Reads the registry again; what it does not tell stays as it was. */
  refresh: () => Promise<void>;
  /** Refreshes again and again, until it is stopped. */
  start: () => void;
  stop: () => void;
}

interface Registration {
  hash: string;
  partnerKeyId: string | null;
}

const REFRESH_MS = 8_000;
const KEYS = '{ _registeredOperations { hash partnerKeyId } }';
const TEXTS =
  'query ($hashes: [String!]!) { _registeredOperations(hashes: $hashes) { hash text } }';
/** Stands for all partner keys. */
const EVERYBODY = '';

/**
 * Operations that may be named by their hash and that partners may run: those of a file, and those that
 * administrators have registered since, read from their subgraph every few seconds. Texts never change:
 * only new ones are fetched.
 */
export function createRegisteredOperations(
  options: RegisteredOperationsOptions,
): FollowedOperations {
  const { file, graph, hasRegistry, log } = options;
  let textByHash = new Map<string, string>();
  let partnersByText = new Map<string, Set<string>>();
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  return {
    find: (hash) => file.find(hash) ?? textByHash.get(hash),
    has: (text) => file.has(text) || partnersByText.get(text)?.has(EVERYBODY) === true,
    isForPartner(partnerKeyId, text) {
      const partners = partnersByText.get(text);
      return (
        file.has(text) || partners?.has(EVERYBODY) === true || partners?.has(partnerKeyId) === true
      );
    },
    texts: () => [...file.texts(), ...textByHash.values()],
    refresh,
    start: schedule,
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };

  async function refresh(): Promise<void> {
    if (!hasRegistry()) return;
    try {
      await read();
    } catch (error) {
      log.warn({ err: error }, 'registered operations cannot be read: those known go on');
    }
  }

  function schedule(): void {
    if (isStopped) return;
    timer = setTimeout(() => void refresh().then(schedule), REFRESH_MS).unref();
  }

  async function read(): Promise<void> {
    const registered = await ask<Registration>(KEYS, {});
    const hashes = new Set(registered.map(({ hash }) => hash));
    const unknown = [...hashes].filter((hash) => !textByHash.has(hash));
    const fetched =
      unknown.length === 0
        ? []
        : await ask<{ hash: string; text: string }>(TEXTS, { hashes: unknown });

    const texts = new Map(fetched.map(({ hash, text }) => [hash, text]));
    for (const [hash, text] of textByHash) if (hashes.has(hash)) texts.set(hash, text);
    const partners = new Map<string, Set<string>>();
    for (const { hash, partnerKeyId } of registered) {
      const text = texts.get(hash);
      if (text === undefined) continue;
      partners.set(text, (partners.get(text) ?? new Set()).add(partnerKeyId ?? EVERYBODY));
    }
    textByHash = texts;
    partnersByText = partners;
  }

  async function ask<Row>(query: string, variables: Record<string, unknown>): Promise<Row[]> {
    const { _registeredOperations: rows } = await graph.request<{ _registeredOperations: Row[] }>(
      'accounts',
      query,
      variables,
    );
    return rows;
  }
}
