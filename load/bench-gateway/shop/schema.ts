/** One of the four subgraphs of the benchmark. */
export interface ShopSubgraph {
  name: 'users' | 'products' | 'reviews' | 'inventory';
  sdl: string;
}

const LINK = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.9"
  import: ["@key", "@external", "@requires", "@provides", "@shareable"]
)`;

/** Entities that belong to several subgraphs, so that one list asks each of them, level by level. */
export const SHOP_SUBGRAPHS: readonly ShopSubgraph[] = [
  {
    name: 'users',
    sdl: `${LINK}
      type Query { users: [User!]! me: User! }
      type User @key(fields: "id") { id: ID! name: String! username: String! @shareable birthday: String! }`,
  },
  {
    name: 'products',
    sdl: `${LINK}
      type Query { topProducts(first: Int! = 5): [Product!]! }
      type Mutation { priceProduct(upc: ID!, price: Int!): Product! }
      type Product @key(fields: "upc") { upc: ID! name: String! price: Int! weight: Int! }`,
  },
  {
    name: 'reviews',
    sdl: `${LINK}
      type Review @key(fields: "id") {
        id: ID!
        body: String!
        author: User! @provides(fields: "username")
        product: Product!
      }
      type User @key(fields: "id") { id: ID! username: String! @external reviews: [Review!]! }
      type Product @key(fields: "upc") { upc: ID! reviews: [Review!]! }`,
  },
  {
    name: 'inventory',
    sdl: `${LINK}
      type Product @key(fields: "upc") {
        upc: ID!
        weight: Int! @external
        price: Int! @external
        inStock: Boolean!
        shippingEstimate: Int! @requires(fields: "price weight")
      }`,
  },
];

/** The same graph as one schema: what no federation can beat. */
export const MERGED_SDL = `
  type Query { users: [User!]! me: User! topProducts(first: Int! = 5): [Product!]! }
  type Mutation { priceProduct(upc: ID!, price: Int!): Product! }
  type User { id: ID! name: String! username: String! birthday: String! reviews: [Review!]! }
  type Review { id: ID! body: String! author: User! product: Product! }
  type Product {
    upc: ID!
    name: String!
    price: Int!
    weight: Int!
    inStock: Boolean!
    shippingEstimate: Int!
    reviews: [Review!]!
  }`;
