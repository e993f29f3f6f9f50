/** What a hostile client sends, one request at a time. */
export interface Attack {
  name: string;
  /** The body of request number `index`. */
  body: (index: number) => string;
}

const LEVELS = 3_000;
const FIELDS = 20_000;
const ALIASES = 3_000;
const BATCH = 2_000;
const HUGE_BYTES = 5_000_000;
const FRAGMENTS = 200;

const CONDITIONS = 12;

const asked = (query: string): string => JSON.stringify({ query });
const many = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

/** Bodies are made once where they can be: the attacker's own work is not what is measured. */
const once = (name: string, body: string): Attack => ({ name, body: () => body });

export const ATTACKS: readonly Attack[] = [
  once('deep', asked(`{ ${'a { '.repeat(LEVELS)}b${' }'.repeat(LEVELS)} }`)),
  once('wide', asked(`{ ${many(FIELDS, () => '__typename')} }`)),
  once(
    'aliased',
    asked(`{ ${many(ALIASES, (n) => `a${n}: products(first: 100) { totalCount }`)} }`),
  ),
  once(
    'fragments in fragments',
    asked(
      `{ ...f0 } ${many(FRAGMENTS, (n) => `fragment f${n} on Query { ...f${n + 1} ...f${n + 1} }`)} fragment f${FRAGMENTS} on Query { __typename }`,
    ),
  ),
  once('huge', asked(`{ ${' '.repeat(HUGE_BYTES)} __typename }`)),
  once('long lists', asked('{ products(first: 1000000) { edges { node { id name stock } } } }')),
  once('batch', JSON.stringify(Array.from({ length: BATCH }, () => ({ query: '{ __typename }' })))),
  once(
    'introspection',
    asked(
      `{ ${many(30, (n) => `s${n}: __schema { types { fields { type { fields { name } } } } }`)} }`,
    ),
  ),
  once('malformed', '{"query": "{ products(first: {{{{"'),
  once('invalid', asked(`{ ${many(500, (n) => `nothing${n}(a: 1)`)} }`)),
  {
    name: 'never the same',
    body: (index) =>
      asked(`query Q${index} { p${index}: products(first: 1) { edges { node { id } } } }`),
  },
  {
    name: 'conditions',
    // One text, and 4,096 operations of it.
    body: (index) => {
      const names = Array.from({ length: CONDITIONS }, (_, bit) => `c${bit}`);
      const declared = names.map((name) => `$${name}: Boolean!`).join();
      const fields = names.map((name) => `${name}: name @include(if: $${name})`).join(' ');
      const query = `query (${declared}) { products(first: 1) { edges { node { id ${fields} } } } }`;
      const values = names.map((name, bit) => [name, ((index >> bit) & 1) === 1]);
      return JSON.stringify({ query, variables: Object.fromEntries(values) });
    },
  },
];
