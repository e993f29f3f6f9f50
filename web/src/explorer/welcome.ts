/** What the explorer shows first. */
export const WELCOME = `# Welcome to Plaza's explorer.
#
# The schema is documented in the panel on the left. To run operations as somebody, sign in:
#
#   mutation {
#     login(input: { email: "…", password: "…" }) { ... on Session { accessToken } }
#   }
#
# and put {"authorization": "Bearer <accessToken>"} into Headers below.
#
# As an administrator, open Plan on the left: it shows how each operation is answered,
# which subgraphs are asked for what, and how long each takes.

query Shop {
  products(first: 5, sort: NEWEST) {
    totalCount
    edges {
      node {
        id
        name
        price {
          amountCents
          currency
        }
        stock
      }
    }
  }
}
`;
