import type { TakeTurns } from '#platform/resilience/turns.ts';
import type { SubmittedScore } from '#schema/events/submitted-score.ts';
import { archiveAgain, GRACE_MS } from '../archiving/archive-board.ts';
import { findAdjusted } from '../data/adjustment.repository.ts';
import type { ScoreEffect } from '../data/boards/board-scores.ts';
import { insertSubmissions } from '../data/submission.repository.ts';
import { expiryOf, type Board } from '../domain/boards.ts';
import type { Region } from '../domain/player.ts';
import { groupByBoard, type BoardAddition, type CountedSubmission } from './group-by-board.ts';
import type { BoardChange, CountingParts } from './counting-parts.ts';
import { tellCounted } from './tell-counted.ts';
import { toSubmission } from './to-submission.ts';

/**
 * Stores scores, and then counts them on every board. Both bear repetition: a stored game is not stored
 * again, and a board takes no game that is not newer than what it has of the player. Stored comes first,
 * because a board that is made anew is made of what is stored. Calls that are counted `inTurn` are stored
 * beside each other all the same.
 */
export async function countScores(
  parts: CountingParts,
  scores: readonly SubmittedScore[],
  inTurn: TakeTurns = (work) => work(),
): Promise<void> {
  const { store, boards, modes, findEvents, now } = parts;
  const stored = await insertSubmissions(store.db, scores.map(toSubmission));
  const modeOf = new Map(modes.map((mode) => [mode.number, mode]));
  const games = stored.flatMap((submission, index): CountedSubmission[] => {
    const { region, isTracked } = scores[index] as SubmittedScore;
    const mode = modeOf.get(submission.modeNumber);
    if (mode === undefined || submission.removedAt !== null) return [];
    return [{ submission, mode, region: region as Region, isTracked }];
  });
  if (games.length === 0) return;

  const earliest = Math.min(...games.map(({ submission }) => submission.submittedAt.getTime()));
  const additions = groupByBoard(games, await findEvents(new Date(earliest)));
  const changes = await inTurn(() =>
    Promise.all(
      additions
        .filter(({ content }) => isKept(content.board, now()))
        .map(async (addition): Promise<BoardChange> => {
          const effects = await boards.add(addition.content, addition.scores);
          await boards.correct(addition.content, overtaken(addition, effects));
          return { addition, effects };
        }),
    ),
  );
  await correctRemoved(parts, additions, games);
  await correctArchives(parts, additions);
  await tellCounted(parts, games, changes);
}

/** A board that Redis has forgotten is read from its archive, which is made of what is stored. */
function isKept(board: Board, at: Date): boolean {
  const expiry = expiryOf(board);
  return expiry === undefined || expiry > at;
}

/** Players of whom a younger game counted first: what is older cannot be added, but history has both. */
function overtaken({ games }: BoardAddition, effects: readonly ScoreEffect[]): number[] {
  const late = games.filter((_game, index) => effects[index] === 'OVERTAKEN');
  return [...new Set(late.map(({ submission }) => submission.playerNumber))];
}

/**
 * A game that is removed between being stored and being added is on the boards all the same. Whoever
 * removes it marks it first and corrects then, so one of the two sees what the other has done.
 */
async function correctRemoved(
  { store, boards }: CountingParts,
  additions: readonly BoardAddition[],
  games: readonly CountedSubmission[],
): Promise<void> {
  const ids = games.map(({ submission }) => submission.id);
  const adjusted = await findAdjusted(store.db, ids);
  if (adjusted.size === 0) return;
  const touched = games.filter(({ submission }) => adjusted.has(submission.id));
  const numbers = new Set(touched.map(({ submission }) => submission.playerNumber));
  for (const { content, scores } of additions) {
    const players = new Set(scores.map(({ playerNumber }) => playerNumber));
    await boards.correct(
      content,
      Array.from(numbers).filter((number) => players.has(number)),
    );
  }
}

/** Scores that waited for longer than archives do. */
async function correctArchives(
  { store, now }: CountingParts,
  additions: readonly BoardAddition[],
): Promise<void> {
  const before = now().getTime() - GRACE_MS;
  for (const { content, games } of additions) {
    const { endsAt } = content.board.period;
    if (endsAt === undefined || endsAt.getTime() > before) continue;
    const regions = new Set(games.map(({ region }) => region));
    await archiveAgain(store, content, { archivedAt: now(), regions });
  }
}
