import { graphql } from '#schema/operations/generated/gql.ts';

export const GAME_ACTIVITY = graphql(`
  fragment Activity on GameActivity {
    at
    activePlayers
    scoresPerSecond
    lastMinute
    lag
    openFlags
    modes {
      scoresPerSecond
      mode {
        id
        name
      }
    }
  }
`);

export const MODE_SCORES = graphql(`
  fragment ModeScores on GameMode {
    id
    name
    scores {
      games
      mean
      deviation
      median: percentile(share: 0.5)
      p90: percentile(share: 0.9)
      p99: percentile(share: 0.99)
      bars {
        from
        to
        games
      }
    }
  }
`);

export const ADMIN_MODE_SCORES = graphql(`
  query AdminModeScores {
    gameModes {
      ...ModeScores
    }
  }
`);

export const GAME_ACTIVITY_CHANGED = graphql(`
  subscription GameActivityChanged {
    gameActivityChanged {
      ...Activity
    }
  }
`);

export const ADMIN_GAME_EVENT = graphql(`
  fragment AdminGameEvent on GameEvent {
    id
    name
    status
    startsAt
    endsAt
    multiplier
    participants
    mode {
      id
      name
    }
  }
`);

export const ADMIN_GAME_EVENTS = graphql(`
  query AdminGameEvents($includeOver: Boolean!) {
    gameEvents(includeOver: $includeOver, first: 50) {
      ...AdminGameEvent
    }
  }
`);

export const SCHEDULE_GAME_EVENT = graphql(`
  mutation ScheduleGameEvent($input: ScheduleGameEventInput!) {
    scheduleGameEvent(input: $input) {
      ...AdminGameEvent
    }
  }
`);

export const CANCEL_GAME_EVENT = graphql(`
  mutation CancelGameEvent($id: ID!) {
    cancelGameEvent(id: $id) {
      ... on GameEvent {
        ...AdminGameEvent
      }
      ... on GameEventOver {
        message
      }
    }
  }
`);

export const SCORE_ADJUSTMENTS = graphql(`
  query ScoreAdjustments($after: String) {
    scoreAdjustments(first: 25, after: $after) {
      edges {
        cursor
        node {
          id
          kind
          reason
          scoreCount
          createdAt
          correctedAt
          madeBy {
            id
            name
          }
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export const REMOVE_SCORES = graphql(`
  mutation RemoveScores($input: RemoveScoresInput!) {
    removeScores(input: $input) {
      ... on ScoreAdjustment {
        id
        scoreCount
      }
      ... on NoScoresToAdjust {
        message
      }
    }
  }
`);

export const RESTORE_SCORES = graphql(`
  mutation RestoreScores($input: RestoreScoresInput!) {
    restoreScores(input: $input) {
      ... on ScoreAdjustment {
        id
        scoreCount
      }
      ... on NoScoresToAdjust {
        message
      }
    }
  }
`);

export const SEASONS = graphql(`
  query Seasons {
    seasons(first: 8) {
      name
      startsAt
      endsAt
      status
    }
    seasonRewardTiers {
      name
      upToRank
      coins
    }
  }
`);

export const SET_SEASON_REWARDS = graphql(`
  mutation SetSeasonRewards($input: SetSeasonRewardsInput!) {
    setSeasonRewards(input: $input) {
      upToRank
      name
      coins
    }
  }
`);

export const CLOSE_SEASON = graphql(`
  mutation CloseSeason($season: String!) {
    closeSeason(season: $season) {
      ... on SeasonClosed {
        paidCount
      }
      ... on SeasonNotOver {
        message
      }
    }
  }
`);
