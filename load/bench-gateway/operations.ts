/** A kind of request that is measured. */
export interface Workload {
  name: string;
  /** What is sent, one after the other and again from the beginning. */
  bodies: readonly string[];
  connections: number;
}

const CONNECTIONS = 50;
/** So many answers of megabytes at once would measure the driver's memory. */
const CONNECTIONS_OF_LARGE_ANSWERS = 4;
const LARGE_ANSWER = 1_000;

/** Entities nested six deep over four subgraphs; the answer has about 11 KB. */
export const BENCHMARK_QUERY = `
  fragment User on User { id username name }
  fragment Review on Review { id body }
  fragment Product on Product { inStock name price shippingEstimate upc weight }
  query Benchmark {
    users {
      ...User
      reviews {
        ...Review
        product {
          ...Product
          reviews { ...Review author { ...User reviews { ...Review product { ...Product } } } }
        }
      }
    }
    topProducts {
      ...Product
      reviews { ...Review author { ...User reviews { ...Review product { ...Product } } } }
    }
  }`;

const body = (query: string, variables?: object) => JSON.stringify({ query, variables });

export const benchmarkWorkload: Workload = {
  name: 'benchmark query',
  bodies: [body(BENCHMARK_QUERY)],
  connections: CONNECTIONS,
};

/** The same, for what tracing costs. */
export const tracedWorkload: Workload = { ...benchmarkWorkload, name: 'benchmark query, traced' };

export function listWorkload(entities: number): Workload {
  const query = `query List($first: Int!) {
    topProducts(first: $first) { upc name price inStock shippingEstimate }
  }`;
  return {
    name: `list of ${entities} entities`,
    bodies: [body(query, { first: entities })],
    connections: entities < LARGE_ANSWER ? CONNECTIONS : CONNECTIONS_OF_LARGE_ANSWERS,
  };
}

export function variedWorkload(operations: number): Workload {
  const bodies = Array.from({ length: operations }, (_, index) =>
    body(`query Varied${index} { me { id name reviews { id product { name inStock } } } }`),
  );
  return { name: `${operations} different operations`, bodies, connections: CONNECTIONS };
}

export const mutationWorkload: Workload = {
  name: 'small mutation',
  bodies: [
    body('mutation Price($upc: ID!) { priceProduct(upc: $upc, price: 5) { upc price inStock } }', {
      upc: 'p7',
    }),
  ],
  connections: CONNECTIONS,
};

/** The text of the benchmark query named by its hash, as automatic persisted queries do. */
export function persistedWorkload(hash: string): Workload {
  const extensions = { persistedQuery: { version: 1, sha256Hash: hash } };
  return {
    name: 'benchmark query, persisted',
    bodies: [JSON.stringify({ extensions })],
    connections: CONNECTIONS,
  };
}
