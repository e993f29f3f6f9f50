import { graphql } from '#schema/operations/generated/gql.ts';

export const CHECKOUT = graphql(`
  mutation Checkout($input: CheckoutInput!) {
    checkout(input: $input) {
      ... on Order {
        id
        status
      }
      ... on OutOfStock {
        message
        missing {
          requested
          available
          product {
            id
            name
          }
        }
      }
      ... on ProductsUnavailable {
        message
        products {
          id
          name
        }
      }
      ... on CartEmpty {
        message
      }
      ... on IdempotencyConflict {
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
    }
  }
`);

export const KEEP_ADDRESS = graphql(`
  mutation KeepAddress($input: AddressInput!) {
    addAddress(input: $input) {
      id
    }
  }
`);
