import type { Redis } from 'ioredis';
import type { Store } from '#platform/database/store.ts';
import type { Live } from '#platform/live/live.ts';
import type { CountedEffect, ScoreEffect } from '../data/boards/board-scores.ts';
import type { Boards } from '../data/boards/boards.ts';
import type { Tables } from '../data/tables.ts';
import type { GameEvent } from '../domain/boards.ts';
import type { GameMode } from '../domain/game-mode.ts';
import type { KnownPlayers } from '../intake/known-players.ts';
import type { BoardAddition, CountedSubmission } from './group-by-board.ts';

export interface CountingParts {
  store: Store<Tables>;
  redis: Redis;
  live: Live;
  boards: Boards;
  players: KnownPlayers;
  modes: readonly GameMode[];
  /** Events that may hold games of that time. */
  findEvents: (earliest: Date) => Promise<readonly GameEvent[]>;
  now: () => Date;
  newId: () => string;
}

/** What a list of games did to one board. */
export interface BoardChange {
  addition: BoardAddition;
  /** One a game, in their order. */
  effects: readonly ScoreEffect[];
}

/** A game that has just counted on the all-time board of its mode, and what it did there. */
export interface CountedGame {
  game: CountedSubmission;
  effect: CountedEffect;
}
