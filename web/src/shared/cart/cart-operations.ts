import { graphql } from '#schema/operations/generated/gql.ts';

export const CART_FIELDS = graphql(`
  fragment CartFields on Cart {
    lines {
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
        name
        imageUrl
        stock
        status
        category {
          slug
          name
        }
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
    totalQuantity
  }
`);

export const CART = graphql(`
  query Cart {
    cart {
      ...CartFields
    }
  }
`);

export const ADD_TO_CART = graphql(`
  mutation AddToCart($input: AddToCartInput!) {
    addToCart(input: $input) {
      ...CartFields
    }
  }
`);

export const SET_CART_QUANTITY = graphql(`
  mutation SetCartQuantity($input: SetCartQuantityInput!) {
    setCartQuantity(input: $input) {
      ...CartFields
    }
  }
`);

/**
 * What reads and changes the cart travels in this lane, one after the other: an answer from before a change
 * must not come after the change's own.
 */
export const CART_LANE = { lane: 'cart' };
