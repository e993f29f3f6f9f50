import { graphql } from '#schema/operations/generated/gql.ts';

export const DEAD_LETTER_FIELDS = graphql(`
  fragment DeadLetterFields on DeadLetter {
    id
    group
    topic
    type
    key
    error
    attempts
    event
    failedAt
  }
`);

export const PART_MESSAGES_FIELDS = graphql(`
  fragment PartMessagesFields on PartMessages {
    name
    outboxPending
    groups {
      name
      lag
      deadLetters
    }
    deadLetters(first: 50) {
      edges {
        cursor
        node {
          ...DeadLetterFields
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

export const MESSAGES = graphql(`
  query AdminMessages {
    accountsMessages {
      ...PartMessagesFields
    }
    catalogMessages {
      ...PartMessagesFields
    }
    inventoryMessages {
      ...PartMessagesFields
    }
    ordersMessages {
      ...PartMessagesFields
    }
  }
`);

export const REDRIVE = graphql(`
  mutation RedriveDeadLetters(
    $input: RedriveDeadLettersInput!
    $accounts: Boolean!
    $catalog: Boolean!
    $inventory: Boolean!
    $orders: Boolean!
  ) {
    redriveAccountsDeadLetters(input: $input) @include(if: $accounts) {
      redriven {
        id
      }
    }
    redriveCatalogDeadLetters(input: $input) @include(if: $catalog) {
      redriven {
        id
      }
    }
    redriveInventoryDeadLetters(input: $input) @include(if: $inventory) {
      redriven {
        id
      }
    }
    redriveOrdersDeadLetters(input: $input) @include(if: $orders) {
      redriven {
        id
      }
    }
  }
`);

export const DISCARD = graphql(`
  mutation DiscardDeadLetters(
    $input: DiscardDeadLettersInput!
    $accounts: Boolean!
    $catalog: Boolean!
    $inventory: Boolean!
    $orders: Boolean!
  ) {
    discardAccountsDeadLetters(input: $input) @include(if: $accounts) {
      discarded {
        id
      }
    }
    discardCatalogDeadLetters(input: $input) @include(if: $catalog) {
      discarded {
        id
      }
    }
    discardInventoryDeadLetters(input: $input) @include(if: $inventory) {
      discarded {
        id
      }
    }
    discardOrdersDeadLetters(input: $input) @include(if: $orders) {
      discarded {
        id
      }
    }
  }
`);

export const LOCAL_MAILBOX = graphql(`
  query LocalMailbox($after: String) {
    localMailbox(first: 10, after: $after) {
      edges {
        cursor
        node {
          id
          channel
          recipient
          subject
          createdAt
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);
