import { LRUCache } from 'lru-cache';
import { findPlayerNumbers, findPlayers, findPlayersByNumber } from '../data/player.repository.ts';
import type { Db } from '../data/tables.ts';
import type { BriefPlayer, Player } from '../domain/player.ts';
import { isId } from '#platform/database/ids.ts';
import { createPlayerNumbers, type NumberedPlayer } from './player-numbers.ts';

/** About 40 MB when full. Players change neither name nor region, so nothing here grows old. */
const MAX_KNOWN = 100_000;

/** Players by id or number, in one statement for those that are not known yet. */
export interface KnownPlayers {
  findByIds: (ids: readonly string[]) => Promise<(Player | undefined)[]>;
  /** As much of each as is known here already, and all of those that are not. */
  findAnyByIds: (ids: readonly string[]) => Promise<(BriefPlayer | Player | undefined)[]>;
  /** For the thousands of scores of a second: numbers and regions alone, of many more players. */
  findNumbers: (ids: readonly string[]) => Promise<(NumberedPlayer | undefined)[]>;
  findByNumbers: (numbers: readonly number[]) => Promise<(Player | undefined)[]>;
  /** From here on as much is known of them, until others take their place. */
  learn: (players: readonly BriefPlayer[]) => void;
}

/** 48 MB at most, which the system gives as it is used. */
export const MAX_NUMBERED = 1_000_000;

export function createKnownPlayers(db: Db): KnownPlayers {
  const numbers = createPlayerNumbers(MAX_NUMBERED);
  const byId = new LRUCache<string, Player>({ max: MAX_KNOWN });
  const byNumber = new LRUCache<number, Player>({ max: MAX_KNOWN });

  function know(players: readonly Player[]): void {
    for (const player of players) {
      byId.set(player.id, player);
      byNumber.set(player.number, player);
    }
  }

  function findBrief(id: string): BriefPlayer | undefined {
    // The table does not look at dashes and case: an id is one of ours, or nobody's.
    const found = isId(id) && id === id.toLowerCase() ? numbers.find(id) : undefined;
    return found && { id, ...found };
  }

  async function findMissing<Known>(
    ids: readonly string[],
    findKnown: (id: string) => Known | undefined,
  ): Promise<(Known | Player | undefined)[]> {
    const found = new Map<string, Known | Player | undefined>(ids.map((id) => [id, findKnown(id)]));
    const unknown = [...found].flatMap(([id, player]) =>
      player === undefined && isId(id) ? [id] : [],
    );
    if (unknown.length > 0) {
      const players = await findPlayers(db, unknown);
      know(players);
      for (const player of players) found.set(player.id, player);
    }
    return ids.map((id) => found.get(id));
  }

  return {
    findByIds: (ids) => findMissing(ids, (id) => byId.get(id)),
    findAnyByIds: (ids) => findMissing(ids, (id) => byId.get(id) ?? findBrief(id)),

    async findNumbers(ids) {
      const found = ids.map((id) => numbers.find(id));
      const unknown = ids.filter((id, index) => found[index] === undefined && isId(id));
      if (unknown.length === 0) return found;
      const players = new Map(
        (await findPlayerNumbers(db, unknown)).map((player) => [player.id, player]),
      );
      for (const [id, player] of players) numbers.keep(id, player);
      return ids.map((id, index) => found[index] ?? players.get(id));
    },

    async findByNumbers(playerNumbers) {
      const found = new Map(playerNumbers.map((number) => [number, byNumber.get(number)]));
      const unknown = [...found].flatMap(([number, player]) =>
        player === undefined ? [number] : [],
      );
      if (unknown.length > 0) {
        const players = await findPlayersByNumber(db, unknown);
        know(players);
        for (const player of players) found.set(player.number, player);
      }
      return playerNumbers.map((number) => found.get(number));
    },

    learn(players) {
      for (const player of players) numbers.keep(player.id, player);
    },
  };
}
