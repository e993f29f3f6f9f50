import { readFileSync } from 'node:fs';
import { parse } from 'graphql';
import { ANONYMOUS, type Viewer } from '../../platform/identity/viewer.ts';
import { createPrepareOperation } from '../execution/prepare-operation.ts';
import { maxAgeOf, readPublicFields, sharingOf } from './public-fields.ts';
import { buildSupergraph } from '../supergraph/build-supergraph.ts';
import { newsSupergraph } from './testing/news-graph.ts';

const ada: Viewer = {
  kind: 'user',
  userId: 'ada',
  sessionId: 's',
  roles: [],
  scopes: [],
  expiresAt: 0,
};
const prepare = createPrepareOperation(newsSupergraph);
const sharing = async (query: string, viewer: Viewer = ANONYMOUS) =>
  sharingOf(await prepare(parse(query), undefined, viewer));

test('public when every selected field is, whichever subgraph has it', async () => {
  expect(await sharing('subscription { headline { __typename id title author } }')).toBe('public');
  expect(await sharing('subscription { score { id } }')).toBe('public-replay');
  expect(await sharing('subscription { headline { ...S } } fragment S on Story { title }')).toBe(
    'public',
  );
});

test('one field that the schema does not call public is enough to make it the viewer’s own', async () => {
  expect(await sharing('subscription { inbox { id title } }')).toBe('viewer');
  expect(await sharing('subscription { headline { id price } }')).toBe('viewer');
  expect(await sharing('subscription { headline { ... on Story { readBy } } }')).toBe('viewer');
  expect(await sharing('subscription { headline { ...S } } fragment S on Story { readBy }')).toBe(
    'viewer',
  );
  expect(await sharing('subscription { secret { id } }', ada)).toBe('viewer');
});

test('a rule of access outweighs the directive', async () => {
  const guarded = { ...newsSupergraph, accessRules: new Map(newsSupergraph.accessRules) };
  guarded.accessRules.set('Story.title', { needsSignIn: true, scopeGroups: [], policyGroups: [] });
  const prepareGuarded = createPrepareOperation(guarded);
  const of = async (query: string) => sharingOf(await prepareGuarded(parse(query), undefined, ada));

  expect(await of('subscription { headline { title } }')).toBe('viewer');
  expect(await of('subscription { headline { id } }')).toBe('public');
});

test('a directive of another specification says nothing', () => {
  expect(readPublicFields('type Subscription { a: Int @public }').size).toBe(0);
  expect(readPublicFields(newsSupergraph.sdl).get('Subscription.score')).toEqual({
    replays: true,
    maxAge: undefined,
  });
});

test('an answer may be kept when all of it is public, and each root field says for how long', async () => {
  const sdl = readFileSync(new URL('../../schema/supergraph.graphql', import.meta.url), 'utf8');
  const prepareShop = createPrepareOperation(buildSupergraph(sdl));
  const of = async (query: string) =>
    maxAgeOf(await prepareShop(parse(query), undefined, ANONYMOUS));
  const entries = 'entries(first: 100) { rank score player { username } }';

  expect(await of(`{ top100(modeId: "raid") { period ${entries} } }`)).toBe(5);
  expect(
    await of(`{ __typename ...Q } fragment Q on Query { top100(modeId: "raid") { period } }`),
  ).toBe(5);
  expect(
    await of(`{ leaderboard(input: { modeId: "raid" }) { period ${entries} } }`),
  ).toBeUndefined();
  expect(await of('{ top100(modeId: "raid") { period } gameModes { id } }')).toBeUndefined();
  expect(
    await of('{ top100(modeId: "raid") { entries { player { isFollowed } } } }'),
  ).toBeUndefined();
});
