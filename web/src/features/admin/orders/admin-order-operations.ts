import { graphql } from '#schema/operations/generated/gql.ts';

export const ORDER_ROW = graphql(`
  fragment AdminOrderRow on Order {
    id
    status
    placedAt
    customer {
      id
      name
    }
    lines {
      productName
      quantity
    }
    total {
      amountCents
      currency
    }
  }
`);

export const ADMIN_ORDERS = graphql(`
  query AdminOrders($filter: OrderFilter, $after: String) {
    orders(filter: $filter, first: 50, after: $after) {
      totalCount
      isTotalCountExact
      edges {
        cursor
        node {
          ...AdminOrderRow
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export const ORDER_PLACED = graphql(`
  subscription OrderPlaced {
    orderPlaced {
      ...AdminOrderRow
    }
  }
`);

export const ORDER_STATUS_CHANGED = graphql(`
  subscription OrderStatusChanged($id: ID!) {
    orderUpdated(id: $id) {
      id
      status
    }
  }
`);
