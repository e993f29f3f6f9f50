import { archiveBoards } from './archiving/archive-boards.ts';
import { cancelGameEvent, findGameEvent, insertGameEvent } from './data/game-event.repository.ts';
import { findArchivedBoard } from './data/archive.repository.ts';
import { eventBoard } from './domain/boards.ts';
import { findEventFault } from './domain/game-event.ts';
import { openArena, type Arena } from './testing/arena.ts';

const HOUR_MS = 3_600_000;

/** Double points from now on, for an hour. */
async function openEvent(arena: Arena, startsInMs = 0) {
  const startsAt = new Date(arena.now().getTime() + startsInMs);
  const event = {
    id: arena.submissionId(),
    name: 'Weekend',
    modeId: 'raid',
    startsAt,
    endsAt: new Date(startsAt.getTime() + HOUR_MS),
    multiplier: 2,
  };
  const createdBy = arena.submissionId();
  await insertGameEvent(arena.db, { ...event, createdAt: arena.now(), createdBy });
  arena.wait(10_000);
  const content = { board: eventBoard(event), modeNumber: 3, multiplier: event.multiplier };
  return { event, content };
}

test('games within an event count on its board with its points, and the board is archived when it is over', async () => {
  await using arena = await openArena();
  const [ada, ben] = [await arena.player(), await arena.player()];
  const { content } = await openEvent(arena);
  await arena.play(ada, 100);
  await arena.play(ben, 70);
  expect(await arena.standings(content)).toEqual([
    [ada.username, 200],
    [ben.username, 140],
  ]);
  expect((await arena.standings())[0]).toEqual([ada.username, 100]);

  arena.wait(HOUR_MS);
  await arena.play(ben, 500);
  expect((await arena.standings(content))[0]).toEqual([ada.username, 200]);
  arena.wait(600_000);
  await archiveBoards({ ...arena, modes: Array.from(arena.modes.values()) });
  expect(await findArchivedBoard(arena.db, content.board.name)).toEqual({ totalPlayers: 2 });
});

test('an event that runs ends when it is cancelled, one to come never was, and neither is cancelled twice', async () => {
  await using arena = await openArena();
  const running = (await openEvent(arena)).event;
  const toCome = (await openEvent(arena, HOUR_MS)).event;
  const cancelledAt = arena.now();
  const endsAt = new Date(cancelledAt.getTime() + 10_000);
  const cancel = (id: string) => cancelGameEvent(arena.db, id, { cancelledAt, endsAt });

  expect((await cancel(running.id))?.endsAt).toEqual(endsAt);
  expect((await cancel(toCome.id))?.endsAt).toEqual(toCome.endsAt);
  expect(await cancel(running.id)).toBeUndefined();
  expect((await findGameEvent(arena.db, toCome.id))?.cancelledAt).toEqual(cancelledAt);
  const found = await arena.counting.findEvents(cancelledAt);
  expect(found.map(({ id }) => id)).not.toContain(toCome.id);
});

test.each([
  [{ multiplier: 11 }, 'multiplier must be from 1 to 10, not 11'],
  [{ name: ' ' }, 'name must have 1 to 80 characters'],
  [{ startsAt: new Date(0) }, 'startsAt must be 1970-01-02'],
  [{ endsAt: new Date(90_000_000) }, 'endsAt must be from one minute to 31 days'],
])('an event with %o is refused with what is expected', (changes, message) => {
  const startsAt = new Date(90_000_000);
  const sound = { name: 'Cup', startsAt, endsAt: new Date(100_000_000), multiplier: 2 };
  const earliest = new Date(86_400_000);
  expect(findEventFault(sound, earliest)).toBeUndefined();
  expect(findEventFault({ ...sound, ...changes }, earliest)).toContain(message);
});
