import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { UserReference, GameModeModel, ScoreDistributionModel, PlayerModel, PlayerStatisticsModel, LeaderboardModel, LeaderboardEntryModel, SubmissionModel, SubmissionConnectionModel, RecentScoreModel, GameEventModel, SeasonModel, SeasonRewardModel, ScoreAdjustmentModel, ScoreAdjustmentConnectionModel, CheatFlagModel, CheatFlagConnectionModel, GameActivityModel, ModeActivityModel } from '../models.ts';
import type { Context } from '../context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An instant as ISO 8601 in UTC, such as 2026-03-01T12:00:00.000Z. */
  DateTime: { input: Date; output: Date; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** What became of it. */
export type AdjustScoresResult = NoScoresToAdjust | ScoreAdjustment;

/** What became of it. */
export type CancelGameEventResult = GameEvent | GameEventOver;

/** A game that looks as if it had not been played. */
export type CheatFlag = {
  readonly __typename?: 'CheatFlag';
  /** When it was flagged. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Identifies the flag. */
  readonly id: Scalars['ID']['output'];
  /** In which mode. */
  readonly mode: GameMode;
  /** What whoever decided wrote. */
  readonly note?: Maybe<Scalars['String']['output']>;
  /** Who handed it in. */
  readonly player: Player;
  /** What looks wrong. */
  readonly reasons: ReadonlyArray<CheatReason>;
  /** When somebody decided; null while nobody has. */
  readonly reviewedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who decided. */
  readonly reviewedBy?: Maybe<User>;
  /** How far it has come. */
  readonly status: CheatFlagStatus;
  /** The game; null until it is stored. */
  readonly submission?: Maybe<Submission>;
  /** How sure the statistics are, from 0 to 1. */
  readonly suspicion: Scalars['Float']['output'];
  /** Deviations above the mean of the mode's games; null while too little is known of them. */
  readonly zScore?: Maybe<Scalars['Float']['output']>;
};

/** A list of flags. */
export type CheatFlagConnection = {
  readonly __typename?: 'CheatFlagConnection';
  /** The flags of this page. */
  readonly edges: ReadonlyArray<CheatFlagEdge>;
  /** Where the page lies. */
  readonly pageInfo: PageInfo;
};

/** A flag in a list. */
export type CheatFlagEdge = {
  readonly __typename?: 'CheatFlagEdge';
  /** Its position. */
  readonly cursor: Scalars['String']['output'];
  /** The flag. */
  readonly node: CheatFlag;
};

/** How far a flag has come. */
export type CheatFlagStatus =
  /** The game was played. */
  | 'CLEARED'
  /** The game was not played as it should be. */
  | 'CONFIRMED'
  /** Nobody has decided. */
  | 'OPEN';

/** What looks wrong about a game. */
export type CheatReason =
  /** Four of five of the player's last games took hardly longer than the shortest that is accepted. */
  | 'ALWAYS_SHORTEST'
  /** Three of ten of the player's last games brought the most points that there are. */
  | 'REPEATED_CAP'
  /** Its points lie four or more deviations above the mean of the mode. */
  | 'SCORE_OUTLIER'
  /** The player's last games took longer than the time in which they were handed in. */
  | 'TOO_FREQUENT';

/** What became of it. */
export type CloseSeasonResult = SeasonClosed | SeasonNotOver;

/** A new player. */
export type CreatePlayerInput = {
  /** Where the player is from. */
  readonly region: Region;
  /** 3 to 20 letters, digits, _ or -; unique whatever its case. */
  readonly username: Scalars['String']['input'];
};

/** What became of it. */
export type CreatePlayerResult = Player | PlayerExists | UsernameTaken;

/** What became of it. */
export type FollowPlayerResult = Player | TooManyFollowed;

/** What happens in games at a moment. */
export type GameActivity = {
  readonly __typename?: 'GameActivity';
  /** Players with a game in the last five minutes, to about 1 %. */
  readonly activePlayers: Scalars['Int']['output'];
  /** Which moment. */
  readonly at: Scalars['DateTime']['output'];
  /** Lists of scores that were accepted and do not count yet. */
  readonly lag: Scalars['Int']['output'];
  /** Scores of each of the last 60 seconds, oldest first. */
  readonly lastMinute: ReadonlyArray<Scalars['Int']['output']>;
  /** The same by mode. */
  readonly modes: ReadonlyArray<ModeActivity>;
  /** Flags that nobody has decided about; 1,000 when there are more. */
  readonly openFlags: Scalars['Int']['output'];
  /** Scores that counted, a second, over the last ten seconds. */
  readonly scoresPerSecond: Scalars['Float']['output'];
};

/** A limited time in which games of a mode count on a board of their own. */
export type GameEvent = {
  readonly __typename?: 'GameEvent';
  /** When it ends. */
  readonly endsAt: Scalars['DateTime']['output'];
  /** Identifies the event. */
  readonly id: Scalars['ID']['output'];
  /** Its board; null when it was cancelled before it started. */
  readonly leaderboard?: Maybe<Leaderboard>;
  /** Which games count. */
  readonly mode: GameMode;
  /** What points are multiplied by on the board of the event: 2 is double points. */
  readonly multiplier: Scalars['Int']['output'];
  /** Its name, for people. */
  readonly name: Scalars['String']['output'];
  /** Players with a game in it. */
  readonly participants: Scalars['Int']['output'];
  /** When it starts. */
  readonly startsAt: Scalars['DateTime']['output'];
  /** How far it has come. */
  readonly status: GameEventStatus;
};

/** The event is over, or was cancelled before. Nothing was changed. */
export type GameEventOver = {
  readonly __typename?: 'GameEventOver';
  /** The event. */
  readonly event: GameEvent;
  /** What happened, for people. */
  readonly message: Scalars['String']['output'];
};

/** How far an event has come. */
export type GameEventStatus =
  /** It was cancelled: before its start it has no board, later it ended then. */
  | 'CANCELLED'
  /** Its time is over. */
  | 'OVER'
  /** Games count. */
  | 'RUNNING'
  /** To come. */
  | 'SCHEDULED';

/** A way to play, with its own boards. */
export type GameMode = {
  readonly __typename?: 'GameMode';
  /** How long a game takes on average. */
  readonly averageDurationMinutes: Scalars['Int']['output'];
  /** Identifies the mode, such as deathmatch. */
  readonly id: Scalars['ID']['output'];
  /** No single game brings more points. */
  readonly maxScorePerGame: Scalars['Int']['output'];
  /** Its name, for people. */
  readonly name: Scalars['String']['output'];
  /** What its games bring, a moment after they are counted. Null until somebody has played. */
  readonly scores?: Maybe<ScoreDistribution>;
};

/** A finished game, as a game server tells it. */
export type GameScoreInput = {
  /** How long the game took, in seconds. */
  readonly durationSeconds: Scalars['Int']['input'];
  /** In which mode. */
  readonly modeId: Scalars['ID']['input'];
  /** Who played. */
  readonly playerId: Scalars['ID']['input'];
  /** Points, 0 or more. */
  readonly score: Scalars['Int']['input'];
  /** Chosen by the game server, a UUID of its own for each game: handing in the same game again changes nothing. */
  readonly submissionId: Scalars['ID']['input'];
};

/** A game of the mode takes neither so short nor so long. */
export type ImplausibleDuration = {
  readonly __typename?: 'ImplausibleDuration';
  /** The longest that is accepted, in seconds: 3 times the average. */
  readonly maxSeconds: Scalars['Int']['output'];
  /** What happened, for people. */
  readonly message: Scalars['String']['output'];
  /** The shortest that is accepted, in seconds: 0.3 times the average. */
  readonly minSeconds: Scalars['Int']['output'];
};

/** A board. Equal points rank by who reached them first. */
export type Leaderboard = {
  readonly __typename?: 'Leaderboard';
  /** When its time ends; null for ALL_TIME. */
  readonly endsAt?: Maybe<Scalars['DateTime']['output']>;
  /** Entries from a rank on, best first. Costs the same at any depth. */
  readonly entries: ReadonlyArray<LeaderboardEntry>;
  /** Whether its time is over and its entries are final. */
  readonly isClosed: Scalars['Boolean']['output'];
  /** In which mode. */
  readonly mode: GameMode;
  /** Which day, week, month, season or event; `all` when it is everything. */
  readonly period: Scalars['String']['output'];
  /** When its time starts; null for ALL_TIME. */
  readonly startsAt?: Maybe<Scalars['DateTime']['output']>;
  /** Players on it. */
  readonly totalPlayers: Scalars['Int']['output'];
  /** Over which time; ALL_TIME for an event's board. */
  readonly window: LeaderboardWindow;
};


/** A board. Equal points rank by who reached them first. */
export type LeaderboardEntriesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  fromRank?: InputMaybe<Scalars['Int']['input']>;
};

