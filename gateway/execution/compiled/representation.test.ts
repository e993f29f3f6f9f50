import { expect, test } from '@jest/globals';
import type { RequiredSelection } from '../../supergraph/planner/plan.ts';
import { buildSchema } from 'graphql';
import { compileRepresentations } from './representation.ts';
import { createTypeConditions } from './type-conditions.ts';

const schema = buildSchema(`
  scalar Json
  interface Node { id: ID! }
  type Book implements Node { id: ID! shop: ID! json: Json }
  type Film implements Node { id: ID! }
  type Query { node: Node }`);
const types = createTypeConditions(schema);

const field = (name: string): RequiredSelection => ({ kind: 'Field', name });
const on = (typeCondition: string, ...names: string[]): RequiredSelection => ({
  kind: 'InlineFragment',
  typeCondition,
  selections: ['__typename', ...names].map(field),
});
function represent(requires: RequiredSelection[], entities: Record<string, unknown>[]) {
  return compileRepresentations({ requires }, types)(entities);
}
const book = (more: object) => ({ __typename: 'Book', ...more });

test('the same entity is asked for once', () => {
  const one = book({ id: '1' });
  const { list, indexes } = represent([on('Book', 'id')], [one, book({ id: '2' }), { ...one }]);
  expect(list).toMatchObject([{ __typename: 'Book', id: '1' }, { id: '2' }]);
  expect(indexes).toEqual([0, 1, 0]);
});

test('a number and a text of the same digits are two', () => {
  const { indexes } = represent([on('Book', 'id')], [book({ id: 1 }), book({ id: '1' })]);
  expect(indexes).toEqual([0, 1]);
});

test('every key counts, in whichever order entities come', () => {
  const entities = ['ab', 'ba', 'aa', 'ab', 'bb', 'ba'].map(([shop, id]) => book({ shop, id }));
  const { list, indexes } = represent([on('Book', 'shop', 'id')], entities);
  expect(indexes).toEqual([0, 1, 2, 0, 3, 1]);
  expect(list).toHaveLength(4);
});

test('an object without a key is not asked for, and those after it are', () => {
  const entities = [book({ shop: 'a' }), book({ shop: 'a', id: '1' }), book({ shop: 'a' })];
  const { list, indexes } = represent([on('Book', 'shop', 'id')], entities);
  expect(indexes).toEqual([-1, 0, -1]);
  expect(list).toHaveLength(1);
});

test('a null is a value', () => {
  const { indexes } = represent([on('Book', 'id')], [book({ id: null }), book({ id: 'null' })]);
  expect(indexes).toEqual([0, 1]);
});

test('types that share a key are told apart', () => {
  const entities = ['Film', 'Book', 'Film'].map((__typename) => ({ __typename, id: '1' }));
  expect(represent([on('Book', 'id'), on('Film', 'id')], entities).indexes).toEqual([0, 1, 0]);
  expect(represent([on('Node', 'id')], entities).indexes).toEqual([0, 1, 0]);
});

test('an object that no fragment is for is not asked for', () => {
  const entities = [
    { __typename: 'Film', id: '1' },
    { id: '2' },
    { __typename: 'Nobody', id: '3' },
  ];
  expect(represent([on('Book', 'id')], entities)).toEqual({ list: [], indexes: [-1, -1, -1] });
});

test('keys that are objects are told apart by what is in them', () => {
  const entities = [{ a: 1 }, { a: 2 }, 'x', { a: 1 }, 'x'].map((json) => book({ json }));
  expect(represent([on('Book', 'json')], entities).indexes).toEqual([0, 1, 2, 0, 2]);
});
