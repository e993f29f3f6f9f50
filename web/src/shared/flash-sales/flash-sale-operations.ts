import { graphql } from '#schema/operations/generated/gql.ts';

export const FLASH_SALE_STATE = graphql(`
  fragment FlashSaleState on FlashSale {
    id
    status
    unitsLeft
    queueLength
    startsAt
    endsAt
    serverTime
  }
`);

export const FLASH_SALE = graphql(`
  query FlashSale($id: ID!) {
    flashSale(id: $id) {
      ...FlashSaleState
      units
      limitPerUser
      price {
        amountCents
        currency
      }
      product {
        id
        name
        description
        imageUrl
        price {
          amountCents
          currency
        }
      }
    }
  }
`);

export const FLASH_SALE_UPDATED = graphql(`
  subscription FlashSaleUpdated($id: ID!) {
    flashSaleUpdated(id: $id) {
      ...FlashSaleState
    }
  }
`);