/** A place on a board. */
export type LeaderboardEntry = {
  readonly __typename?: 'LeaderboardEntry';
  /** The share of players on the board that are ranked lower, in percent. */
  readonly percentile: Scalars['Float']['output'];
  /** Who. */
  readonly player: Player;
  /** From 1. */
  readonly rank: Scalars['Int']['output'];
  /** When these points were reached. */
  readonly reachedAt: Scalars['DateTime']['output'];
  /** Points. */
  readonly score: Scalars['Float']['output'];
};

/** Which board. */
export type LeaderboardInput = {
  /** The board of an event instead of a window's; `window`, `period` and `region` are then left out. */
  readonly eventId?: InputMaybe<Scalars['ID']['input']>;
  /** Only the signed-in user's player and those that it follows. */
  readonly friendsOnly?: InputMaybe<Scalars['Boolean']['input']>;
  /** In which mode. */
  readonly modeId: Scalars['ID']['input'];
  /** Which day (2026-03-01), ISO week (2026-W09), month (2026-03) or season (S1-2026); the current one when left out. Not for ALL_TIME. */
  readonly period?: InputMaybe<Scalars['String']['input']>;
  /** Only players of this region. */
  readonly region?: InputMaybe<Region>;
  /** Over which time. */
  readonly window?: InputMaybe<LeaderboardWindow>;
};

/** Over which time a board counts. All in UTC. */
export type LeaderboardWindow =
  /** Everything. */
  | 'ALL_TIME'
  /** From midnight to midnight. */
  | 'DAILY'
  /** From the first of a month. */
  | 'MONTHLY'
  /** A quarter of a year. */
  | 'SEASONAL'
  /** An ISO week: from Monday 00:00. */
  | 'WEEKLY';

/** What happens in a mode. */
export type ModeActivity = {
  readonly __typename?: 'ModeActivity';
  /** The mode. */
  readonly mode: GameMode;
  /** Scores that counted, a second, over the last ten seconds. */
  readonly scoresPerSecond: Scalars['Float']['output'];
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Ends an event within ten seconds, or keeps it from taking place. */
  readonly cancelGameEvent: CancelGameEventResult;
  /** Archives a season that is over and pays its rewards now, which otherwise happens by itself within minutes. What was paid is not paid again. */
  readonly closeSeason: CloseSeasonResult;
  /** Gives the signed-in user a name to play under. Once for each user. */
  readonly createPlayer: CreatePlayerResult;
  /** Follows a player: the own and the followed players make up the boards of friends. Up to 500. */
  readonly followPlayer: FollowPlayerResult;
  /** Takes games off every board, for good; players, games and reason are kept. Up to 10,000 games at once. */
  readonly removeScores: AdjustScoresResult;
  /** Lets the games of a removal count again, but for those that were removed again since. */
  readonly restoreScores: AdjustScoresResult;
  /** Decides about flagged games. Those that somebody has decided about stay as they are, and are not returned. */
  readonly reviewCheatFlags: ReadonlyArray<CheatFlag>;
  /** Plans a limited time in which games of a mode count on a board of their own, perhaps more than once. */
  readonly scheduleGameEvent: GameEvent;
  /** Replaces what the first of each mode get when a season ends. What was paid stays. */
  readonly setSeasonRewards: ReadonlyArray<SeasonRewardTier>;
  /** Hands in the score of a game that the signed-in user's player has finished. The answer comes when it is accepted for good; `submissionCounted` tells when it counts. */
  readonly submitScore: SubmitScoreResult;
  /** Hands in scores of many players, for game servers. Each score is accepted or refused by itself, in the order of the input. */
  readonly submitScores: SubmitScoresResult;
  /** Follows a player no longer. False when there was nothing to end. */
  readonly unfollowPlayer: Scalars['Boolean']['output'];
};


export type MutationCancelGameEventArgs = {
  id: Scalars['ID']['input'];
};


export type MutationCloseSeasonArgs = {
  season: Scalars['String']['input'];
};


export type MutationCreatePlayerArgs = {
  input: CreatePlayerInput;
};


export type MutationFollowPlayerArgs = {
  playerId: Scalars['ID']['input'];
};


export type MutationRemoveScoresArgs = {
  input: RemoveScoresInput;
};


export type MutationRestoreScoresArgs = {
  input: RestoreScoresInput;
};


export type MutationReviewCheatFlagsArgs = {
  input: ReviewCheatFlagsInput;
};


export type MutationScheduleGameEventArgs = {
  input: ScheduleGameEventInput;
};


export type MutationSetSeasonRewardsArgs = {
  input: SetSeasonRewardsInput;
};


export type MutationSubmitScoreArgs = {
  input: SubmitScoreInput;
};


export type MutationSubmitScoresArgs = {
  input: SubmitScoresInput;
};


export type MutationUnfollowPlayerArgs = {
  playerId: Scalars['ID']['input'];
};

/** The user has no player yet: `createPlayer` first. */
export type NoPlayer = {
  readonly __typename?: 'NoPlayer';
  /** What happened, for people. */
  readonly message: Scalars['String']['output'];
};

/** No game that was chosen could be changed. */
export type NoScoresToAdjust = {
  readonly __typename?: 'NoScoresToAdjust';
  /** What happened, for people. */
  readonly message: Scalars['String']['output'];
};

/** Where a page lies in its list. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Cursor of the last entry; null when the page is empty. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether there is more behind this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether there is more before this page. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first entry; null when the page is empty. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

/** Somebody who plays. */
export type Player = {
  readonly __typename?: 'Player';
  /** The entries around the player on a board, the player in the middle; empty when not on it. */
  readonly around: ReadonlyArray<LeaderboardEntry>;
  /** When the player was created. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Players whom this one follows, newest first. Seen by the player alone; empty for everyone else. */
  readonly following: ReadonlyArray<Player>;
  /** Identifies the player in every subgraph. */
  readonly id: Scalars['ID']['output'];
  /** Whether the signed-in user's player follows this one. */
  readonly isFollowed: Scalars['Boolean']['output'];
  /** Grows with the points of all games: 1 + the square root of a thousandth of them, rounded down. */
  readonly level: Scalars['Int']['output'];
  /** Where the player stands on a board; null when not on it. */
  readonly rank?: Maybe<LeaderboardEntry>;
  /** Where the player is from. */
  readonly region: Region;
  /** Rewards of seasons, the latest first. */
  readonly rewards: ReadonlyArray<SeasonReward>;
  /** Games that counted, by mode. */
  readonly statistics: ReadonlyArray<PlayerStatistics>;
  /** Submissions, newest first. */
  readonly submissions: SubmissionConnection;
  /** Points of all games in all modes. */
  readonly totalScore: Scalars['Float']['output'];
  /** The name, unique whatever its case. */
  readonly username: Scalars['String']['output'];
};


/** Somebody who plays. */
export type PlayerAroundArgs = {
  input: LeaderboardInput;
  radius?: InputMaybe<Scalars['Int']['input']>;
};


/** Somebody who plays. */
export type PlayerRankArgs = {
  input: LeaderboardInput;
};


/** Somebody who plays. */
export type PlayerSubmissionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  modeId?: InputMaybe<Scalars['ID']['input']>;
};

