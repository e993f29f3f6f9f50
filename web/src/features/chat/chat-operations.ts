import { graphql } from '#schema/operations/generated/gql.ts';

export const MESSAGE_FIELDS = graphql(`
  fragment ChatMessageFields on Message {
    conversationId
    sequence
    clientId
    type
    text
    media {
      url
      thumbnailUrl
      width
      height
      placeholder
      contentType
    }
    replyTo {
      sequence
      text
      type
      deletedAt
      sender {
        id
        name
      }
    }
    reactions {
      emoji
      user {
        id
      }
    }
    sender {
      id
      name
    }
    createdAt
    editedAt
    deletedAt
  }
`);

export const CONVERSATION_FIELDS = graphql(`
  fragment ChatConversationFields on Conversation {
    id
    other {
      id
      name
      avatarUrl
      presence {
        isOnline
        lastSeenAt
      }
    }
    lastMessage {
      sequence
      text
      type
      deletedAt
      sender {
        id
      }
    }
    lastSequence
    unreadCount
    ownReceipt {
      deliveredSequence
      readSequence
    }
    otherReceipt {
      deliveredSequence
      readSequence
    }
    isBlocked
    lastActivityAt
  }
`);

export const CONVERSATIONS = graphql(`
  query ChatConversations($after: String) {
    conversations(first: 100, after: $after) {
      edges {
        node {
          ...ChatConversationFields
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const UNREAD_MESSAGES = graphql(`
  query ChatUnreadMessages {
    unreadMessageCount
  }
`);

export const CONVERSATION = graphql(`
  query ChatConversation($id: ID!) {
    conversation(id: $id) {
      ...ChatConversationFields
    }
  }
`);

export const MESSAGES_PAGE = graphql(`
  query ChatMessages($id: ID!, $beforeSequence: Int!, $first: Int!) {
    conversation(id: $id) {
      id
      messages(first: $first, beforeSequence: $beforeSequence) {
        messages {
          ...ChatMessageFields
        }
      }
    }
  }
`);

export const SEND_MESSAGE = graphql(`
  mutation SendChatMessage($input: SendMessageInput!) {
    sendMessage(input: $input) {
      ... on Message {
        ...ChatMessageFields
      }
      ... on ConversationBlocked {
        message
      }
      ... on ClientIdConflict {
        message
      }
      ... on MessageRateLimited {
        message
        retryAfterMs
      }
      ... on ChatBusy {
        message
        retryAfterMs
      }
    }
  }
`);

export const EDIT_MESSAGE = graphql(`
  mutation EditChatMessage($input: EditMessageInput!) {
    editMessage(input: $input) {
      ... on Message {
        ...ChatMessageFields
      }
      ... on MessageNotEditable {
        message
      }
    }
  }
`);

export const DELETE_MESSAGE = graphql(`
  mutation DeleteChatMessage($conversationId: ID!, $sequence: Int!) {
    deleteMessage(conversationId: $conversationId, sequence: $sequence) {
      ... on Message {
        ...ChatMessageFields
      }
      ... on MessageNotEditable {
        message
      }
    }
  }
`);

export const SET_REACTION = graphql(`
  mutation SetChatReaction($input: SetReactionInput!) {
    setReaction(input: $input) {
      ...ChatMessageFields
    }
  }
`);

export const REPORT_MESSAGE = graphql(`
  mutation ReportChatMessage($input: ReportMessageInput!) {
    reportMessage(input: $input)
  }
`);

export const ACKNOWLEDGE = graphql(`
  mutation AcknowledgeMessages($positions: [ConversationPosition!]!) {
    acknowledgeMessages(positions: $positions)
  }
`);

export const MARK_CONVERSATION_READ = graphql(`
  mutation MarkConversationRead($position: ConversationPosition!) {
    markConversationRead(position: $position) {
      id
      unreadCount
      ownReceipt {
        deliveredSequence
        readSequence
      }
    }
  }
`);

export const START_CONVERSATION = graphql(`
  mutation StartConversation($userId: ID!) {
    startConversation(userId: $userId) {
      ... on Conversation {
        ...ChatConversationFields
      }
      ... on UserNotFound {
        message
      }
      ... on ConversationBlocked {
        message
      }
    }
  }
`);

export const FIND_PEOPLE = graphql(`
  query FindPeople($text: String!) {
    findUsers(text: $text) {
      id
      name
      username
      avatarUrl
    }
  }
`);

export const CONTACTS = graphql(`
  query ChatContacts {
    contacts {
      id
      name
      username
      avatarUrl
    }
  }
`);

export const ADD_CONTACT = graphql(`
  mutation AddContact($userId: ID!) {
    addContact(userId: $userId) {
      id
    }
  }
`);

export const BLOCK_USER = graphql(`
  mutation BlockUser($userId: ID!) {
    blockUser(userId: $userId) {
      id
    }
  }
`);

export const UNBLOCK_USER = graphql(`
  mutation UnblockUser($userId: ID!) {
    unblockUser(userId: $userId)
  }
`);

export const START_TYPING = graphql(`
  mutation StartTyping($conversationId: ID!) {
    startTyping(conversationId: $conversationId)
  }
`);

export const STOP_TYPING = graphql(`
  mutation StopTyping($conversationId: ID!) {
    stopTyping(conversationId: $conversationId)
  }
`);

export const SEARCH_MESSAGES = graphql(`
  query SearchChatMessages($filter: MessageFilter!, $after: String) {
    searchMessages(filter: $filter, first: 25, after: $after) {
      edges {
        node {
          highlights {
            start
            length
          }
          message {
            conversationId
            sequence
            type
            text
            createdAt
            sender {
              id
              name
            }
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

export const REQUEST_UPLOAD = graphql(`
  mutation RequestUpload($input: RequestUploadInput!) {
    requestUpload(input: $input) {
      ... on MediaUpload {
        mediaId
        url
        headers {
          name
          value
        }
      }
      ... on UploadRefused {
        message
      }
    }
  }
`);

export const FINISH_UPLOAD = graphql(`
  mutation FinishUpload($mediaId: ID!) {
    finishUpload(mediaId: $mediaId) {
      ... on ReadyMedia {
        mediaId
      }
      ... on UploadRefused {
        message
      }
    }
  }
`);
