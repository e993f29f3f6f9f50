import type { Live } from '#platform/live/live.ts';
import type { Log } from '#platform/telemetry/log.ts';
import type { Boards } from '../data/boards/boards.ts';
import type { Place } from '../data/boards/read-boards.ts';
import type { BoardContent } from '../data/boards/stored-places.ts';
import { modeChannel } from './channels.ts';
import { createWatch, type Watch } from './watch.ts';

/** A viewer sees a change within half a second: half of it while changes follow each other, a tenth when they come alone. */
const TOP_PACE = { lookGapMs: 50, minGapMs: 250 };
/** A player hears of the own place once a second. */
const PLACE_PACE = { lookGapMs: 125, minGapMs: 1_000 };
/** A move of fewer places is no news, except among the first. */
const NEWS_PLACES = 10;
const FIRST_PLACES = 100;
const TOP = 10;

export interface PlaceOnBoard {
  place: Place;
  totalPlayers: number;
}

export interface TopOfBoard {
  content: BoardContent;
  totalPlayers: number;
  places: readonly Place[];
}

export interface Watches {
  followPlace: (
    content: BoardContent,
    playerNumber: number,
    signal?: AbortSignal,
  ) => AsyncIterableIterator<PlaceOnBoard>;
  /** Of the board that is the current one at each moment: the next day's follows a day's. */
  followTop: (
    current: () => BoardContent,
    signal?: AbortSignal,
  ) => AsyncIterableIterator<TopOfBoard>;
  stop: () => void;
}

export function createWatches(options: { live: Live; log: Log; boards: Boards }): Watches {
  const { boards } = options;
  const shared = { ...options, now: () => performance.now() };
  const contents = new Map<string, BoardContent>();
  /** By mode and window: bounded by those there are. */
  const currents = new Map<string, () => BoardContent>();

  const places: Watch<PlaceOnBoard> = createWatch({
    ...shared,
    ...PLACE_PACE,
    read: readPlaces,
    isNews: ({ place }, { place: last }) => isNewPlace(place, last),
  });
  const tops: Watch<TopOfBoard> = createWatch({
    ...shared,
    ...TOP_PACE,
    read: (names) => Promise.all(names.map(readTop)),
    isNews: ({ places: top }, { places: last }) => !isSameTop(top, last),
  });

  /** Keys are a player's number and a board's name; one call a board. */
  async function readPlaces(keys: readonly string[]): Promise<(PlaceOnBoard | undefined)[]> {
    const subjects = keys.map((key) => {
      const at = key.indexOf('@');
      return { playerNumber: Number(key.slice(0, at)), board: key.slice(at + 1) };
    });
    const found = new Map<string, PlaceOnBoard>();
    await Promise.all(
      Array.from(
        Map.groupBy(subjects, ({ board }) => board),
        async ([board, ofBoard]) => {
          const content = contents.get(board);
          if (content === undefined) return;
          const [{ totalPlayers }, placesOfBoard] = await Promise.all([
            boards.readPage(content, 1, 0),
            boards.find(
              content,
              ofBoard.map(({ playerNumber }) => playerNumber),
            ),
          ]);
          for (const place of placesOfBoard) {
            if (place !== undefined)
              found.set(`${place.playerNumber}@${board}`, { place, totalPlayers });
          }
        },
      ),
    );
    return keys.map((key) => found.get(key));
  }

  async function readTop(key: string): Promise<TopOfBoard | undefined> {
    const content = currents.get(key)?.();
    if (content === undefined) return undefined;
    const { totalPlayers, places: top } = await boards.readPage(content, 1, TOP);
    return { content, totalPlayers, places: top };
  }

  return {
    followPlace(content, playerNumber, signal) {
      const { name, modeId } = content.board;
      contents.set(name, content);
      const key = `${playerNumber}@${name}`;
      return places.follow({ key, channel: modeChannel(modeId) }, signal);
    },
    followTop(current, signal) {
      const { modeId, period } = current().board;
      const key = `${modeId}:${period.window}`;
      currents.set(key, current);
      return tops.follow({ key, channel: modeChannel(modeId) }, signal);
    },
    stop() {
      places.stop();
      tops.stop();
    },
  };
}

function isNewPlace(place: Place, last: Place): boolean {
  const moved = Math.abs(place.rank - last.rank);
  if (Math.min(place.rank, last.rank) <= FIRST_PLACES) {
    return moved > 0 || place.points !== last.points;
  }
  return moved >= NEWS_PLACES;
}

const isSameTop = (top: readonly Place[], last: readonly Place[]): boolean =>
  top.length === last.length &&
  top.every((place, index) => {
    const other = last[index];
    return place.playerNumber === other?.playerNumber && place.points === other.points;
  });
