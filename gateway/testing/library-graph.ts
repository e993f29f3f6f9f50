import { makeMergedSchema } from './merged-schema.ts';
import type { TestSubgraph } from './federation.ts';

/**
 * A library over four subgraphs, and the same as one schema. Every value follows from ids, so that the
 * two must agree; some fields fail and some are null where they may not be.
 */
type Given = Record<string, number>;
type Entity = { id: string; __typename?: string };

const num = ({ id }: Entity) => Number(id);
const wrap = (id: number) => String(((id % 7) + 7) % 7);
const media = (id: number) => ({ __typename: id % 2 === 0 ? 'Book' : 'Film', id: wrap(id) });
// An id tells the type: even ones are books.
const book = (id: number) => ({ __typename: 'Book', id: String((Math.abs(id) % 3) * 2) });
const film = (id: number) => ({ __typename: 'Film', id: String((Math.abs(id) % 3) * 2 + 1) });
const work = (id: number) => (media(id).__typename === 'Book' ? book(id) : film(id));
const person = (id: number) => ({ __typename: 'Person', id: wrap(id) });

function fails(entity: Entity, when: number, value: number): number {
  if (num(entity) === when) throw new Error('fails');
  return value;
}

const catalogWork = {
  title: (it: Entity, { n = 0 }: Given) => `title ${it.id}/${n}`,
  next: (it: Entity) => work(num(it) + 1),
  authors: (it: Entity) => [person(num(it)), person(num(it) + 1), person(num(it))],
};
const reviewsWork = {
  stars: (it: Entity, { n = 0 }: Given) => num(it) + n,
  strict: (it: Entity) => (num(it) === 5 ? null : num(it)),
  reviews: (it: Entity, { n = 2 }: Given) =>
    Array.from({ length: n }, (_, index) => ({ id: `${it.id}${index}`, of: num(it) + index })),
};
interface Review {
  id: string;
  of: number;
}

const catalog = {
  Query: {
    works: () => [work(0), work(1), work(2), work(3), work(2)],
    work: (_: unknown, { n = 1 }: Given) => (n === 4 ? null : work(n)),
    found: () => [work(1), person(2), work(4), person(3)],
    grid: () => [[work(0), null], null, [work(5), work(3)]],
  },
  Book: { ...catalogWork, pages: (it: Entity) => fails(it, 4, num(it) * 100) },
  Film: { ...catalogWork, minutes: (it: Entity) => num(it) * 60 },
};
const people = {
  Query: {
    people: () => [person(1), person(2), person(1)],
    person: (_: unknown, { n = 0 }: Given) => person(n),
  },
  Person: {
    name: (it: Entity) => `person ${it.id}`,
    boss: (it: Entity) => (num(it) === 0 ? null : person(num(it) - 1)),
    home: (it: Entity) => ({ city: `city ${it.id}`, flat: num(it) === 3 ? null : num(it) }),
  },
};
const reviews = {
  Query: {
    reviews: () => [
      { id: '1', of: 1 },
      { id: '2', of: 2 },
    ],
  },
  Book: reviewsWork,
  Film: reviewsWork,
  Review: {
    text: ({ id }: Review) => `text ${id}`,
    work: ({ of }: Review) => work(of),
    author: ({ of }: Review) => (of === 6 ? null : person(of)),
  },
  Person: { reviews: (it: Entity) => [{ id: `p${it.id}`, of: num(it) + 1 }] },
};
const numbers = {
  Person: {
    score: (it: Entity, { n = 1 }: Given) => fails(it, 2, num(it) * n),
    favourite: (it: Entity) => work(num(it)),
  },
};

const WORK_FIELDS = 'title(n: Int): String! next: Work! authors: [Person!]!';
const REVIEW_FIELDS = 'stars(n: Int): Int strict: Int! reviews(n: Int): [Review!]!';

