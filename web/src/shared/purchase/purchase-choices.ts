import { graphql } from '#schema/operations/generated/gql.ts';

/** Where it may be sent and how it may be paid, whichever way one buys. */
export const CHECKOUT_CHOICES = graphql(`
  query CheckoutChoices {
    me {
      id
      name
      addresses {
        id
        recipient
        line1
        line2
        postalCode
        city
        region
        country
        isDefault
      }
    }
    testPaymentTokens {
      token
      label
      outcome
    }
  }
`);
