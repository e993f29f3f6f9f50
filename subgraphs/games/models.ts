import type { Page } from '#platform/graphql/page.ts';
import type { Activity } from './activity/read-activity.ts';
import type { CheatFlag } from './data/cheat-flag.repository.ts';
import type { ScoreDistribution } from './data/distribution.repository.ts';
import type { NamedGameEvent } from './data/game-event.repository.ts';
import type { SeasonReward } from './data/season.repository.ts';
import type { Adjustment } from './domain/adjustment.ts';
import type { Period } from './domain/periods.ts';
import type { Place } from './data/boards/read-boards.ts';
import type { Submission } from './data/submission.repository.ts';
import type { OpenBoard } from './open-board.ts';
import type { GameMode } from './domain/game-mode.ts';
import type { KnownPlayer, Player } from './domain/player.ts';

/** A user is accounts'; here it is only its id. */
export interface UserReference {
  id: string;
}

export type GameModeModel = GameMode;
export type ScoreDistributionModel = ScoreDistribution & { maxScore: number };
/** What is known of a player without asking will do for nearly all that is asked. */
export type PlayerModel = KnownPlayer & Partial<Pick<Player, 'createdAt'>>;
export type LeaderboardModel = OpenBoard;
/** An accepted one has no row yet. */
export type SubmissionModel = Submission & { isPending?: true };
export type SubmissionConnectionModel = Page<SubmissionModel>;

export interface LeaderboardEntryModel {
  place: Place;
  totalPlayers: number;
}

export interface PlayerStatisticsModel {
  modeNumber: number;
  gamesPlayed: number;
  totalScore: number;
  bestScore: number;
  secondsPlayed: number;
}

export interface RecentScoreModel {
  modeId: string;
  playerNumber: number;
  score: number;
  submittedAt: Date;
}

export type GameEventModel = NamedGameEvent;
export type SeasonModel = Period;
export type SeasonRewardModel = SeasonReward;
export type ScoreAdjustmentModel = Adjustment;
export type ScoreAdjustmentConnectionModel = Page<Adjustment>;
export type CheatFlagModel = CheatFlag;
export type CheatFlagConnectionModel = Page<CheatFlag>;

export interface GameActivityModel extends Activity {
  lag: number;
  openFlags: number;
}

export type ModeActivityModel = Activity['byMode'][number];
