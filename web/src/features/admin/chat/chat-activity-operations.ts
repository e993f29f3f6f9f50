import { graphql } from '#schema/operations/generated/gql.ts';

export const ACTIVITY_FIELDS = graphql(`
  fragment ChatActivityFields on ChatActivity {
    onlineUsers
    activeUsers
    openStreams
    messagesPerSecond
    averageDeliveryMs
    sockets {
      state
      problems
      gateways
      open
      opened
      closed
      refused
      unanswered
      medianRoundTripMs
      longestRoundTripMs
      closes {
        code
        meaning
        count
      }
    }
    minutes {
      startedAt
      messages
      averageDeliveryMs
    }
  }
`);

export const CHAT_ACTIVITY = graphql(`
  query AdminChatActivity {
    chatActivity(minutes: 60) {
      ...ChatActivityFields
    }
  }
`);

export const CHAT_ACTIVITY_CHANGED = graphql(`
  subscription AdminChatActivityChanged {
    chatActivityChanged {
      ...ChatActivityFields
    }
  }
`);

export const MESSAGE_REPORTS = graphql(`
  query AdminMessageReports($after: String) {
    messageReports(isResolved: false, first: 25, after: $after) {
      edges {
        cursor
        node {
          id
          reason
          text
          createdAt
          resolvedAt
          sender {
            id
            name
          }
          reportedBy {
            id
            name
          }
          media {
            thumbnailUrl
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const RESOLVE_REPORT = graphql(`
  mutation ResolveMessageReport($id: ID!, $resolution: ReportResolution!) {
    resolveMessageReport(id: $id, resolution: $resolution) {
      id
      resolvedAt
      resolution
    }
  }
`);
