import { graphql } from '#schema/operations/generated/gql.ts';

export const CHEAT_FLAG = graphql(`
  fragment AdminCheatFlag on CheatFlag {
    id
    status
    suspicion
    reasons
    zScore
    createdAt
    reviewedAt
    note
    reviewedBy {
      id
      name
    }
    player {
      id
      username
    }
    mode {
      id
      name
    }
    submission {
      id
      score
      durationSeconds
      status
    }
  }
`);

export const CHEAT_FLAGS = graphql(`
  query CheatFlags($status: CheatFlagStatus!, $after: String) {
    cheatFlags(status: $status, first: 25, after: $after) {
      edges {
        cursor
        node {
          ...AdminCheatFlag
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export const REVIEW_CHEAT_FLAGS = graphql(`
  mutation ReviewCheatFlags($input: ReviewCheatFlagsInput!) {
    reviewCheatFlags(input: $input) {
      ...AdminCheatFlag
    }
  }
`);