/** The user has a player already. */
export type PlayerExists = {
  readonly __typename?: 'PlayerExists';
  /** What happened, for people. */
  readonly message: Scalars['String']['output'];
  /** The player there is. */
  readonly player: Player;
};

/** What a player has done in one mode. */
export type PlayerStatistics = {
  readonly __typename?: 'PlayerStatistics';
  /** Points a game on average. */
  readonly averageScore: Scalars['Float']['output'];
  /** The most points of one game. */
  readonly bestScore: Scalars['Int']['output'];
  /** Games that counted. */
  readonly gamesPlayed: Scalars['Int']['output'];
  /** The mode. */
  readonly mode: GameMode;
  /** Time spent in games, in seconds. */
  readonly secondsPlayed: Scalars['Float']['output'];
  /** Points of all of them. */
  readonly totalScore: Scalars['Float']['output'];
};

export type Query = {
  readonly __typename?: 'Query';
  /** Games that look as if they had not been played, the most suspicious first. */
  readonly cheatFlags: CheatFlagConnection;
  /** What happens in games right now. */
  readonly gameActivity: GameActivity;
  /** Events, the latest first: those that run and are to come, or all of them. */
  readonly gameEvents: ReadonlyArray<GameEvent>;
  /** All game modes, by name. */
  readonly gameModes: ReadonlyArray<GameMode>;
  /** A board: who has how many points in a mode, over a window of time. */
  readonly leaderboard: Leaderboard;
  /** The player of the signed-in user; null before `createPlayer`. */
  readonly myPlayer?: Maybe<Player>;
  /** A player by id. Null when there is none. */
  readonly player?: Maybe<Player>;
  /** Where these players stand on one board, in the order of the ids; null for those who are not on it. One round trip, however many. */
  readonly playerRanks: ReadonlyArray<Maybe<LeaderboardEntry>>;
  /** What administrators took off the boards or put back, newest first. */
  readonly scoreAdjustments: ScoreAdjustmentConnection;
  /** Players whose name starts so, in alphabetical order. */
  readonly searchPlayers: ReadonlyArray<Player>;
  /** What the first of each mode get when a season ends, best first. */
  readonly seasonRewardTiers: ReadonlyArray<SeasonRewardTier>;
  /** Seasons, the current one first, then those before it. */
  readonly seasons: ReadonlyArray<Season>;
  /** A submission by id. Null when there is none, and until it is stored. */
  readonly submission?: Maybe<Submission>;
  /** A board for caches to keep: over GET, and with public fields alone, its answer may be kept for five seconds. */
  readonly top100: Leaderboard;
};


export type QueryCheatFlagsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  status?: InputMaybe<CheatFlagStatus>;
};


export type QueryGameEventsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  includeOver?: InputMaybe<Scalars['Boolean']['input']>;
  modeId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryLeaderboardArgs = {
  input: LeaderboardInput;
};


export type QueryPlayerArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPlayerRanksArgs = {
  input: LeaderboardInput;
  playerIds: ReadonlyArray<Scalars['ID']['input']>;
};


export type QueryScoreAdjustmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QuerySearchPlayersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  username: Scalars['String']['input'];
};


export type QuerySeasonsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QuerySubmissionArgs = {
  id: Scalars['ID']['input'];
};


export type QueryTop100Args = {
  modeId: Scalars['ID']['input'];
  region?: InputMaybe<Region>;
  window?: InputMaybe<LeaderboardWindow>;
};

/** What a submission did to a place. */
export type RankEffect = {
  readonly __typename?: 'RankEffect';
  /** Whether no game of the player in this mode had brought more. */
  readonly isPersonalBest: Scalars['Boolean']['output'];
  /** The rank after. */
  readonly rankAfter: Scalars['Int']['output'];
  /** The rank before; null when the player was not on the board. */
  readonly rankBefore?: Maybe<Scalars['Int']['output']>;
  /** The player's points after. */
  readonly totalScore: Scalars['Float']['output'];
};

/** A score that has just counted. */
export type RecentScore = {
  readonly __typename?: 'RecentScore';
  /** What was played. */
  readonly mode: GameMode;
  /** Who played. */
  readonly player: Player;
  /** Points of the game. */
  readonly score: Scalars['Int']['output'];
  /** When it was accepted. */
  readonly submittedAt: Scalars['DateTime']['output'];
};

/** A part of the world with boards of its own. */
export type Region =
  /** Africa. */
  | 'AFRICA'
  /** Asia. */
  | 'ASIA'
  /** Europe. */
  | 'EUROPE'
  /** North America. */
  | 'NORTH_AMERICA'
  /** Oceania. */
  | 'OCEANIA'
  /** South America. */
  | 'SOUTH_AMERICA';

/** A game that was not accepted. */
export type RejectedScore = {
  readonly __typename?: 'RejectedScore';
  /** Its place in the input, from 0. */
  readonly index: Scalars['Int']['output'];
  /** Why. */
  readonly reason: ScoreRejection;
  /** The id that was handed in. */
  readonly submissionId: Scalars['ID']['output'];
};

