import { graphql } from '#schema/operations/generated/gql.ts';

export const BOARD_ENTRY = graphql(`
  fragment BoardEntry on LeaderboardEntry {
    rank
    score
    percentile
    player {
      id
      username
      region
    }
  }
`);

export const BOARD_PAGE = graphql(`
  query BoardPage($input: LeaderboardInput!, $fromRank: Int!) {
    leaderboard(input: $input) {
      period
      endsAt
      isClosed
      totalPlayers
      entries(first: 100, fromRank: $fromRank) {
        ...BoardEntry
      }
    }
  }
`);

export const BOARD_EVENT = graphql(`
  fragment BoardEvent on GameEvent {
    id
    name
    status
    startsAt
    endsAt
    multiplier
    participants
  }
`);

export const BOARD_EVENTS = graphql(`
  query BoardEvents($modeId: ID!) {
    gameEvents(modeId: $modeId, includeOver: true, first: 30) {
      ...BoardEvent
    }
  }
`);

export const BOARD_CHANGED = graphql(`
  subscription BoardChanged($modeId: ID!, $window: LeaderboardWindow!) {
    leaderboardChanged(modeId: $modeId, window: $window) {
      totalPlayers
      entries(first: 10) {
        ...BoardEntry
      }
    }
  }
`);

export const RECENT_SCORES = graphql(`
  subscription RecentScores($modeId: ID!) {
    recentScores(modeId: $modeId) {
      score
      submittedAt
      player {
        id
        username
        region
      }
    }
  }
`);

export const OWN_PLACE = graphql(`
  query OwnPlace($input: LeaderboardInput!) {
    myPlayer {
      id
      username
      rank(input: $input) {
        rank
        score
        percentile
      }
    }
  }
`);

export const OWN_RANK_CHANGED = graphql(`
  subscription OwnRankChanged($playerId: ID!, $modeId: ID!) {
    rankChanged(playerId: $playerId, modeId: $modeId) {
      rank
      score
    }
  }
`);

/** The points that two ranks have. */
export const TIER_SCORES = graphql(`
  query TierScores($input: LeaderboardInput!, $goalRank: Int!, $fromRank: Int!) {
    leaderboard(input: $input) {
      goal: entries(first: 1, fromRank: $goalRank) {
        score
      }
      from: entries(first: 1, fromRank: $fromRank) {
        score
      }
    }
  }
`);

export const PLAYER_PLACE = graphql(`
  query PlayerPlace($id: ID!, $input: LeaderboardInput!) {
    player(id: $id) {
      id
      username
      rank(input: $input) {
        rank
      }
    }
  }
`);