export const librarySubgraphs: Readonly<Record<string, TestSubgraph>> = {
  catalog: {
    sdl: `type Query { works: [Work!]! work(n: Int): Work found: [Found!]! grid: [[Work]] }
          interface Work { id: ID! ${WORK_FIELDS} }
          union Found = Book | Film | Person
          type Book implements Work @key(fields: "id") { id: ID! ${WORK_FIELDS} pages: Int }
          type Film implements Work @key(fields: "id") { id: ID! ${WORK_FIELDS} minutes: Int! }
          type Person @key(fields: "id") { id: ID! }`,
    resolvers: catalog,
  },
  people: {
    sdl: `type Query { people: [Person!]! person(n: Int): Person }
          type Person @key(fields: "id") { id: ID! name: String! boss: Person home: Home! }
          type Home { city: String flat: Int! }`,
    resolvers: people,
  },
  reviews: {
    sdl: `type Query { reviews: [Review!]! }
          interface Reviewed { ${REVIEW_FIELDS} }
          interface Work { id: ID! }
          type Book implements Reviewed & Work @key(fields: "id") { id: ID! ${REVIEW_FIELDS} }
          type Film implements Reviewed & Work @key(fields: "id") { id: ID! ${REVIEW_FIELDS} }
          type Review { id: ID! text: String! work: Work! author: Person }
          type Person @key(fields: "id") { id: ID! reviews: [Review!]! }`,
    resolvers: reviews,
  },
  numbers: {
    sdl: `interface Work { id: ID! }
          type Book implements Work @key(fields: "id") { id: ID! }
          type Film implements Work @key(fields: "id") { id: ID! }
          type Person @key(fields: "id") { id: ID! score(n: Int): Int favourite: Work! }`,
    resolvers: numbers,
  },
};

const LIBRARY = `
  type Query {
    works: [Work!]! work(n: Int): Work found: [Found!]! grid: [[Work]]
    people: [Person!]! person(n: Int): Person reviews: [Review!]!
  }
  interface Work { id: ID! ${WORK_FIELDS} }
  interface Reviewed { ${REVIEW_FIELDS} }
  union Found = Book | Film | Person
  type Book implements Work & Reviewed { id: ID! ${WORK_FIELDS} ${REVIEW_FIELDS} pages: Int }
  type Film implements Work & Reviewed { id: ID! ${WORK_FIELDS} ${REVIEW_FIELDS} minutes: Int! }
  type Review { id: ID! text: String! work: Work! author: Person }
  type Home { city: String flat: Int! }
  type Person {
    id: ID! name: String! boss: Person home: Home! reviews: [Review!]! score(n: Int): Int favourite: Work!
  }
`;

export const librarySchema = makeMergedSchema([catalog, people, reviews, numbers], LIBRARY);

const steps = (it: Entity, { n = 1 }: Given) => num(it) * 10 + n;
interface Walker {
  steps: number;
}

/** With two fields that require one field with different arguments: Apollo's planner takes one for the other. */
export const walkingSubgraphs: Readonly<Record<string, TestSubgraph>> = {
  ...librarySubgraphs,
  steps: {
    sdl: `type Person @key(fields: "id") { id: ID! steps(n: Int): Int! }`,
    resolvers: { Person: { steps } },
  },
  walks: {
    sdl: `type Person @key(fields: "id") {
            id: ID! steps(n: Int): Int! @external
            walk: Int! @requires(fields: "steps(n: 2)")
            run(n: Int): Int @requires(fields: "steps(n: 7)")
          }`,
    resolvers: {
      Person: {
        walk: (it: Walker) => it.steps + 1,
        run: (it: Walker, { n = 0 }: Given) => it.steps * 100 + n,
      },
    },
  },
};

const walking = {
  Person: {
    steps,
    walk: (it: Entity) => steps(it, { n: 2 }) + 1,
    run: (it: Entity, { n = 0 }: Given) => steps(it, { n: 7 }) * 100 + n,
  },
};

export const walkingSchema = makeMergedSchema(
  [catalog, people, reviews, numbers, walking],
  `${LIBRARY} extend type Person { steps(n: Int): Int! walk: Int! run(n: Int): Int }`,
);
