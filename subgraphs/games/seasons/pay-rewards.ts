import type { Store } from '#platform/database/store.ts';
import { appendToOutbox } from '#platform/messaging/outbox.ts';
import { ACHIEVEMENT_EVENTS, type AchievementEvent } from '#schema/events/achievement-events.ts';
import { archiveBoard, GRACE_MS } from '../archiving/archive-board.ts';
import { findSeasonBoards, payBoard, type SeasonReward } from '../data/season.repository.ts';
import type { Tables } from '../data/tables.ts';
import { boardOf } from '../domain/boards.ts';
import type { GameMode } from '../domain/game-mode.ts';
import { periodAt, previousPeriod, type Period } from '../domain/periods.ts';
import type { KnownPlayer } from '../domain/player.ts';
import type { KnownPlayers } from '../intake/known-players.ts';

export interface SeasonParts {
  store: Store<Tables>;
  modes: readonly GameMode[];
  players: KnownPlayers;
  now: () => Date;
  newId: () => string;
}

/** Seasons that are looked at, so that a quarter without a running product is made up for. */
const SEASONS_BACK = 2;

/** Pays the rewards of seasons that are over and archived; returns how many rewards. */
export async function payDueRewards(parts: SeasonParts): Promise<number> {
  let paid = 0;
  let season = periodAt('SEASONAL', parts.now());
  for (let count = 0; count < SEASONS_BACK; count++) {
    season = previousPeriod(season);
    for (const mode of parts.modes) paid += (await payMode(parts, season, mode)).length;
  }
  return paid;
}

/** Archives a season that is over and pays its rewards now; undefined while its last scores may still come. */
export async function closeSeason(
  parts: SeasonParts,
  season: Period,
): Promise<SeasonReward[] | undefined> {
  const { store, modes, now } = parts;
  if (season.endsAt === undefined || now().getTime() - season.endsAt.getTime() < GRACE_MS) {
    return undefined;
  }
  const names = modes.map(({ id }) => boardOf(id, season).name);
  const archived = new Set((await findSeasonBoards(store.db, names)).map(({ board }) => board));
  const rewards: SeasonReward[] = [];
  for (const mode of modes) {
    const board = boardOf(mode.id, season);
    if (!archived.has(board.name)) {
      const content = { board, modeNumber: mode.number, multiplier: 1 };
      await archiveBoard(store, content, { archivedAt: now() });
    }
    rewards.push(...(await payMode(parts, season, mode)));
  }
  return rewards;
}

/** The rewards and their announcements are one transaction, of which the board's row lets only one through. */
async function payMode(
  { store, players, now, newId }: SeasonParts,
  season: Period,
  mode: GameMode,
): Promise<SeasonReward[]> {
  const { name: board } = boardOf(mode.id, season);
  const [known] = await findSeasonBoards(store.db, [board]);
  if (known === undefined || known.isPaid) return [];
  return store.transact(async (tx) => {
    const which = { board, season: season.name, modeNumber: mode.number };
    const rewards = await payBoard(tx, which, now());
    const found = await players.findByNumbers(rewards.map(({ playerNumber }) => playerNumber));
    const messages = rewards.flatMap((reward, index) => {
      const player = found[index];
      return player === undefined ? [] : [toMessage(reward, player, mode, { now, newId })];
    });
    await appendToOutbox(tx, messages);
    return rewards;
  });
}

function toMessage(
  { season, rank, tier, coins }: SeasonReward,
  player: KnownPlayer,
  mode: GameMode,
  { now, newId }: Pick<SeasonParts, 'now' | 'newId'>,
) {
  const event: AchievementEvent = {
    type: 'reward.paid',
    data: {
      playerId: player.id,
      userId: player.userId,
      season,
      modeId: mode.id,
      rank,
      tier,
      coins,
    },
  };
  const envelope = { id: newId(), key: player.id, time: now().toISOString(), ...event };
  return { topic: ACHIEVEMENT_EVENTS, envelope };
}