/** Games to take off the boards: some by their ids, or those of a player over a time. */
export type RemoveScoresInput = {
  /** Of those, only the ones accepted at this time or later. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** Of those, only the ones in this mode. */
  readonly modeId?: InputMaybe<Scalars['ID']['input']>;
  /** All games of this player that count. */
  readonly playerId?: InputMaybe<Scalars['ID']['input']>;
  /** Why, for those who look later: 1 to 500 characters. */
  readonly reason: Scalars['String']['input'];
  /** Up to 1,000 games; `playerId` and what goes with it is then left out. */
  readonly submissionIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Of those, only the ones accepted before this time. */
  readonly to?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A removal to take back. */
export type RestoreScoresInput = {
  /** The adjustment that removed the games. */
  readonly adjustmentId: Scalars['ID']['input'];
  /** Why, for those who look later: 1 to 500 characters. */
  readonly reason: Scalars['String']['input'];
};

/** A decision about flagged games. */
export type ReviewCheatFlagsInput = {
  /** 1 to 100 flags. */
  readonly ids: ReadonlyArray<Scalars['ID']['input']>;
  /** For those who look later, up to 500 characters. */
  readonly note?: InputMaybe<Scalars['String']['input']>;
  /** CLEARED or CONFIRMED. */
  readonly verdict: CheatFlagStatus;
};

/** A new event. */
export type ScheduleGameEventInput = {
  /** One minute to 31 days after the start. */
  readonly endsAt: Scalars['DateTime']['input'];
  /** Which games count. */
  readonly modeId: Scalars['ID']['input'];
  /** What points are multiplied by on its board, 1 to 10. */
  readonly multiplier?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 80 characters. */
  readonly name: Scalars['String']['input'];
  /** At least ten seconds from now, at most a year. */
  readonly startsAt: Scalars['DateTime']['input'];
};

/** Games that an administrator took off the boards or put back. */
export type ScoreAdjustment = {
  readonly __typename?: 'ScoreAdjustment';
  /** When every board and archive said so; null while some may not. */
  readonly correctedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Identifies the adjustment. */
  readonly id: Scalars['ID']['output'];
  /** What was done. */
  readonly kind: ScoreAdjustmentKind;
  /** Who did it. */
  readonly madeBy: User;
  /** Why. */
  readonly reason: Scalars['String']['output'];
  /** How many games. */
  readonly scoreCount: Scalars['Int']['output'];
};

/** A list of adjustments. */
export type ScoreAdjustmentConnection = {
  readonly __typename?: 'ScoreAdjustmentConnection';
  /** The adjustments of this page. */
  readonly edges: ReadonlyArray<ScoreAdjustmentEdge>;
  /** Where the page lies. */
  readonly pageInfo: PageInfo;
};

/** An adjustment in a list. */
export type ScoreAdjustmentEdge = {
  readonly __typename?: 'ScoreAdjustmentEdge';
  /** Its position. */
  readonly cursor: Scalars['String']['output'];
  /** The adjustment. */
  readonly node: ScoreAdjustment;
};

/** What an administrator did to games. */
export type ScoreAdjustmentKind =
  /** Took them off the boards. */
  | 'REMOVE'
  /** Let them count again. */
  | 'RESTORE';

/** Games that brought about the same points. */
export type ScoreBar = {
  readonly __typename?: 'ScoreBar';
  /** The least points of these. */
  readonly from: Scalars['Int']['output'];
  /** How many games there were, a whole number. */
  readonly games: Scalars['Float']['output'];
  /** The most points of these. */
  readonly to: Scalars['Int']['output'];
};

/** How many points the games of a mode bring. Games that were taken off the boards are in it, too. */
export type ScoreDistribution = {
  readonly __typename?: 'ScoreDistribution';
  /** Games by their points, from 0 to the most that a game brings: 50 bars of the same width. */
  readonly bars: ReadonlyArray<ScoreBar>;
  /** The standard deviation of that. */
  readonly deviation: Scalars['Float']['output'];
  /** How many games there were, a whole number. */
  readonly games: Scalars['Float']['output'];
  /** Points of a game on average. */
  readonly mean: Scalars['Float']['output'];
  /** The points that this share of all games is at or below, as exact as a bar is wide; null while there are only games from before bars were counted. */
  readonly percentile?: Maybe<Scalars['Float']['output']>;
};


/** How many points the games of a mode bring. Games that were taken off the boards are in it, too. */
export type ScoreDistributionPercentileArgs = {
  share: Scalars['Float']['input'];
};

/** Why a score was not accepted. */
export type ScoreRejection =
  /** A game of the mode takes neither so short nor so long. */
  | 'IMPLAUSIBLE_DURATION'
  /** More points than a game of the mode can bring, or fewer than 0. */
  | 'SCORE_OUT_OF_RANGE'
  /** The player's last game was accepted less than a minute ago. */
  | 'TOO_SOON'
  /** There is no such mode. */
  | 'UNKNOWN_MODE'
  /** There is no such player. */
  | 'UNKNOWN_PLAYER';

/** More points than a game of the mode can bring. */
export type ScoreTooHigh = {
  readonly __typename?: 'ScoreTooHigh';
  /** The most that a game can bring. */
  readonly maxScore: Scalars['Int']['output'];
  /** What happened, for people. */
  readonly message: Scalars['String']['output'];
};

/** A quarter of a year with boards of its own. The next one starts by itself. */
export type Season = {
  readonly __typename?: 'Season';
  /** The first instant after it. */
  readonly endsAt: Scalars['DateTime']['output'];
  /** Such as S1-2026. */
  readonly name: Scalars['String']['output'];
  /** Its first instant. */
  readonly startsAt: Scalars['DateTime']['output'];
  /** How far it has come. */
  readonly status: SeasonStatus;
};

/** The season is archived and its rewards are paid. */
export type SeasonClosed = {
  readonly __typename?: 'SeasonClosed';
  /** Rewards that were paid just now; 0 when all of them were paid before. */
  readonly paidCount: Scalars['Int']['output'];
  /** The season. */
  readonly season: Season;
};

/** The season runs, or ended less than five minutes ago: its last scores may still come. */
export type SeasonNotOver = {
  readonly __typename?: 'SeasonNotOver';
  /** What happened, for people. */
  readonly message: Scalars['String']['output'];
  /** The season. */
  readonly season: Season;
};

/** What a player got for a season. */
export type SeasonReward = {
  readonly __typename?: 'SeasonReward';
  /** Coins. */
  readonly coins: Scalars['Int']['output'];
  /** In which mode. */
  readonly mode: GameMode;
  /** When it was paid. */
  readonly paidAt: Scalars['DateTime']['output'];
  /** The rank when the season ended. */
  readonly rank: Scalars['Int']['output'];
  /** Such as S1-2026. */
  readonly season: Scalars['String']['output'];
  /** The name of the tier. */
  readonly tier: Scalars['String']['output'];
};

/** What some ranks of a season's boards get. */
export type SeasonRewardTier = {
  readonly __typename?: 'SeasonRewardTier';
  /** Coins for each of them. */
  readonly coins: Scalars['Int']['output'];
  /** Its name, for people. */
  readonly name: Scalars['String']['output'];
  /** Ranks up to this one, unless a better tier holds them. */
  readonly upToRank: Scalars['Int']['output'];
};

/** What some ranks get. */
export type SeasonRewardTierInput = {
  /** 0 to 1,000,000. */
  readonly coins: Scalars['Int']['input'];
  /** 1 to 40 characters. */
  readonly name: Scalars['String']['input'];
  /** Ranks up to this one, 1 to 10,000. */
  readonly upToRank: Scalars['Int']['input'];
};

/** How far a season has come. */
export type SeasonStatus =
  /** Its boards are archived; rewards are not paid yet. */
  | 'ARCHIVED'
  /** Over; its boards are not archived yet. */
  | 'ENDED'
  /** Its rewards are paid. */
  | 'REWARDED'
  /** Games count. */
  | 'RUNNING';

/** What the first of each mode get when a season ends. */
export type SetSeasonRewardsInput = {
  /** 1 to 20 tiers, each with an end of its own. */
  readonly tiers: ReadonlyArray<SeasonRewardTierInput>;
};

/** The score of a game. */
export type Submission = {
  readonly __typename?: 'Submission';
  /** How long the game took, in seconds. */
  readonly durationSeconds: Scalars['Int']['output'];
  /** Its effect on the player's place on the mode's all-time board; null until it counts, and for scores handed in by game servers. */
  readonly effect?: Maybe<RankEffect>;
  /** Identifies the submission. UUIDv7. */
  readonly id: Scalars['ID']['output'];
  /** What was played. */
  readonly mode: GameMode;
  /** Who played. */
  readonly player: Player;
  /** Points of the game, before an event multiplied them. */
  readonly score: Scalars['Int']['output'];
  /** How far it has come. */
  readonly status: SubmissionStatus;
  /** When it was accepted. */
  readonly submittedAt: Scalars['DateTime']['output'];
};

/** A list of submissions. */
export type SubmissionConnection = {
  readonly __typename?: 'SubmissionConnection';
  /** The submissions of this page. */
  readonly edges: ReadonlyArray<SubmissionEdge>;
  /** Where the page lies. */
  readonly pageInfo: PageInfo;
};

/** A submission in a list. */
export type SubmissionEdge = {
  readonly __typename?: 'SubmissionEdge';
  /** Its position. */
  readonly cursor: Scalars['String']['output'];
  /** The submission. */
  readonly node: Submission;
};

/** How far a submission has come. */
export type SubmissionStatus =
  /** Accepted for good; not on the boards yet. */
  | 'ACCEPTED'
  /** On the boards. */
  | 'COUNTED'
  /** Taken off the boards by an administrator. */
  | 'REMOVED';

/** A finished game. */
export type SubmitScoreInput = {
  /** How long the game took, in seconds. */
  readonly durationSeconds: Scalars['Int']['input'];
  /** In which mode. */
  readonly modeId: Scalars['ID']['input'];
  /** Points, 0 or more. */
  readonly score: Scalars['Int']['input'];
  /** Chosen by the client, a UUID of its own for each game: handing in the same game again changes nothing. */
  readonly submissionId: Scalars['ID']['input'];
};

/** What became of it. */
export type SubmitScoreResult = ImplausibleDuration | NoPlayer | ScoreTooHigh | Submission | TooSoon;

/** Finished games of many players. */
export type SubmitScoresInput = {
  /** 1 to 500 games. */
  readonly scores: ReadonlyArray<GameScoreInput>;
};

/** What became of the games. */
export type SubmitScoresResult = {
  readonly __typename?: 'SubmitScoresResult';
  /** How many were accepted. */
  readonly acceptedCount: Scalars['Int']['output'];
  /** Those that were not, with the reason. */
  readonly rejected: ReadonlyArray<RejectedScore>;
};

export type Subscription = {
  readonly __typename?: 'Subscription';
  /** What happens in games: now, and every two seconds. */
  readonly gameActivityChanged: GameActivity;
  /** The first ten of a board: now, and when anything about them changes. */
  readonly leaderboardChanged: Leaderboard;
  /** A player's place on the all-time board of a mode: now, and when it moves by 10 or more, or at all within the first 100. At most one a second, the newest. */
  readonly rankChanged: LeaderboardEntry;
  /** Scores as they count, the highest of each quarter of a second. */
  readonly recentScores: RecentScore;
  /** A submission when it counts, with the place it led to. */
  readonly submissionCounted: Submission;
};


export type SubscriptionLeaderboardChangedArgs = {
  modeId: Scalars['ID']['input'];
  window?: InputMaybe<LeaderboardWindow>;
};


export type SubscriptionRankChangedArgs = {
  modeId: Scalars['ID']['input'];
  playerId: Scalars['ID']['input'];
};


export type SubscriptionRecentScoresArgs = {
  modeId: Scalars['ID']['input'];
};


export type SubscriptionSubmissionCountedArgs = {
  id: Scalars['ID']['input'];
};

/** Nobody follows more players. */
export type TooManyFollowed = {
  readonly __typename?: 'TooManyFollowed';
  /** How many one may follow. */
  readonly limit: Scalars['Int']['output'];
  /** What happened, for people. */
  readonly message: Scalars['String']['output'];
};

/** The player's last game was accepted less than a minute ago. */
export type TooSoon = {
  readonly __typename?: 'TooSoon';
  /** What happened, for people. */
  readonly message: Scalars['String']['output'];
  /** When to try again, in milliseconds from now. */
  readonly retryAfterMs: Scalars['Int']['output'];
};

/** A person with an account. */
export type User = {
  readonly __typename?: 'User';
  /** Identifies the user in every subgraph. */
  readonly id: Scalars['ID']['output'];
  /** The name that the user plays under; null without one. */
  readonly player?: Maybe<Player>;
};

/** Somebody plays under this name. */
export type UsernameTaken = {
  readonly __typename?: 'UsernameTaken';
  /** What happened, for people. */
  readonly message: Scalars['String']['output'];
  /** The name. */
  readonly username: Scalars['String']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  GameEvent: GameEvent;
  GameMode: GameMode;
  Player: Player;
  Submission: Submission;
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  GameEvent:
    ( { __typename: 'GameEvent' }
    & GraphQLRecursivePick<FederationTypes['GameEvent'], {"id":true}> );
  GameMode:
    ( { __typename: 'GameMode' }
    & GraphQLRecursivePick<FederationTypes['GameMode'], {"id":true}> );
  Player:
    ( { __typename: 'Player' }
    & GraphQLRecursivePick<FederationTypes['Player'], {"id":true}> );
  Submission:
    ( { __typename: 'Submission' }
    & GraphQLRecursivePick<FederationTypes['Submission'], {"id":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  AdjustScoresResult:
    | ( NoScoresToAdjust )
    | ( ScoreAdjustmentModel )
  ;
  CancelGameEventResult:
    | ( GameEventModel )
    | ( Omit<GameEventOver, 'event'> & { event: _RefType['GameEvent'] } )
  ;
  CloseSeasonResult:
    | ( Omit<SeasonClosed, 'season'> & { season: _RefType['Season'] } )
    | ( Omit<SeasonNotOver, 'season'> & { season: _RefType['Season'] } )
  ;
  CreatePlayerResult:
    | ( PlayerModel )
    | ( Omit<PlayerExists, 'player'> & { player: _RefType['Player'] } )
    | ( UsernameTaken )
  ;
  FollowPlayerResult:
    | ( PlayerModel )
    | ( TooManyFollowed )
  ;
  SubmitScoreResult:
    | ( ImplausibleDuration )
    | ( NoPlayer )
    | ( ScoreTooHigh )
    | ( SubmissionModel )
    | ( TooSoon )
  ;
};


/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AdjustScoresResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['AdjustScoresResult']>;
  CancelGameEventResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CancelGameEventResult']>;
  CheatFlag: ResolverTypeWrapper<CheatFlagModel>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  CheatFlagConnection: ResolverTypeWrapper<CheatFlagConnectionModel>;
  CheatFlagEdge: ResolverTypeWrapper<Omit<CheatFlagEdge, 'node'> & { node: ResolversTypes['CheatFlag'] }>;
  CheatFlagStatus: CheatFlagStatus;
  CheatReason: CheatReason;
  CloseSeasonResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CloseSeasonResult']>;
  CreatePlayerInput: CreatePlayerInput;
  CreatePlayerResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreatePlayerResult']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  FollowPlayerResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['FollowPlayerResult']>;
  GameActivity: ResolverTypeWrapper<GameActivityModel>;
  GameEvent: ResolverTypeWrapper<GameEventModel>;
  GameEventOver: ResolverTypeWrapper<Omit<GameEventOver, 'event'> & { event: ResolversTypes['GameEvent'] }>;
  GameEventStatus: GameEventStatus;
  GameMode: ResolverTypeWrapper<GameModeModel>;
  GameScoreInput: GameScoreInput;
  ImplausibleDuration: ResolverTypeWrapper<ImplausibleDuration>;
  Leaderboard: ResolverTypeWrapper<LeaderboardModel>;
  LeaderboardEntry: ResolverTypeWrapper<LeaderboardEntryModel>;
  LeaderboardInput: LeaderboardInput;
  LeaderboardWindow: LeaderboardWindow;
  ModeActivity: ResolverTypeWrapper<ModeActivityModel>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NoPlayer: ResolverTypeWrapper<NoPlayer>;
  NoScoresToAdjust: ResolverTypeWrapper<NoScoresToAdjust>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Player: ResolverTypeWrapper<PlayerModel>;
  PlayerExists: ResolverTypeWrapper<Omit<PlayerExists, 'player'> & { player: ResolversTypes['Player'] }>;
  PlayerStatistics: ResolverTypeWrapper<PlayerStatisticsModel>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RankEffect: ResolverTypeWrapper<RankEffect>;
  RecentScore: ResolverTypeWrapper<RecentScoreModel>;
  Region: Region;
  RejectedScore: ResolverTypeWrapper<RejectedScore>;
  RemoveScoresInput: RemoveScoresInput;
  RestoreScoresInput: RestoreScoresInput;
  ReviewCheatFlagsInput: ReviewCheatFlagsInput;
  ScheduleGameEventInput: ScheduleGameEventInput;
  ScoreAdjustment: ResolverTypeWrapper<ScoreAdjustmentModel>;
  ScoreAdjustmentConnection: ResolverTypeWrapper<ScoreAdjustmentConnectionModel>;
  ScoreAdjustmentEdge: ResolverTypeWrapper<Omit<ScoreAdjustmentEdge, 'node'> & { node: ResolversTypes['ScoreAdjustment'] }>;
  ScoreAdjustmentKind: ScoreAdjustmentKind;
  ScoreBar: ResolverTypeWrapper<ScoreBar>;
  ScoreDistribution: ResolverTypeWrapper<ScoreDistributionModel>;
  ScoreRejection: ScoreRejection;
  ScoreTooHigh: ResolverTypeWrapper<ScoreTooHigh>;
  Season: ResolverTypeWrapper<SeasonModel>;
  SeasonClosed: ResolverTypeWrapper<Omit<SeasonClosed, 'season'> & { season: ResolversTypes['Season'] }>;
  SeasonNotOver: ResolverTypeWrapper<Omit<SeasonNotOver, 'season'> & { season: ResolversTypes['Season'] }>;
  SeasonReward: ResolverTypeWrapper<SeasonRewardModel>;
  SeasonRewardTier: ResolverTypeWrapper<SeasonRewardTier>;
  SeasonRewardTierInput: SeasonRewardTierInput;
  SeasonStatus: SeasonStatus;
  SetSeasonRewardsInput: SetSeasonRewardsInput;
  Submission: ResolverTypeWrapper<SubmissionModel>;
  SubmissionConnection: ResolverTypeWrapper<SubmissionConnectionModel>;
  SubmissionEdge: ResolverTypeWrapper<Omit<SubmissionEdge, 'node'> & { node: ResolversTypes['Submission'] }>;
  SubmissionStatus: SubmissionStatus;
  SubmitScoreInput: SubmitScoreInput;
  SubmitScoreResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['SubmitScoreResult']>;
  SubmitScoresInput: SubmitScoresInput;
  SubmitScoresResult: ResolverTypeWrapper<SubmitScoresResult>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TooManyFollowed: ResolverTypeWrapper<TooManyFollowed>;
  TooSoon: ResolverTypeWrapper<TooSoon>;
  User: ResolverTypeWrapper<UserReference>;
  UsernameTaken: ResolverTypeWrapper<UsernameTaken>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AdjustScoresResult: ResolversUnionTypes<ResolversParentTypes>['AdjustScoresResult'];
  CancelGameEventResult: ResolversUnionTypes<ResolversParentTypes>['CancelGameEventResult'];
  CheatFlag: CheatFlagModel;
  ID: Scalars['ID']['output'];
  String: Scalars['String']['output'];
  Float: Scalars['Float']['output'];
  CheatFlagConnection: CheatFlagConnectionModel;
  CheatFlagEdge: Omit<CheatFlagEdge, 'node'> & { node: ResolversParentTypes['CheatFlag'] };
  CloseSeasonResult: ResolversUnionTypes<ResolversParentTypes>['CloseSeasonResult'];
  CreatePlayerInput: CreatePlayerInput;
  CreatePlayerResult: ResolversUnionTypes<ResolversParentTypes>['CreatePlayerResult'];
  DateTime: Scalars['DateTime']['output'];
  FollowPlayerResult: ResolversUnionTypes<ResolversParentTypes>['FollowPlayerResult'];
  GameActivity: GameActivityModel;
  GameEvent: GameEventModel;
  GameEventOver: Omit<GameEventOver, 'event'> & { event: ResolversParentTypes['GameEvent'] };
  GameMode: GameModeModel;
  GameScoreInput: GameScoreInput;
  ImplausibleDuration: ImplausibleDuration;
  Leaderboard: LeaderboardModel;
  LeaderboardEntry: LeaderboardEntryModel;
  LeaderboardInput: LeaderboardInput;
  ModeActivity: ModeActivityModel;
  Mutation: Record<PropertyKey, never>;
  NoPlayer: NoPlayer;
  NoScoresToAdjust: NoScoresToAdjust;
  PageInfo: PageInfo;
  Player: PlayerModel;
  PlayerExists: Omit<PlayerExists, 'player'> & { player: ResolversParentTypes['Player'] };
  PlayerStatistics: PlayerStatisticsModel;
  Query: Record<PropertyKey, never>;
  RankEffect: RankEffect;
  RecentScore: RecentScoreModel;
  RejectedScore: RejectedScore;
  RemoveScoresInput: RemoveScoresInput;
  RestoreScoresInput: RestoreScoresInput;
  ReviewCheatFlagsInput: ReviewCheatFlagsInput;
  ScheduleGameEventInput: ScheduleGameEventInput;
  ScoreAdjustment: ScoreAdjustmentModel;
  ScoreAdjustmentConnection: ScoreAdjustmentConnectionModel;
  ScoreAdjustmentEdge: Omit<ScoreAdjustmentEdge, 'node'> & { node: ResolversParentTypes['ScoreAdjustment'] };
  ScoreBar: ScoreBar;
  ScoreDistribution: ScoreDistributionModel;
  ScoreTooHigh: ScoreTooHigh;
  Season: SeasonModel;
  SeasonClosed: Omit<SeasonClosed, 'season'> & { season: ResolversParentTypes['Season'] };
  SeasonNotOver: Omit<SeasonNotOver, 'season'> & { season: ResolversParentTypes['Season'] };
  SeasonReward: SeasonRewardModel;
  SeasonRewardTier: SeasonRewardTier;
  SeasonRewardTierInput: SeasonRewardTierInput;
  SetSeasonRewardsInput: SetSeasonRewardsInput;
  Submission: SubmissionModel;
  SubmissionConnection: SubmissionConnectionModel;
  SubmissionEdge: Omit<SubmissionEdge, 'node'> & { node: ResolversParentTypes['Submission'] };
  SubmitScoreInput: SubmitScoreInput;
  SubmitScoreResult: ResolversUnionTypes<ResolversParentTypes>['SubmitScoreResult'];
  SubmitScoresInput: SubmitScoresInput;
  SubmitScoresResult: SubmitScoresResult;
  Subscription: Record<PropertyKey, never>;
  TooManyFollowed: TooManyFollowed;
  TooSoon: TooSoon;
  User: UserReference;
  UsernameTaken: UsernameTaken;
  Int: Scalars['Int']['output'];
  Boolean: Scalars['Boolean']['output'];
};

export type PublicDirectiveArgs = {
  maxAge?: Maybe<Scalars['Int']['input']>;
  replay?: Scalars['Boolean']['input'];
};

export type PublicDirectiveResolver<Result, Parent, ContextType = Context, Args = PublicDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AdjustScoresResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AdjustScoresResult'] = ResolversParentTypes['AdjustScoresResult']> = {
  __resolveType: TypeResolveFn<'NoScoresToAdjust' | 'ScoreAdjustment', ParentType, ContextType>;
};

export type CancelGameEventResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelGameEventResult'] = ResolversParentTypes['CancelGameEventResult']> = {
  __resolveType: TypeResolveFn<'GameEvent' | 'GameEventOver', ParentType, ContextType>;
};

