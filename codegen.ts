import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { addTypenameToDocument } from '@apollo/client/utilities';
import type { CodegenConfig } from '@graphql-codegen/cli';
import type { DocumentNode } from 'graphql';

const subgraphs = readdirSync('subgraphs', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .filter((name) => existsSync(`subgraphs/${name}/schema.graphql`));

/** What a resolver receives as its parent where that is not what the schema shows: `models.ts` of the subgraph. */
const mappers: Record<string, Record<string, string>> = {
  accounts: {
    User: '../models.ts#UserModel',
    UserConnection: '../models.ts#UserConnectionModel',
    Preferences: '../models.ts#PreferencesModel',
    Campaign: '../models.ts#CampaignModel',
    Address: '../models.ts#AddressModel',
    Notification: '../models.ts#NotificationModel',
    NotificationConnection: '../models.ts#NotificationConnectionModel',
    PartnerKey: '../models.ts#PartnerKeyModel',
    RegisteredOperation: '../models.ts#RegisteredOperationModel',
    Session: '../models.ts#SessionModel',
  },
  catalog: {
    Product: '../models.ts#ProductModel',
    Category: '../models.ts#CategoryModel',
    ProductConnection: '../models.ts#ProductConnectionModel',
    CatalogCacheStats: '../models.ts#CatalogCacheStatsModel',
    CacheReadCounts: '../models.ts#CacheReadCountsModel',
  },
  chat: {
    User: '../models.ts#UserReference',
    Conversation: '../models.ts#ConversationModel',
    ConversationConnection: '../models.ts#ConversationConnectionModel',
    Message: '../models.ts#MessageModel',
    MessagePage: '../models.ts#MessagePageModel',
    Reaction: '../models.ts#ReactionModel',
    Receipt: '../models.ts#ReceiptModel',
    MessageMedia: '../models.ts#MessageMediaModel',
    MessageReport: '../models.ts#MessageReportModel',
    MessageReportConnection: '../models.ts#MessageReportConnectionModel',
    MessageMatch: '../models.ts#MessageMatchModel',
    MessageMatchConnection: '../models.ts#MessageMatchConnectionModel',
    Presence: '../models.ts#PresenceModel',
    TypingChange: '../models.ts#TypingChangeModel',
    ChatActivity: '../models.ts#ChatActivityModel',
  },
  games: {
    User: '../models.ts#UserReference',
    GameMode: '../models.ts#GameModeModel',
    ScoreDistribution: '../models.ts#ScoreDistributionModel',
    Player: '../models.ts#PlayerModel',
    PlayerStatistics: '../models.ts#PlayerStatisticsModel',
    Leaderboard: '../models.ts#LeaderboardModel',
    LeaderboardEntry: '../models.ts#LeaderboardEntryModel',
    Submission: '../models.ts#SubmissionModel',
    SubmissionConnection: '../models.ts#SubmissionConnectionModel',
    RecentScore: '../models.ts#RecentScoreModel',
    GameEvent: '../models.ts#GameEventModel',
    Season: '../models.ts#SeasonModel',
    SeasonReward: '../models.ts#SeasonRewardModel',
    ScoreAdjustment: '../models.ts#ScoreAdjustmentModel',
    ScoreAdjustmentConnection: '../models.ts#ScoreAdjustmentConnectionModel',
    CheatFlag: '../models.ts#CheatFlagModel',
    CheatFlagConnection: '../models.ts#CheatFlagConnectionModel',
    GameActivity: '../models.ts#GameActivityModel',
    ModeActivity: '../models.ts#ModeActivityModel',
  },
  inventory: {
    Product: '../models.ts#ProductModel',
    Warehouse: '../models.ts#WarehouseModel',
    StockLevel: '../models.ts#StockLevelModel',
    StockLevelConnection: '../models.ts#StockLevelConnectionModel',
    FlashSale: '../models.ts#FlashSaleModel',
    FlashSaleConnection: '../models.ts#FlashSaleConnectionModel',
  },
  orders: {
    Product: '../models.ts#ProductReference',
    User: '../models.ts#UserReference',
    FlashSale: '../models.ts#FlashSaleReference',
    Cart: '../models.ts#CartModel',
    CartLine: '../models.ts#CartLineModel',
    Order: '../models.ts#OrderModel',
    OrderConnection: '../models.ts#OrderConnectionModel',
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

type SourceFile = { document?: DocumentNode };

const withTypenames = <File extends SourceFile>({ documents }: { documents: File[] }): File[] =>
  documents.map((file) => ({
    ...file,
    ...(file.document && { document: addTypenameToDocument(file.document) }),
  }));

/** As clients of automatic persisted queries compute it. */
const hashText = (text: string): string => createHash('sha256').update(text).digest('hex');

const hasOperations = existsSync('web/src');

const config: CodegenConfig = {
  importExtension: '.ts',
  generates: {
    ...Object.fromEntries(resolvers),
    ...(hasOperations && {
      'schema/operations/generated/': {
        schema: 'schema/api.graphql',
        documents: ['web/src/**/*.{ts,tsx}', '!web/src/**/*.test.ts'],
        // As Apollo Client will ask, so that the hash is that of the text with __typename. Codegen's own transform asks for it at
        // the root too, where a subscription must not.
        documentTransforms: [{ transform: withTypenames }],
        preset: 'client',
        presetConfig: {
          fragmentMasking: false,
          persistedDocuments: { hashAlgorithm: hashText },
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
