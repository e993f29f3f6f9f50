import { graphql } from '#schema/operations/generated/gql.ts';

export const MESSAGE_RECEIVED = graphql(`
  subscription ChatMessageReceived($after: [ConversationPosition!]) {
    messageReceived(after: $after) {
      ...ChatMessageFields
    }
  }
`);

export const MESSAGE_ARRIVED = graphql(`
  subscription ChatMessageArrived {
    messageReceived {
      conversationId
      sequence
    }
  }
`);

export const MESSAGE_CHANGED = graphql(`
  subscription ChatMessageChanged {
    messageChanged {
      ...ChatMessageFields
    }
  }
`);

export const MESSAGE_STATUS_CHANGED = graphql(`
  subscription ChatMessageStatusChanged {
    messageStatusChanged {
      conversation {
        id
      }
      user {
        id
      }
      deliveredSequence
      readSequence
    }
  }
`);

export const TYPING_CHANGED = graphql(`
  subscription ChatTypingChanged {
    typingChanged {
      conversationId
      isTyping
    }
  }
`);

export const PRESENCE_CHANGED = graphql(`
  subscription ChatPresenceChanged {
    presenceChanged {
      user {
        id
      }
      isOnline
      lastSeenAt
    }
  }
`);
