import { graphql } from '#schema/operations/generated/gql.ts';

export const FLASH_SALES = graphql(`
  query FlashSales {
    flashSales(first: 6) {
      edges {
        cursor
        node {
          ...FlashSaleState
          units
          price {
            amountCents
            currency
          }
          product {
            id
            name
            imageUrl
            price {
              amountCents
              currency
            }
          }
        }
      }
    }
  }
`);

export const PLACE_FLASH_ORDER = graphql(`
  mutation PlaceFlashOrder($input: PlaceFlashOrderInput!) {
    placeFlashOrder(input: $input) {
      ... on Order {
        id
      }
      ... on QueuePlace {
        id
        message
        position
        estimatedWaitMs
      }
      ... on SoldOut {
        message
      }
      ... on SaleNotStarted {
        message
      }
      ... on SaleEnded {
        message
      }
      ... on LimitReached {
        message
      }
      ... on RateLimited {
        message
        retryAfterMs
      }
      ... on Busy {
        message
        retryAfterMs
      }
      ... on IdempotencyConflict {
        message
      }
    }
  }
`);

export const QUEUE_POSITION_CHANGED = graphql(`
  subscription QueuePositionChanged($id: ID!) {
    queuePositionChanged(id: $id) {
      ... on Order {
        id
      }
      ... on QueuePlace {
        id
        message
        position
        estimatedWaitMs
      }
      ... on SoldOut {
        message
      }
      ... on SaleEnded {
        message
      }
      ... on LimitReached {
        message
      }
    }
  }
`);
