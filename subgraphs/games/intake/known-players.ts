import { isId } from '#platform/database/ids.ts';
import { findPlayers, findPlayersByNumber } from '../data/player.repository.ts';
import type { Db } from '../data/tables.ts';
import type { KnownPlayer } from '../domain/player.ts';
import { createPlayerTable, type NumberedPlayer } from './player-table.ts';

/**
 * Players by id or number, in one statement for those that are not known yet; one answer each, in order. Players do not
 * change, so nothing that is known grows old.
 */
export interface KnownPlayers {
  findByIds: (ids: readonly string[]) => Promise<(KnownPlayer | undefined)[]>;
  /** The same for the thousands of scores of a second, of which nothing else is wanted. */
  findNumbers: (ids: readonly string[]) => Promise<(NumberedPlayer | undefined)[]>;
  findByNumbers: (numbers: readonly number[]) => Promise<(KnownPlayer | undefined)[]>;
  /** From here on they are known, until others take their place. */
  learn: (players: readonly KnownPlayer[]) => void;
}

/** Of `maxPlayers` players as much is kept as is known of them. */
export function createKnownPlayers(db: Db, maxPlayers: number): KnownPlayers {
  const table = createPlayerTable(maxPlayers);

  function learn(players: readonly KnownPlayer[]): void {
    for (const player of players) table.keep(player);
  }

  async function findByIds<Found>(
    ids: readonly string[],
    findKnown: (id: string) => Found | undefined,
  ): Promise<(Found | KnownPlayer | undefined)[]> {
    const found = ids.map(findKnown);
    const unknown = ids.filter((id, index) => found[index] === undefined && isId(id));
    if (unknown.length === 0) return found;
    const players = await findPlayers(db, unknown);
    learn(players);
    const byId = new Map(players.map((player) => [player.id, player]));
    return ids.map((id, index) => found[index] ?? byId.get(id));
  }

  return {
    findByIds: (ids) => findByIds(ids, table.find),
    findNumbers: (ids) => findByIds(ids, table.findNumber),

    async findByNumbers(numbers) {
      const found = numbers.map(table.findByNumber);
      const unknown = numbers.filter((_number, index) => found[index] === undefined);
      if (unknown.length === 0) return found;
      const players = await findPlayersByNumber(db, unknown);
      learn(players);
      const byNumber = new Map(players.map((player) => [player.number, player]));
      return numbers.map((number, index) => found[index] ?? byNumber.get(number));
    },

    learn,
  };
}
