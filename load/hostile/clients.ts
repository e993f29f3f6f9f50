/** What became of the requests of some clients. */
export interface Served {
  /** Milliseconds of each request. */
  ms: number[];
  /** By status, or by the error of a connection. */
  outcomes: Map<string, number>;
}

export interface ClientsOptions {
  url: string;
  clients: number;
  body: (index: number) => string | Uint8Array<ArrayBuffer>;
  headers?: Readonly<Record<string, string>>;
  /** Behind a proxy that the gateway trusts: the address that it counts. */
  addressOf: (client: number) => string;
  /** Between requests of a client; 0 sends the next at once. */
  pauseMs?: number;
  /** What a good answer holds. */
  expects?: string;
}

const ANSWER_MS = 20_000;

/** Clients that each send one request after the other, until they are stopped. */
export function startClients(options: ClientsOptions): () => Promise<Served> {
  const { clients, pauseMs = 0 } = options;
  const served: Served = { ms: [], outcomes: new Map() };
  const stopping = new AbortController();
  let next = 0;
  const all = Array.from({ length: clients }, async (_, client) => {
    while (!stopping.signal.aborted) {
      const outcome = await ask(options, next++, client, served.ms);
      served.outcomes.set(outcome, (served.outcomes.get(outcome) ?? 0) + 1);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  });
  return async () => {
    stopping.abort();
    await Promise.all(all);
    return served;
  };
}

async function ask(
  { url, body, headers = {}, addressOf, expects = '' }: ClientsOptions,
  index: number,
  client: number,
  ms: number[],
): Promise<string> {
  const start = performance.now();
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json',
        'x-forwarded-for': addressOf(client),
        ...headers,
      },
      body: body(index),
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    const text = await response.text();
    ms.push(performance.now() - start);
    return text.includes(expects) ? String(response.status) : `${response.status}, not the answer`;
  } catch (error) {
    return error instanceof Error ? `no answer: ${error.name}` : 'no answer';
  }
}
