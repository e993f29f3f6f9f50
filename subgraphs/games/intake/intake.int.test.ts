import { SCORE_SHARDS } from '#schema/events/score-events.ts';
import { openArena } from '../testing/arena.ts';
import { createIntake, type HandedIn } from './intake.ts';

test('accepted scores are queued before the answer, those of one player in one event after another', async () => {
  await using arena = await openArena();
  const [ada, ben] = [await arena.player(), await arena.player()];
  await arena.accept([arena.game(ada, 10), arena.game(ben, 20)]);
  await arena.passMinute(ada);
  await arena.accept([arena.game(ada, 30)]);

  const ofAda = (await arena.queued()).flatMap(({ key, type, scores }) =>
    scores.filter(({ player }) => player === ada.number).map(({ score }) => [type, key, score]),
  );
  const key = `shard-${ada.number % SCORE_SHARDS}`;
  expect(ofAda).toEqual([
    ['scores.accepted', key, 10],
    ['scores.accepted', key, 30],
  ]);
});

test('lists that come soon after another are written together, and a single game does not wait for them', async () => {
  await using arena = await openArena();
  const intake = createIntake({ ...arena, listsPaceMs: 1_500 });
  const done: string[] = [];
  const handIn = async (name: string, count: number) => {
    const games: HandedIn[] = [];
    for (let made = 0; made < count; made += 1) games.push(arena.game(await arena.player(), 10));
    return () => intake.accept(games).then(() => done.push(name));
  };
  const [first, second, third, single] = [
    await handIn('first', SCORE_SHARDS),
    await handIn('second', SCORE_SHARDS),
    await handIn('third', SCORE_SHARDS),
    await handIn('single', 1),
  ];
  await first();
  const waiting = [second()];
  await new Promise((turn) => setTimeout(turn, 20));
  waiting.push(third());
  await single();
  await Promise.all(waiting);

  expect(done).toEqual(['first', 'single', 'second', 'third']);
  // Players come one after the other: a list has one of each shard.
  const sizes = (await arena.queued()).map(({ scores }) => scores.length);
  expect(sizes).toEqual([...Array(SCORE_SHARDS).fill(1), 1, ...Array(SCORE_SHARDS).fill(2)]);
});

test('a minute lies between two games of a player, and each game has its answer', async () => {
  await using arena = await openArena();
  const [ada, ben] = [await arena.player(), await arena.player()];
  await arena.accept([arena.game(ada, 10)]);
  arena.wait(20_000);

  const games = [arena.game(ada, 20), arena.game(ben, 20), arena.game(ben, 30)];
  const answers = await arena.intake.accept(games);
  expect(answers.map(({ kind }) => kind)).toEqual(['TOO_SOON', 'ACCEPTED', 'TOO_SOON']);
  expect(answers[0]).toEqual({ kind: 'TOO_SOON', retryAfterMs: 40_000 });
});

test('the same game handed in again is accepted as what it was, at the time that it had', async () => {
  await using arena = await openArena();
  const ada = await arena.player();
  const game = arena.game(ada, 10);
  const [first] = await arena.accept([game]);
  arena.wait(5_000);
  const again = await Promise.all(Array.from({ length: 20 }, () => arena.accept([game])));

  expect(again).toEqual(again.map(() => [first]));
  for (const scores of again) await arena.count(scores);
  expect(await arena.standings()).toEqual([[ada.username, 10]]);
});

test('a game that could not be queued leaves the minute free', async () => {
  await using arena = await openArena();
  const ada = await arena.player();
  const game = arena.game(ada, 10);
  await arena.db.schema.alterTable('outbox').renameTo('away').execute();
  await expect(arena.intake.accept([game])).rejects.toThrow('outbox');
  await arena.db.schema.alterTable('away').renameTo('outbox').execute();

  const [answer] = await arena.intake.accept([arena.game(ada, 20)]);
  expect(answer?.kind).toBe('ACCEPTED');
});

test('what a game of the mode cannot be is refused by itself', async () => {
  await using arena = await openArena();
  const player = async () => arena.player();
  const nobody = await player();
  const games = [
    arena.game(await player(), 30_001),
    arena.game(await player(), -1),
    arena.game(await player(), 30_000, { durationSeconds: 540 }),
    arena.game(await player(), 10, { durationSeconds: 539 }),
    arena.game(await player(), 10, { durationSeconds: 5_401 }),
    arena.game(await player(), 10, { modeId: 'chess' }),
    arena.game({ ...nobody, id: 'not-an-id' }, 10),
    arena.game({ ...nobody, id: arena.submissionId() }, 10),
  ];
  const answers = await arena.intake.accept(games);
  expect(answers.map(({ kind }) => kind)).toEqual([
    'SCORE_OUT_OF_RANGE',
    'SCORE_OUT_OF_RANGE',
    'ACCEPTED',
    'IMPLAUSIBLE_DURATION',
    'IMPLAUSIBLE_DURATION',
    'UNKNOWN_MODE',
    'UNKNOWN_PLAYER',
    'UNKNOWN_PLAYER',
  ]);
});

test.each([
  ['a word', () => 'game-1'],
  ['a random UUID', () => '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d'],
])('an id that is %s is refused with what is expected', async (_what, makeId) => {
  await using arena = await openArena();
  const game = arena.game(await arena.player(), 10, { submissionId: makeId() });
  await expect(arena.intake.accept([game])).rejects.toThrow('must be a UUIDv7');
});

test('games of more than a day ago, or of tomorrow, are refused', async () => {
  await using arena = await openArena();
  const ada = await arena.player();
  const game = arena.game(ada, 10);
  arena.wait(86_400_001);
  await expect(arena.intake.accept([game])).rejects.toThrow('more than a day ago');
  const tomorrow = arena.game(ada, 10);
  arena.wait(-86_400_000);
  await expect(arena.intake.accept([tomorrow])).rejects.toThrow('in the future');
});
