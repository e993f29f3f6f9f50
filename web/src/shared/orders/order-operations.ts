import { graphql } from '#schema/operations/generated/gql.ts';

export const ORDER_DETAIL = graphql(`
  fragment OrderDetail on Order {
    id
    status
    cancellationReason
    isCancellable
    placedAt
    updatedAt
    estimatedDeliveryAt
    customer {
      id
      name
    }
    timeline {
      at
      status
      message
    }
    lines {
      productName
      quantity
      unitPrice {
        amountCents
        currency
      }
      lineTotal {
        amountCents
        currency
      }
      product {
        id
        imageUrl
      }
    }
    subtotal {
      amountCents
      currency
    }
    shippingFee {
      amountCents
      currency
    }
    total {
      amountCents
      currency
    }
    payment {
      method
      status
      failure
      attempts
      chargedAt
      refundedAt
    }
    shipment {
      id
      carrier
      trackingNumber
      status
      estimatedDeliveryAt
    }
    shippingAddress {
      recipient
      line1
      line2
      postalCode
      city
      region
      country
    }
  }
`);

export const ORDER = graphql(`
  query Order($id: ID!) {
    order(id: $id) {
      ...OrderDetail
    }
  }
`);

export const ORDER_UPDATED = graphql(`
  subscription OrderUpdated($id: ID!) {
    orderUpdated(id: $id) {
      ...OrderDetail
    }
  }
`);

export const CANCEL_ORDER = graphql(`
  mutation CancelOrder($input: CancelOrderInput!) {
    cancelOrder(input: $input) {
      ... on Order {
        ...OrderDetail
      }
      ... on OrderNotCancellable {
        message
        order {
          ...OrderDetail
        }
      }
    }
  }
`);
