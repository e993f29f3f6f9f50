import { graphql } from '#schema/operations/generated/gql.ts';

export const MY_GAMES = graphql(`
  query MyGames {
    myPlayer {
      id
      username
      region
      level
      totalScore
      statistics {
        mode {
          id
          name
        }
        gamesPlayed
        totalScore
        bestScore
        averageScore
        secondsPlayed
      }
      rewards {
        season
        rank
        tier
        coins
        mode {
          id
          name
        }
      }
      following {
        id
        username
        region
        isFollowed
      }
    }
  }
`);

export const GAME = graphql(`
  fragment Game on Submission {
    id
    score
    durationSeconds
    submittedAt
    status
    mode {
      id
      name
    }
    effect {
      rankBefore
      rankAfter
      totalScore
      isPersonalBest
    }
  }
`);

export const MY_HISTORY = graphql(`
  query MyHistory($modeId: ID, $after: String) {
    myPlayer {
      id
      submissions(modeId: $modeId, first: 25, after: $after) {
        edges {
          cursor
          node {
            ...Game
          }
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  }
`);

export const CREATE_PLAYER = graphql(`
  mutation CreatePlayer($input: CreatePlayerInput!) {
    createPlayer(input: $input) {
      ... on Player {
        id
        username
        region
      }
      ... on UsernameTaken {
        message
      }
      ... on PlayerExists {
        message
      }
    }
  }
`);

export const SUBMIT_SCORE = graphql(`
  mutation SubmitScore($input: SubmitScoreInput!) {
    submitScore(input: $input) {
      ... on Submission {
        ...Game
      }
      ... on ScoreTooHigh {
        message
      }
      ... on ImplausibleDuration {
        message
      }
      ... on TooSoon {
        message
        retryAfterMs
      }
      ... on NoPlayer {
        message
      }
    }
  }
`);

export const SUBMISSION_COUNTED = graphql(`
  subscription SubmissionCounted($id: ID!) {
    submissionCounted(id: $id) {
      ...Game
    }
  }
`);

export const SUBMISSION = graphql(`
  query Submission($id: ID!) {
    submission(id: $id) {
      ...Game
    }
  }
`);

export const FOLLOW_PLAYER = graphql(`
  mutation FollowPlayer($playerId: ID!) {
    followPlayer(playerId: $playerId) {
      ... on Player {
        id
        username
        isFollowed
      }
      ... on TooManyFollowed {
        message
      }
    }
  }
`);

export const UNFOLLOW_PLAYER = graphql(`
  mutation UnfollowPlayer($playerId: ID!) {
    unfollowPlayer(playerId: $playerId)
  }
`);