export type CheatFlagResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CheatFlag'] = ResolversParentTypes['CheatFlag']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['GameMode'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  player?: Resolver<ResolversTypes['Player'], ParentType, ContextType>;
  reasons?: Resolver<ReadonlyArray<ResolversTypes['CheatReason']>, ParentType, ContextType>;
  reviewedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reviewedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CheatFlagStatus'], ParentType, ContextType>;
  submission?: Resolver<Maybe<ResolversTypes['Submission']>, ParentType, ContextType>;
  suspicion?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  zScore?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type CheatFlagConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CheatFlagConnection'] = ResolversParentTypes['CheatFlagConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CheatFlagEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CheatFlagEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CheatFlagEdge'] = ResolversParentTypes['CheatFlagEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CheatFlag'], ParentType, ContextType>;
};

export type CloseSeasonResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CloseSeasonResult'] = ResolversParentTypes['CloseSeasonResult']> = {
  __resolveType: TypeResolveFn<'SeasonClosed' | 'SeasonNotOver', ParentType, ContextType>;
};

export type CreatePlayerResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreatePlayerResult'] = ResolversParentTypes['CreatePlayerResult']> = {
  __resolveType: TypeResolveFn<'Player' | 'PlayerExists' | 'UsernameTaken', ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type FollowPlayerResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FollowPlayerResult'] = ResolversParentTypes['FollowPlayerResult']> = {
  __resolveType: TypeResolveFn<'Player' | 'TooManyFollowed', ParentType, ContextType>;
};

