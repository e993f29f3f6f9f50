const link = (imports: string) => `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${imports}])
  @link(url: "https://specs.plaza.example/public/v1.0", import: ["@public"])
  @composeDirective(name: "@public")
directive @public(replay: Boolean! = false) on FIELD_DEFINITION
`;

/** Where events begin: the same event on a public field and on a viewer's own. */
export const TICKS = `${link('"@key", "@composeDirective"')}
  type Query { started: Boolean! }
  type Subscription { tick: Tick! @public myTick: Tick! }
  type Tick { at: Float! @public product: Product! @public }
  type Product @key(fields: "id") { id: ID! @public }
`;

/** What another subgraph adds to each event. */
export const PRODUCTS = `${link('"@key", "@composeDirective"')}
  type Product @key(fields: "id") { id: ID! @public name: String! @public price: Int! @public }
`;

const SELECTION = '{ at product { id name price } }';
export const PUBLIC_OPERATION = `subscription { tick ${SELECTION} }`;
export const PRIVATE_OPERATION = `subscription { myTick ${SELECTION} }`;
