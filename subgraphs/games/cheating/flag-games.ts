import type { Store } from '#platform/database/store.ts';
import { firstDeliveries } from '#platform/messaging/inbox.ts';
import { appendToOutbox } from '#platform/messaging/outbox.ts';
import { CHEAT_EVENTS, type CheatEvent } from '#schema/events/cheat-events.ts';
import { readScores } from '#schema/events/score-events.ts';
import type { SubmittedScore } from '#schema/events/submitted-score.ts';
import type { Envelope } from '#platform/bus/bus.ts';
import { insertCheatFlags, type CheatFlag } from '../data/cheat-flag.repository.ts';
import { addToDistributions, findRecent } from '../data/distribution.repository.ts';
import type { Tables, Tx } from '../data/tables.ts';
import { plausibleSeconds } from '../domain/check-score.ts';
import type { GameMode } from '../domain/game-mode.ts';
import {
  cappedFrom,
  isWorthALook,
  judgeGame,
  shortestUpTo,
  type Distribution,
} from '../domain/suspicion.ts';

export interface FlaggingParts {
  store: Store<Tables>;
  /** By number. */
  modes: ReadonlyMap<number, GameMode>;
  now: () => Date;
  newId: () => string;
}

export const ANTI_CHEAT_GROUP = 'games.anti-cheat';

/**
 * Learns from games what games are like, and flags those that are not like it. The inbox lets each event
 * count once; a flag decides nothing, an administrator does.
 */
export async function flagGames(parts: FlaggingParts, events: readonly Envelope[]): Promise<void> {
  const { store, modes } = parts;
  await store.transact(async (tx) => {
    const fresh = await firstDeliveries(tx, ANTI_CHEAT_GROUP, events);
    const games = fresh.flatMap(readScores).filter(({ mode }) => modes.has(mode));
    if (games.length === 0) return;
    const distributions = await addToDistributions(
      tx,
      games.map(({ mode: modeNumber, score }) => {
        const maxScore = modes.get(modeNumber)?.maxScorePerGame ?? score;
        return { modeNumber, score, maxScore };
      }),
    );
    const flags = await judge(tx, parts, games, distributions);
    const isNew = await insertCheatFlags(tx, flags);
    await appendToOutbox(
      tx,
      isNew.map((flag) => toMessage(parts, flag)),
    );
  });
}

async function judge(
  tx: Tx,
  { modes, now, newId }: FlaggingParts,
  games: readonly SubmittedScore[],
  distributions: ReadonlyMap<number, Distribution>,
): Promise<CheatFlag[]> {
  const looked = games.flatMap((game) => {
    const mode = modes.get(game.mode);
    const distribution = distributions.get(game.mode);
    if (mode === undefined || distribution === undefined) return [];
    const limits = { maxScore: mode.maxScorePerGame, ...plausibleSeconds(mode) };
    const seen = { id: game.id, score: game.score, durationSeconds: game.seconds };
    return isWorthALook(seen, limits, distribution) ? [{ game, limits, distribution }] : [];
  });
  if (looked.length === 0) return [];
  const recent = await findRecent(
    tx,
    looked.map(({ game, limits }) => ({
      playerNumber: game.player,
      modeNumber: game.mode,
      cappedFrom: cappedFrom(limits.maxScore),
      shortestUpTo: shortestUpTo(limits.minSeconds),
    })),
  );
  return looked.flatMap(({ game, distribution }, index): CheatFlag[] => {
    const habits = recent[index];
    const suspicion = habits && judgeGame(game.score, distribution, habits);
    if (suspicion === undefined) return [];
    return [
      {
        id: newId(),
        submissionId: game.id,
        playerNumber: game.player,
        modeNumber: game.mode,
        ...suspicion,
        status: 'OPEN',
        createdAt: now(),
        reviewedAt: null,
        reviewedBy: null,
        note: null,
      },
    ];
  });
}

function toMessage({ now, newId }: FlaggingParts, flag: CheatFlag) {
  const { id: flagId, submissionId, playerNumber, suspicion, reasons, zScore } = flag;
  const event: CheatEvent = {
    type: 'game.flagged',
    data: { flagId, submissionId, playerNumber, suspicion, reasons, zScore },
  };
  const envelope = {
    id: newId(),
    key: `player-${playerNumber}`,
    time: now().toISOString(),
    ...event,
  };
  return { topic: CHEAT_EVENTS, envelope };
}