export type GameActivityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GameActivity'] = ResolversParentTypes['GameActivity']> = {
  activePlayers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lag?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lastMinute?: Resolver<ReadonlyArray<ResolversTypes['Int']>, ParentType, ContextType>;
  modes?: Resolver<ReadonlyArray<ResolversTypes['ModeActivity']>, ParentType, ContextType>;
  openFlags?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  scoresPerSecond?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type GameEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GameEvent'] = ResolversParentTypes['GameEvent'], FederationReferenceType extends FederationReferenceTypes['GameEvent'] = FederationReferenceTypes['GameEvent']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['GameEvent']> | FederationReferenceType, FederationReferenceType, ContextType>;
  endsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  leaderboard?: Resolver<Maybe<ResolversTypes['Leaderboard']>, ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['GameMode'], ParentType, ContextType>;
  multiplier?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  participants?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  startsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['GameEventStatus'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type GameEventOverResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GameEventOver'] = ResolversParentTypes['GameEventOver']> = {
  event?: Resolver<ResolversTypes['GameEvent'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type GameModeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GameMode'] = ResolversParentTypes['GameMode'], FederationReferenceType extends FederationReferenceTypes['GameMode'] = FederationReferenceTypes['GameMode']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['GameMode']> | FederationReferenceType, FederationReferenceType, ContextType>;
  averageDurationMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  maxScorePerGame?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  scores?: Resolver<Maybe<ResolversTypes['ScoreDistribution']>, ParentType, ContextType>;
};

export type ImplausibleDurationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImplausibleDuration'] = ResolversParentTypes['ImplausibleDuration']> = {
  maxSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  minSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LeaderboardResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Leaderboard'] = ResolversParentTypes['Leaderboard']> = {
  endsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  entries?: Resolver<ReadonlyArray<ResolversTypes['LeaderboardEntry']>, ParentType, ContextType, RequireFields<LeaderboardEntriesArgs, 'first' | 'fromRank'>>;
  isClosed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['GameMode'], ParentType, ContextType>;
  period?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  totalPlayers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  window?: Resolver<ResolversTypes['LeaderboardWindow'], ParentType, ContextType>;
};

