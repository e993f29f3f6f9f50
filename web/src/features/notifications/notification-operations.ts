import { graphql } from '#schema/operations/generated/gql.ts';

export const NOTIFICATION_FIELDS = graphql(`
  fragment NotificationFields on Notification {
    id
    kind
    channel
    status
    sentAt
    subject
    body
    orderId
    createdAt
    readAt
  }
`);

export const UNREAD_COUNT = graphql(`
  query UnreadCount {
    me {
      id
      notifications(first: 1) {
        unreadCount
      }
    }
  }
`);

export const NOTIFICATIONS = graphql(`
  query Notifications($unreadOnly: Boolean!, $after: String) {
    me {
      id
      notifications(first: 25, unreadOnly: $unreadOnly, after: $after) {
        unreadCount
        totalCount
        edges {
          cursor
          node {
            ...NotificationFields
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

export const NOTIFICATION_RECEIVED = graphql(`
  subscription NotificationReceived {
    notificationReceived {
      ...NotificationFields
    }
  }
`);

export const MARK_READ = graphql(`
  mutation MarkNotificationsRead($ids: [ID!]) {
    markNotificationsRead(ids: $ids)
  }
`);
