import { gzipSync } from 'node:zlib';

/** What a hostile client sends, one request at a time. */
export interface Attack {
  name: string;
  /** The body of request number `index`. */
  body: (index: number) => string | Uint8Array<ArrayBuffer>;
  headers?: Readonly<Record<string, string>>;
}

const LEVELS = 3_000;
const FIELDS = 20_000;
const ALIASES = 3_000;
const BATCH = 2_000;
const HUGE_BYTES = 5_000_000;
const FRAGMENTS = 200;
const OVERLAPS = 24;
const NESTING = 20_000;
const DIRECTIVES = 2_000;
const BOMB_BYTES = 50_000_000;

const CONDITIONS = 12;

const asked = (query: string): string => JSON.stringify({ query });
const many = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

/** Bodies are made once where they can be: the attacker's own work is not what is measured. */
const once = (name: string, body: string): Attack => ({ name, body: () => body });

const SEARCH =
  'query ($first: Int, $filter: ProductFilter) { products(first: $first, filter: $filter) { totalCount } }';
/** A variable of its own size, as JSON that no serializer writes. */
const variables = (name: string, text: string): Attack =>
  once(name, `{"query": ${JSON.stringify(SEARCH)}, "variables": ${text}}`);

/** Each level has two fields of one name: whoever compares all pairs compares 2 to the power of the levels. */
function overlapping(levels: number): string {
  const fragments = many(
    levels,
    (n) =>
      `fragment f${n} on Product { category { products(first: 1) { edges { node { ...f${n + 1} ...f${n + 1} } } } } } fragment g${n} on Product { ...f${n} ...f${n} }`,
  );
  return asked(
    `{ products(first: 1) { edges { node { ...f0 ...g0 } } } } ${fragments} fragment f${levels} on Product { id }`,
  );
}

const BOMB = new Uint8Array(gzipSync(Buffer.alloc(BOMB_BYTES, ' ')));

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
  once('cycles', asked('{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }')),
  once('overlapping fields', overlapping(OVERLAPS)),
  once('directives', asked(`{ __typename ${many(DIRECTIVES, () => '@include(if: true)')} }`)),
  variables('huge numbers', `{"first": ${'9'.repeat(100_000)}}`),
  variables('numbers without end', '{"first": 1e400}'),
  variables('deep variables', `{"filter": ${'{"a":'.repeat(NESTING)}1${'}'.repeat(NESTING)}}`),
  variables('deep lists', `{"filter": ${'['.repeat(NESTING)}${']'.repeat(NESTING)}}`),
  variables(
    'prototypes',
    '{"__proto__": {"first": 1}, "constructor": {"prototype": {"x": 1}}, "filter": {"__proto__": {"search": "a"}}}',
  ),
  {
    name: 'gzip bomb',
    headers: { 'content-encoding': 'gzip' },
    body: () => BOMB,
  },
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
