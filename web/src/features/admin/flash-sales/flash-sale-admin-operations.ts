import { graphql } from '#schema/operations/generated/gql.ts';

export const ADMIN_FLASH_SALE = graphql(`
  fragment AdminFlashSale on FlashSale {
    ...FlashSaleState
    units
    unitsReserved
    unitsSold
    unitsReturned
    limitPerUser
    price {
      amountCents
      currency
    }
    product {
      id
      name
      sku
    }
  }
`);

export const ADMIN_FLASH_SALES = graphql(`
  query AdminFlashSales($filter: FlashSaleFilter, $after: String) {
    flashSales(filter: $filter, first: 25, after: $after) {
      totalCount
      edges {
        cursor
        node {
          ...AdminFlashSale
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export const ADMIN_FLASH_SALE_UPDATED = graphql(`
  subscription AdminFlashSaleUpdated($id: ID!) {
    flashSaleUpdated(id: $id) {
      ...AdminFlashSale
    }
  }
`);

export const SALE_PRODUCTS = graphql(`
  query SaleProducts($search: String!) {
    products(search: $search, first: 20) {
      edges {
        node {
          id
          name
          sku
          stock
        }
      }
    }
  }
`);

export const SCHEDULE_FLASH_SALE = graphql(`
  mutation ScheduleFlashSale($input: ScheduleFlashSaleInput!) {
    scheduleFlashSale(input: $input) {
      ... on FlashSale {
        ...AdminFlashSale
      }
      ... on InsufficientStock {
        message
      }
      ... on FlashSaleOverlap {
        message
      }
    }
  }
`);

export const CANCEL_FLASH_SALE = graphql(`
  mutation CancelFlashSale($input: CancelFlashSaleInput!) {
    cancelFlashSale(input: $input) {
      ... on FlashSale {
        ...AdminFlashSale
      }
      ... on FlashSaleAlreadyOver {
        message
      }
    }
  }
`);
