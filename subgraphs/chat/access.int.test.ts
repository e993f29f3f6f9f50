import { v7 as newId } from 'uuid';
import { getNamedType, isObjectType } from 'graphql';
import { ACCESS, type Access, type Names } from './testing/access-table.ts';
import { changeSql } from './testing/changed-sql.ts';
import { openRoom, SECRET, type Kind, type Room } from './testing/closed-room.ts';
import { selectAll } from './testing/select-all.ts';
import { schema } from './testing/talk.ts';

/** Of the roots, and of entities; what federation adds is the gateway's. */
const ROOTS = ['Query', 'Mutation', 'Subscription'];
const FEDERATION = new Set(['Query._entities', 'Query._service']);

const selected = new Set<string>();

/** The document of a row: with everything that can be selected below its field. */
function documentOf(row: string, args: string): string {
  const [root = '', name = ''] = row.split('.');
  if (root === 'Entity') {
    const everything = selectAll(schema.getType(name) ?? fail(row), selected);
    return `{ got: _entities(representations: [{ ${args} }]) { ... on ${name} ${everything} } }`;
  }
  const type = schema.getType(root);
  if (!type || !('getFields' in type)) return fail(row);
  const field = type.getFields()[name] ?? fail(row);
  const given = args === '' ? '' : `(${args})`;
  const everything = selectAll(getNamedType(field.type) ?? fail(row), selected);
  return `${root.toLowerCase()} { got: ${name}${given} ${everything} }`;
}

function fail(row: string): never {
  throw new Error(`chat has no ${row}: its row in the table of access is to go`);
}

const rowsOf = (...roots: string[]): [row: string, access: Access][] =>
  Object.entries(ACCESS).filter(([row]) => roots.includes(row.split('.')[0] ?? ''));

const expectedOf = (access: Access, kind: Kind): string =>
  kind === 'nobody' ? 'UNAUTHENTICATED' : access[kind];

/** In the words of the table. */
function outcomeOf({ data, codes }: { data: unknown; codes: string[] | undefined }): string {
  if (codes !== undefined) return codes[0] ?? 'no code';
  let got: unknown = (data as { got: unknown } | null)?.got;
  if (Array.isArray(got) && got.length === 1) [got] = got as unknown[];
  if (got === null || got === undefined) return 'closed';
  if (typeof got !== 'object') return JSON.stringify(got);
  if (JSON.stringify(got).includes(SECRET)) return 'content';
  if ('presence' in got && !('__typename' in got && got.__typename === 'Presence')) {
    return got.presence === null ? 'no presence' : 'presence';
  }
  if (Array.isArray(got) && got.length === 0) return 'empty';
  if ('edges' in got && Array.isArray(got.edges) && got.edges.length === 0) return 'empty';
  return '__typename' in got ? String(got.__typename) : 'something';
}

/** What each row gives, with everything that it answered. */
async function walk(room: Room, names: Names) {
  const { looker, viewer, talk } = room;
  const outcomes: Record<string, string> = {};
  const answers: Record<string, string> = {};
  for (const [row, { args }] of rowsOf('Query', 'Entity', 'Mutation')) {
    // As if a second had passed since the last event of typing.
    await talk.redis.del(`chat:{${viewer.id}}:typed`);
    const answer = await looker.ask(documentOf(row, args?.(names) ?? ''));
    outcomes[row] = outcomeOf(answer);
    answers[row] = JSON.stringify(answer);
  }
  return { outcomes, answers };
}

const expected = (kind: Kind, ...roots: string[]) =>
  Object.fromEntries(rowsOf(...roots).map(([row, access]) => [row, expectedOf(access, kind)]));

test('the table of access has a row for each field that chat adds to the graph, and looks at all there is below', () => {
  const fields = ROOTS.flatMap((root) => {
    const type = schema.getType(root);
    return type && 'getFields' in type
      ? Object.keys(type.getFields()).map((field) => `${root}.${field}`)
      : [];
  }).filter((field) => !FEDERATION.has(field));
  const entity = schema.getType('_Entity');
  const entities = entity && 'getTypes' in entity ? entity.getTypes() : [];
  expect(Object.keys(ACCESS).toSorted()).toEqual(
    [...fields, ...entities.map(({ name }) => `Entity.${name}`)].toSorted(),
  );

  selected.clear();
  for (const [row] of Object.entries(ACCESS)) documentOf(row, '');
  const below = Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || ROOTS.includes(type.name) || type.name.startsWith('_')) return [];
    return Object.keys(type.getFields()).map((field) => `${type.name}.${field}`);
  });
  expect([...selected].toSorted()).toEqual(below.toSorted());
});

test.each<Kind>(['member', 'foreigner', 'blocked', 'nobody'])(
  'what the table says is what a %s gets',
  async (kind) => {
    await using room = await openRoom(kind);
    await room.block();
    const { outcomes } = await walk(room, room.names);
    expect(outcomes).toEqual(expected(kind, 'Query', 'Entity', 'Mutation'));
  },
);

test.each<Kind>(['foreigner', 'blocked', 'nobody'])(
  'whatever a %s tries, the conversation and what its writer has stay what they are',
  async (kind) => {
    await using room = await openRoom(kind);
    await room.block();
    const before = await room.state();
    await walk(room, room.names);
    expect(await room.state()).toEqual(before);
  },
);

test('a stranger cannot tell a conversation, a message, a report or an upload of others from one that is not there', async () => {
  await using room = await openRoom('foreigner');
  const { writer, names } = room;
  const invented = { ...names, conversationId: newId(), mediaId: newId(), reportId: newId() };
  const ids = [...Object.values(names), ...Object.values(invented)].filter(
    (id) => id !== writer.id,
  );
  const told = (answers: Record<string, string>) =>
    Object.entries(answers)
      .filter(([row]) => namesAnyOf(row, ids))
      .map(([row, text]) => [row, ids.reduce((left, id) => left.replaceAll(id, 'an id'), text)]);
  const namesAnyOf = (row: string, of: readonly string[]): boolean => {
    const args = ACCESS[row]?.args?.(names) ?? '';
    return of.some((id) => args.includes(id));
  };
  const real = told((await walk(room, names)).answers);
  expect(real.length).toBeGreaterThan(10);
  expect(told((await walk(room, invented)).answers)).toEqual(real);
});

test('control: without the membership that reads begin with, a stranger reads what others say, and the walk tells', async () => {
  const { plugin, changes } = changeSql(
    'where own.user_id = ',
    'where own.user_id is not null or own.user_id = ',
  );
  await using room = await openRoom('foreigner', [plugin]);
  const { outcomes } = await walk(room, room.names);
  expect(changes()).toBeGreaterThan(0);
  expect(outcomes).toMatchObject({
    'Query.conversation': 'content',
    'Query.conversations': 'content',
    'Entity.Conversation': 'content',
    'Entity.Message': 'content',
  });
});

test('control: without the block that reads look at, whoever was blocked goes on reading, and the walk tells', async () => {
  const { plugin } = changeSql('and blocked_id = own.user_id', 'and false');
  await using room = await openRoom('blocked', [plugin]);
  await room.block();
  const { outcomes } = await walk(room, room.names);
  expect(outcomes).toMatchObject({
    'Query.conversation': 'content',
    'Query.conversations': 'content',
    'Query.searchMessages': 'content',
    'Entity.Message': 'content',
  });
});