export type LeaderboardEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LeaderboardEntry'] = ResolversParentTypes['LeaderboardEntry']> = {
  percentile?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  player?: Resolver<ResolversTypes['Player'], ParentType, ContextType>;
  rank?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reachedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ModeActivityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ModeActivity'] = ResolversParentTypes['ModeActivity']> = {
  mode?: Resolver<ResolversTypes['GameMode'], ParentType, ContextType>;
  scoresPerSecond?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  cancelGameEvent?: Resolver<ResolversTypes['CancelGameEventResult'], ParentType, ContextType, RequireFields<MutationCancelGameEventArgs, 'id'>>;
  closeSeason?: Resolver<ResolversTypes['CloseSeasonResult'], ParentType, ContextType, RequireFields<MutationCloseSeasonArgs, 'season'>>;
  createPlayer?: Resolver<ResolversTypes['CreatePlayerResult'], ParentType, ContextType, RequireFields<MutationCreatePlayerArgs, 'input'>>;
  followPlayer?: Resolver<ResolversTypes['FollowPlayerResult'], ParentType, ContextType, RequireFields<MutationFollowPlayerArgs, 'playerId'>>;
  removeScores?: Resolver<ResolversTypes['AdjustScoresResult'], ParentType, ContextType, RequireFields<MutationRemoveScoresArgs, 'input'>>;
  restoreScores?: Resolver<ResolversTypes['AdjustScoresResult'], ParentType, ContextType, RequireFields<MutationRestoreScoresArgs, 'input'>>;
  reviewCheatFlags?: Resolver<ReadonlyArray<ResolversTypes['CheatFlag']>, ParentType, ContextType, RequireFields<MutationReviewCheatFlagsArgs, 'input'>>;
  scheduleGameEvent?: Resolver<ResolversTypes['GameEvent'], ParentType, ContextType, RequireFields<MutationScheduleGameEventArgs, 'input'>>;
  setSeasonRewards?: Resolver<ReadonlyArray<ResolversTypes['SeasonRewardTier']>, ParentType, ContextType, RequireFields<MutationSetSeasonRewardsArgs, 'input'>>;
  submitScore?: Resolver<ResolversTypes['SubmitScoreResult'], ParentType, ContextType, RequireFields<MutationSubmitScoreArgs, 'input'>>;
  submitScores?: Resolver<ResolversTypes['SubmitScoresResult'], ParentType, ContextType, RequireFields<MutationSubmitScoresArgs, 'input'>>;
  unfollowPlayer?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationUnfollowPlayerArgs, 'playerId'>>;
};

export type NoPlayerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NoPlayer'] = ResolversParentTypes['NoPlayer']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NoScoresToAdjustResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NoScoresToAdjust'] = ResolversParentTypes['NoScoresToAdjust']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PlayerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Player'] = ResolversParentTypes['Player'], FederationReferenceType extends FederationReferenceTypes['Player'] = FederationReferenceTypes['Player']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Player']> | FederationReferenceType, FederationReferenceType, ContextType>;
  around?: Resolver<ReadonlyArray<ResolversTypes['LeaderboardEntry']>, ParentType, ContextType, RequireFields<PlayerAroundArgs, 'input' | 'radius'>>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  following?: Resolver<ReadonlyArray<ResolversTypes['Player']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isFollowed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rank?: Resolver<Maybe<ResolversTypes['LeaderboardEntry']>, ParentType, ContextType, RequireFields<PlayerRankArgs, 'input'>>;
  region?: Resolver<ResolversTypes['Region'], ParentType, ContextType>;
  rewards?: Resolver<ReadonlyArray<ResolversTypes['SeasonReward']>, ParentType, ContextType>;
  statistics?: Resolver<ReadonlyArray<ResolversTypes['PlayerStatistics']>, ParentType, ContextType>;
  submissions?: Resolver<ResolversTypes['SubmissionConnection'], ParentType, ContextType, RequireFields<PlayerSubmissionsArgs, 'first'>>;
  totalScore?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  username?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PlayerExistsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlayerExists'] = ResolversParentTypes['PlayerExists']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  player?: Resolver<ResolversTypes['Player'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PlayerStatisticsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlayerStatistics'] = ResolversParentTypes['PlayerStatistics']> = {
  averageScore?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  bestScore?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  gamesPlayed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['GameMode'], ParentType, ContextType>;
  secondsPlayed?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  totalScore?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  cheatFlags?: Resolver<ResolversTypes['CheatFlagConnection'], ParentType, ContextType, RequireFields<QueryCheatFlagsArgs, 'first' | 'status'>>;
  gameActivity?: Resolver<ResolversTypes['GameActivity'], ParentType, ContextType>;
  gameEvents?: Resolver<ReadonlyArray<ResolversTypes['GameEvent']>, ParentType, ContextType, RequireFields<QueryGameEventsArgs, 'first' | 'includeOver'>>;
  gameModes?: Resolver<ReadonlyArray<ResolversTypes['GameMode']>, ParentType, ContextType>;
  leaderboard?: Resolver<ResolversTypes['Leaderboard'], ParentType, ContextType, RequireFields<QueryLeaderboardArgs, 'input'>>;
  myPlayer?: Resolver<Maybe<ResolversTypes['Player']>, ParentType, ContextType>;
  player?: Resolver<Maybe<ResolversTypes['Player']>, ParentType, ContextType, RequireFields<QueryPlayerArgs, 'id'>>;
  playerRanks?: Resolver<ReadonlyArray<Maybe<ResolversTypes['LeaderboardEntry']>>, ParentType, ContextType, RequireFields<QueryPlayerRanksArgs, 'input' | 'playerIds'>>;
  scoreAdjustments?: Resolver<ResolversTypes['ScoreAdjustmentConnection'], ParentType, ContextType, RequireFields<QueryScoreAdjustmentsArgs, 'first'>>;
  searchPlayers?: Resolver<ReadonlyArray<ResolversTypes['Player']>, ParentType, ContextType, RequireFields<QuerySearchPlayersArgs, 'first' | 'username'>>;
  seasonRewardTiers?: Resolver<ReadonlyArray<ResolversTypes['SeasonRewardTier']>, ParentType, ContextType>;
  seasons?: Resolver<ReadonlyArray<ResolversTypes['Season']>, ParentType, ContextType, RequireFields<QuerySeasonsArgs, 'first'>>;
  submission?: Resolver<Maybe<ResolversTypes['Submission']>, ParentType, ContextType, RequireFields<QuerySubmissionArgs, 'id'>>;
  top100?: Resolver<ResolversTypes['Leaderboard'], ParentType, ContextType, RequireFields<QueryTop100Args, 'modeId' | 'window'>>;
};

