import type { Redis } from 'ioredis';
import type { Live } from '#platform/live/live.ts';
import type { SubmittedScore } from '#schema/events/score-events.ts';
import type { Boards } from '../data/boards/boards.ts';
import { keepEffects, type SubmissionEffect } from '../data/submission-effects.ts';
import {
  findBestScores,
  insertSubmissions,
  type Submission,
} from '../data/submission.repository.ts';
import type { Db } from '../data/tables.ts';
import { expiryOf, type Board, type GameEvent } from '../domain/boards.ts';
import type { GameMode } from '../domain/game-mode.ts';
import type { Region } from '../domain/player.ts';
import { publishCounted, type ScoresCounted } from '../live/channels.ts';
import { groupByBoard, type BoardAddition, type CountedSubmission } from './group-by-board.ts';

export interface CountingParts {
  db: Db;
  redis: Redis;
  live: Live;
  boards: Boards;
  modes: readonly GameMode[];
  /** Events that may hold games of that time. */
  findEvents: (earliest: Date) => Promise<readonly GameEvent[]>;
  now: () => Date;
}

/**
 * Stores scores, and then counts them on every board. Both bear repetition: a stored game is not stored
 * again, and a board takes no game that is not newer than what it has of the player. Stored comes first,
 * because a board that is made anew is made of what is stored.
 */
export async function countScores(
  parts: CountingParts,
  scores: readonly SubmittedScore[],
): Promise<void> {
  const { db, redis, live, boards, modes, findEvents, now } = parts;
  const stored = await insertSubmissions(db, scores.map(toSubmission));
  const modeOf = new Map(modes.map((mode) => [mode.number, mode]));
  const games = stored.flatMap((submission, index): (CountedSubmission & Received)[] => {
    const { region, isTracked } = scores[index] as SubmittedScore;
    const mode = modeOf.get(submission.modeNumber);
    if (mode === undefined || submission.removedAt !== null) return [];
    return [{ submission, mode, region: region as Region, isTracked, isNew: submission.isNew }];
  });
  if (games.length === 0) return;

  const earliest = Math.min(...games.map(({ submission }) => submission.submittedAt.getTime()));
  const additions = groupByBoard(games, await findEvents(new Date(earliest))).filter(
    ({ content }) => isKept(content.board, now()),
  );
  const effects = new Map<string, SubmissionEffect>();
  await Promise.all(
    additions.map(async (addition) => {
      const found = await boards.add(addition.content, addition.scores);
      await boards.correct(addition.content, lateGames(addition, found));
      for (const [index, effect] of found.entries()) {
        const game = addition.games[index];
        if (effect?.rankAfter === undefined || game === undefined) continue;
        effects.set(game.submission.id, {
          rankBefore: effect.rankBefore ?? null,
          rankAfter: effect.rankAfter,
          totalScore: effect.total,
          isPersonalBest: false,
        });
      }
    }),
  );
  await keepEffects(redis, await withPersonalBests(db, games, effects));
  const tracked = games.filter(({ isTracked }) => isTracked);
  await publishCounted(
    live,
    bestOfModes(games),
    tracked.map(({ submission }) => submission.id),
  );
}

/** A board that Redis has forgotten is read from its archive, which is made of what is stored. */
function isKept(board: Board, at: Date): boolean {
  const expiry = expiryOf(board);
  return expiry === undefined || expiry > at;
}

interface Received {
  /** Whether it was stored just now. */
  isNew: boolean;
}

const toSubmission = (score: SubmittedScore): Submission => ({
  id: score.id,
  playerNumber: score.player,
  modeNumber: score.mode,
  score: score.score,
  durationSeconds: score.seconds,
  submittedAt: new Date(score.at),
  removedAt: null,
});

/** A game that is new and did not count: one of its player that is younger has overtaken it. */
function lateGames(addition: BoardAddition, effects: readonly unknown[]): number[] {
  const late = addition.games.filter(
    (game, index) => effects[index] === undefined && (game as CountedSubmission & Received).isNew,
  );
  return [...new Set(late.map(({ submission }) => submission.playerNumber))];
}

async function withPersonalBests(
  db: Db,
  games: readonly CountedSubmission[],
  effects: Map<string, SubmissionEffect>,
): Promise<Map<string, SubmissionEffect>> {
  if (effects.size === 0) return effects;
  const tracked = games.filter(({ submission }) => effects.has(submission.id));
  const isBest = await findBestScores(
    db,
    tracked.map(({ submission }) => submission),
  );
  for (const { submission } of tracked) {
    const effect = effects.get(submission.id);
    if (effect !== undefined) effect.isPersonalBest = isBest.has(submission.id);
  }
  return effects;
}

function bestOfModes(games: readonly CountedSubmission[]): Map<string, ScoresCounted> {
  const best = new Map<string, ScoresCounted>();
  for (const { mode, submission } of games) {
    const known = best.get(mode.id);
    if (known !== undefined && known.best.score >= submission.score) continue;
    const { playerNumber, score, submittedAt } = submission;
    best.set(mode.id, { best: { playerNumber, score, at: submittedAt.getTime() } });
  }
  return best;
}
