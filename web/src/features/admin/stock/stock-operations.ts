import { graphql } from '#schema/operations/generated/gql.ts';

export const STOCK_LEVEL = graphql(`
  fragment StockLevelFields on StockLevel {
    available
    reserved
    onHand
    sold
    received
    updatedAt
    warehouse {
      id
      code
      name
    }
    product {
      id
      name
      sku
      imageUrl
    }
  }
`);

export const STOCK_LEVELS = graphql(`
  query StockLevels($filter: StockLevelFilter, $after: String) {
    stockLevels(filter: $filter, first: 25, after: $after) {
      totalCount
      edges {
        cursor
        node {
          ...StockLevelFields
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export const WAREHOUSES = graphql(`
  query Warehouses {
    warehouses {
      id
      code
      name
      city
    }
  }
`);

export const FIND_PRODUCTS = graphql(`
  query FindProducts($search: String!) {
    products(search: $search, first: 50) {
      edges {
        node {
          id
        }
      }
    }
  }
`);

export const ADJUST_STOCK = graphql(`
  mutation AdjustStock($input: AdjustStockInput!) {
    adjustStock(input: $input) {
      ... on StockLevel {
        ...StockLevelFields
      }
      ... on InsufficientStock {
        message
        available
      }
    }
  }
`);
