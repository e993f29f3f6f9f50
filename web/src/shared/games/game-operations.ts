import { graphql } from '#schema/operations/generated/gql.ts';

export const GAME_MODES = graphql(`
  query GameModes {
    gameModes {
      id
      name
      maxScorePerGame
      averageDurationMinutes
    }
  }
`);

/** What the first of each mode get when a season ends. */
export const SEASON_REWARD_TIERS = graphql(`
  query SeasonRewardTiers {
    seasonRewardTiers {
      upToRank
      name
      coins
    }
  }
`);

/** The player of whoever is signed in. */
export const MY_PLAYER = graphql(`
  query MyPlayer {
    myPlayer {
      id
      username
      region
      level
      totalScore
    }
  }
`);

export const SEARCH_PLAYERS = graphql(`
  query SearchPlayers($username: String!) {
    searchPlayers(username: $username, first: 10) {
      id
      username
      region
    }
  }
`);