export type RankEffectResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RankEffect'] = ResolversParentTypes['RankEffect']> = {
  isPersonalBest?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  rankAfter?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rankBefore?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  totalScore?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type RecentScoreResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecentScore'] = ResolversParentTypes['RecentScore']> = {
  mode?: Resolver<ResolversTypes['GameMode'], ParentType, ContextType>;
  player?: Resolver<ResolversTypes['Player'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  submittedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type RejectedScoreResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RejectedScore'] = ResolversParentTypes['RejectedScore']> = {
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['ScoreRejection'], ParentType, ContextType>;
  submissionId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ScoreAdjustmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ScoreAdjustment'] = ResolversParentTypes['ScoreAdjustment']> = {
  correctedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ScoreAdjustmentKind'], ParentType, ContextType>;
  madeBy?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  scoreCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ScoreAdjustmentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ScoreAdjustmentConnection'] = ResolversParentTypes['ScoreAdjustmentConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ScoreAdjustmentEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ScoreAdjustmentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ScoreAdjustmentEdge'] = ResolversParentTypes['ScoreAdjustmentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ScoreAdjustment'], ParentType, ContextType>;
};

export type ScoreBarResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ScoreBar'] = ResolversParentTypes['ScoreBar']> = {
  from?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  games?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ScoreDistributionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ScoreDistribution'] = ResolversParentTypes['ScoreDistribution']> = {
  bars?: Resolver<ReadonlyArray<ResolversTypes['ScoreBar']>, ParentType, ContextType>;
  deviation?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  games?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  mean?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  percentile?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType, RequireFields<ScoreDistributionPercentileArgs, 'share'>>;
};

export type ScoreTooHighResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ScoreTooHigh'] = ResolversParentTypes['ScoreTooHigh']> = {
  maxScore?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SeasonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Season'] = ResolversParentTypes['Season']> = {
  endsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SeasonStatus'], ParentType, ContextType>;
};

export type SeasonClosedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SeasonClosed'] = ResolversParentTypes['SeasonClosed']> = {
  paidCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  season?: Resolver<ResolversTypes['Season'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SeasonNotOverResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SeasonNotOver'] = ResolversParentTypes['SeasonNotOver']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  season?: Resolver<ResolversTypes['Season'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SeasonRewardResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SeasonReward'] = ResolversParentTypes['SeasonReward']> = {
  coins?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['GameMode'], ParentType, ContextType>;
  paidAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  rank?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  season?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tier?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SeasonRewardTierResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SeasonRewardTier'] = ResolversParentTypes['SeasonRewardTier']> = {
  coins?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  upToRank?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SubmissionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Submission'] = ResolversParentTypes['Submission'], FederationReferenceType extends FederationReferenceTypes['Submission'] = FederationReferenceTypes['Submission']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Submission']> | FederationReferenceType, FederationReferenceType, ContextType>;
  durationSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  effect?: Resolver<Maybe<ResolversTypes['RankEffect']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['GameMode'], ParentType, ContextType>;
  player?: Resolver<ResolversTypes['Player'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SubmissionStatus'], ParentType, ContextType>;
  submittedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SubmissionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubmissionConnection'] = ResolversParentTypes['SubmissionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SubmissionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SubmissionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubmissionEdge'] = ResolversParentTypes['SubmissionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Submission'], ParentType, ContextType>;
};

export type SubmitScoreResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubmitScoreResult'] = ResolversParentTypes['SubmitScoreResult']> = {
  __resolveType: TypeResolveFn<'ImplausibleDuration' | 'NoPlayer' | 'ScoreTooHigh' | 'Submission' | 'TooSoon', ParentType, ContextType>;
};

export type SubmitScoresResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubmitScoresResult'] = ResolversParentTypes['SubmitScoresResult']> = {
  acceptedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rejected?: Resolver<ReadonlyArray<ResolversTypes['RejectedScore']>, ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  gameActivityChanged?: SubscriptionResolver<ResolversTypes['GameActivity'], "gameActivityChanged", ParentType, ContextType>;
  leaderboardChanged?: SubscriptionResolver<ResolversTypes['Leaderboard'], "leaderboardChanged", ParentType, ContextType, RequireFields<SubscriptionLeaderboardChangedArgs, 'modeId' | 'window'>>;
  rankChanged?: SubscriptionResolver<ResolversTypes['LeaderboardEntry'], "rankChanged", ParentType, ContextType, RequireFields<SubscriptionRankChangedArgs, 'modeId' | 'playerId'>>;
  recentScores?: SubscriptionResolver<ResolversTypes['RecentScore'], "recentScores", ParentType, ContextType, RequireFields<SubscriptionRecentScoresArgs, 'modeId'>>;
  submissionCounted?: SubscriptionResolver<ResolversTypes['Submission'], "submissionCounted", ParentType, ContextType, RequireFields<SubscriptionSubmissionCountedArgs, 'id'>>;
};

export type TooManyFollowedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TooManyFollowed'] = ResolversParentTypes['TooManyFollowed']> = {
  limit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TooSoonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TooSoon'] = ResolversParentTypes['TooSoon']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retryAfterMs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  player?: Resolver<Maybe<ResolversTypes['Player']>, ParentType, ContextType>;
};

export type UsernameTakenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UsernameTaken'] = ResolversParentTypes['UsernameTaken']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  username?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  AdjustScoresResult?: AdjustScoresResultResolvers<ContextType>;
  CancelGameEventResult?: CancelGameEventResultResolvers<ContextType>;
  CheatFlag?: CheatFlagResolvers<ContextType>;
  CheatFlagConnection?: CheatFlagConnectionResolvers<ContextType>;
  CheatFlagEdge?: CheatFlagEdgeResolvers<ContextType>;
  CloseSeasonResult?: CloseSeasonResultResolvers<ContextType>;
  CreatePlayerResult?: CreatePlayerResultResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  FollowPlayerResult?: FollowPlayerResultResolvers<ContextType>;
  GameActivity?: GameActivityResolvers<ContextType>;
  GameEvent?: GameEventResolvers<ContextType>;
  GameEventOver?: GameEventOverResolvers<ContextType>;
  GameMode?: GameModeResolvers<ContextType>;
  ImplausibleDuration?: ImplausibleDurationResolvers<ContextType>;
  Leaderboard?: LeaderboardResolvers<ContextType>;
  LeaderboardEntry?: LeaderboardEntryResolvers<ContextType>;
  ModeActivity?: ModeActivityResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NoPlayer?: NoPlayerResolvers<ContextType>;
  NoScoresToAdjust?: NoScoresToAdjustResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Player?: PlayerResolvers<ContextType>;
  PlayerExists?: PlayerExistsResolvers<ContextType>;
  PlayerStatistics?: PlayerStatisticsResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RankEffect?: RankEffectResolvers<ContextType>;
  RecentScore?: RecentScoreResolvers<ContextType>;
  RejectedScore?: RejectedScoreResolvers<ContextType>;
  ScoreAdjustment?: ScoreAdjustmentResolvers<ContextType>;
  ScoreAdjustmentConnection?: ScoreAdjustmentConnectionResolvers<ContextType>;
  ScoreAdjustmentEdge?: ScoreAdjustmentEdgeResolvers<ContextType>;
  ScoreBar?: ScoreBarResolvers<ContextType>;
  ScoreDistribution?: ScoreDistributionResolvers<ContextType>;
  ScoreTooHigh?: ScoreTooHighResolvers<ContextType>;
  Season?: SeasonResolvers<ContextType>;
  SeasonClosed?: SeasonClosedResolvers<ContextType>;
  SeasonNotOver?: SeasonNotOverResolvers<ContextType>;
  SeasonReward?: SeasonRewardResolvers<ContextType>;
  SeasonRewardTier?: SeasonRewardTierResolvers<ContextType>;
  Submission?: SubmissionResolvers<ContextType>;
  SubmissionConnection?: SubmissionConnectionResolvers<ContextType>;
  SubmissionEdge?: SubmissionEdgeResolvers<ContextType>;
  SubmitScoreResult?: SubmitScoreResultResolvers<ContextType>;
  SubmitScoresResult?: SubmitScoresResultResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  TooManyFollowed?: TooManyFollowedResolvers<ContextType>;
  TooSoon?: TooSoonResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UsernameTaken?: UsernameTakenResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  public?: PublicDirectiveResolver<any, any, ContextType>;
};
