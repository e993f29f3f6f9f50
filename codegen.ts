import { existsSync, readdirSync } from 'node:fs';
import type { CodegenConfig } from '@graphql-codegen/cli';
import { addTypenameSelectionDocumentTransform } from '@graphql-codegen/client-preset';

const subgraphs = readdirSync('subgraphs', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .filter((name) => existsSync(`subgraphs/${name}/schema.graphql`));

/** What a resolver receives as its parent where that is not what the schema shows: `models.ts` of the subgraph. */
const mappers: Record<string, Record<string, string>> = {
  accounts: {
    User: '../models.ts#UserModel',
    UserConnection: '../models.ts#UserConnectionModel',
    Address: '../models.ts#AddressModel',
    Notification: '../models.ts#NotificationModel',
    NotificationConnection: '../models.ts#NotificationConnectionModel',
    PartnerKey: '../models.ts#PartnerKeyModel',
    Session: '../models.ts#SessionModel',
  },
  catalog: {
    Product: '../models.ts#ProductModel',
    Category: '../models.ts#CategoryModel',
    ProductConnection: '../models.ts#ProductConnectionModel',
  },
  inventory: {
    Product: '../models.ts#ProductModel',
    Warehouse: '../models.ts#WarehouseModel',
    StockLevel: '../models.ts#StockLevelModel',
    StockLevelConnection: '../models.ts#StockLevelConnectionModel',
  },
  orders: {
    Product: '../models.ts#ProductReference',
    User: '../models.ts#UserReference',
    Cart: '../models.ts#CartModel',
    CartLine: '../models.ts#CartLineModel',
    Order: '../models.ts#OrderModel',
    OrderLine: '../models.ts#OrderLineModel',
    Payment: '../models.ts#PaymentModel',
    Shipment: '../models.ts#ShipmentModel',
  },
};

const resolvers = subgraphs.map((name) => [
  `subgraphs/${name}/generated/resolvers.ts`,
  {
    schema: `subgraphs/${name}/schema.graphql`,
    plugins: ['typescript', 'typescript-resolvers'],
    config: {
      federation: true,
      contextType: '../context.ts#Context',
      enumsAsTypes: true,
      useTypeImports: true,
      immutableTypes: true,
      defaultScalarType: 'unknown',
      mappers: mappers[name] ?? {},
      scalars: { DateTime: 'Date', ID: 'string' },
    },
  },
]);

const hasOperations = existsSync('web/src');

const config: CodegenConfig = {
  importExtension: '.ts',
  generates: {
    ...Object.fromEntries(resolvers),
    ...(hasOperations && {
      'schema/operations/generated/': {
        schema: 'schema/api.graphql',
        documents: ['web/src/**/*.{ts,tsx}'],
        // The normalized cache needs __typename, and the hash must be that of the text with it.
        documentTransforms: [addTypenameSelectionDocumentTransform],
        preset: 'client',
        presetConfig: {
          fragmentMasking: false,
          persistedDocuments: { hashAlgorithm: 'sha256' },
        },
        config: {
          enumsAsTypes: true,
          useTypeImports: true,
          immutableTypes: true,
          defaultScalarType: 'unknown',
          scalars: { DateTime: 'string', ID: 'string' },
        },
      },
    }),
  },
};

export default config;
