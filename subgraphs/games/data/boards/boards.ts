import type { Redis } from 'ioredis';
import type { Db } from '../tables.ts';
import { createTurns } from '#platform/resilience/turns.ts';
import { addScores, setPlaces, type AddedScore, type ScoreEffect } from './board-scores.ts';
import { findPlaces, readPage, type BoardPage, type Place } from './read-boards.ts';
import { allowLongStatements, lockBoard } from './lock-board.ts';
import { forgetBoard, isBoardKnown, rebuildBoard } from './rebuild-board.ts';
import { findStoredPlaces, wholeContent, type BoardContent } from './stored-places.ts';

/** Boards in Redis, made of history when Redis does not have them: that of all regions, and with it those of each. */
export interface Boards {
  /** On a board of all regions, and on those of each. One answer a score, in their order. The scores are stored by then. */
  add: (content: BoardContent, scores: readonly AddedScore[]) => Promise<ScoreEffect[]>;
  readPage: (content: BoardContent, fromRank: number, count: number) => Promise<BoardPage>;
  find: (content: BoardContent, playerNumbers: readonly number[]) => Promise<(Place | undefined)[]>;
  /** Brings players to what history says of them, after some of it was taken away. */
  correct: (content: BoardContent, playerNumbers: readonly number[]) => Promise<void>;
  /** Forgets the board, and makes it anew of history. */
  remake: (content: BoardContent) => Promise<void>;
}

/** A flush in the middle is no reason to give up; one after another is. */
const MAX_ATTEMPTS = 5;
/** How often a player may have something newer while being corrected. */
const MAX_CORRECTIONS = 20;

/**
 * Scripts that add scores, on their way at once: Redis does all that has come on one connection before it looks at another,
 * where somebody asks for a rank.
 */
const ADDING_SCRIPTS = 1;
/**
 * A list of so many scores of one board is one that has waited: counting has to catch up before ranks come sooner. The longer it is,
 * the less Redis waits for the next script.
 */
const CATCHING_UP = [
  { from: 1_000, scripts: 5 },
  { from: 550, scripts: 2 },
];

export function createBoards(parts: { redis: Redis; db: Db; newId: () => string }): Boards {
  const { redis, db } = parts;
  const rebuilding = new Map<string, Promise<void>>();
  const turns = createTurns(ADDING_SCRIPTS);
  const turnsToCatchUp = CATCHING_UP.map(({ from, scripts }) => ({
    from,
    turns: createTurns(scripts),
  }));
  const turnsOf = ({ length }: { length: number }) =>
    turnsToCatchUp.find(({ from }) => length >= from)?.turns ?? turns;

  /** One rebuild of a group at a time in this process. */
  function rebuild(content: BoardContent): Promise<void> {
    const { group } = content.board;
    const running = rebuilding.get(group);
    if (running !== undefined) return running;
    const started = rebuildBoard(parts, wholeContent(content)).finally(() =>
      rebuilding.delete(group),
    );
    rebuilding.set(group, started);
    return started;
  }

  return {
    async add(content, scores) {
      const takeTurns = turnsOf(scores);
      for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
        const effects = await addScores(redis, content.board, scores, takeTurns);
        if (effects !== undefined) return effects;
        // The rebuild may have read history before these scores were stored: they are added once more,
        // and those that were read count as they are.
        await rebuild(content);
      }
      throw new Error(`${content.board.name} is forgotten as soon as it is written`);
    },

    async readPage(content, fromRank, count) {
      const page = await readPage(redis, content.board, fromRank, count);
      if (page.isKnown) return page;
      await rebuild(content);
      return readPage(redis, content.board, fromRank, count);
    },

    async find(content, playerNumbers) {
      const { board } = content;
      const [isKnown, places] = await Promise.all([
        isBoardKnown(redis, board),
        findPlaces(redis, board, playerNumbers),
      ]);
      if (isKnown) return places;
      await rebuild(content);
      return findPlaces(redis, board, playerNumbers);
    },

    async correct(content, playerNumbers) {
      const whole = wholeContent(content);
      const { name } = whole.board;
      if (playerNumbers.length === 0) return;
      await db.transaction().execute(async (tx) => {
        await allowLongStatements(tx);
        await lockBoard(tx, name);
        // What is not known is made of all of history when somebody wants it.
        if (!(await isBoardKnown(redis, whole.board))) return;
        let left = playerNumbers;
        for (let attempt = 1; left.length > 0; attempt++) {
          if (attempt > MAX_CORRECTIONS) throw new Error(`${name} does not settle`);
          left = await setPlaces(redis, whole.board, await findStoredPlaces(tx, whole, left));
        }
      });
    },

    async remake(content) {
      await forgetBoard(redis, content.board);
      await rebuild(content);
    },
  };
}
