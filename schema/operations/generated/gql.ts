/* eslint-disable */
import * as types from './graphql.ts';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  mutation Logout($input: LogoutInput!) {\n    logout(input: $input)\n  }\n": typeof types.LogoutDocument,
    "\n  query MyPicture {\n    me {\n      id\n      avatarUrl\n    }\n  }\n": typeof types.MyPictureDocument,
    "\n  fragment SessionFields on Session {\n    accessToken\n    expiresAt\n    refreshToken\n    user {\n      id\n      name\n      roles\n    }\n  }\n": typeof types.SessionFieldsFragmentDoc,
    "\n  mutation Login($input: LoginInput!) {\n    login(input: $input) {\n      ... on Session {\n        ...SessionFields\n      }\n      ... on InvalidCredentials {\n        message\n      }\n      ... on TooManyAttempts {\n        message\n        retryAt\n      }\n    }\n  }\n": typeof types.LoginDocument,
    "\n  mutation Register($input: RegisterInput!) {\n    register(input: $input) {\n      ... on Session {\n        ...SessionFields\n      }\n      ... on EmailTaken {\n        message\n      }\n    }\n  }\n": typeof types.RegisterDocument,
    "\n  fragment ProfileFields on User {\n    id\n    name\n    username\n    avatarUrl\n    email\n    phone\n    preferences {\n      language\n      marketingChannels\n      orderChannels\n    }\n  }\n": typeof types.ProfileFieldsFragmentDoc,
    "\n  fragment SavedAddress on Address {\n    id\n    recipient\n    line1\n    line2\n    postalCode\n    city\n    region\n    country\n    isDefault\n  }\n": typeof types.SavedAddressFragmentDoc,
    "\n  query Account {\n    me {\n      ...ProfileFields\n      createdAt\n      addresses {\n        ...SavedAddress\n      }\n    }\n  }\n": typeof types.AccountDocument,
    "\n  mutation UpdateProfile($input: UpdateProfileInput!) {\n    updateProfile(input: $input) {\n      ...ProfileFields\n    }\n  }\n": typeof types.UpdateProfileDocument,
    "\n  mutation SetAvatar($picture: String!) {\n    setAvatar(picture: $picture) {\n      id\n      avatarUrl\n    }\n  }\n": typeof types.SetAvatarDocument,
    "\n  mutation RemoveAvatar {\n    removeAvatar {\n      id\n      avatarUrl\n    }\n  }\n": typeof types.RemoveAvatarDocument,
    "\n  mutation AddAddress($input: AddressInput!) {\n    addAddress(input: $input) {\n      ...SavedAddress\n    }\n  }\n": typeof types.AddAddressDocument,
    "\n  mutation UpdateAddress($id: ID!, $input: AddressInput!) {\n    updateAddress(id: $id, input: $input) {\n      ...SavedAddress\n    }\n  }\n": typeof types.UpdateAddressDocument,
    "\n  mutation RemoveAddress($id: ID!) {\n    removeAddress(id: $id)\n  }\n": typeof types.RemoveAddressDocument,
    "\n  query CacheStatistics {\n    catalogCacheStats {\n      since\n      reads {\n        memory\n        redis\n        database\n        nowhere\n        hitRate\n      }\n      hotReads {\n        memory\n        redis\n        database\n        nowhere\n        hitRate\n      }\n      memoryProducts\n      rankedProducts\n      soonWantedProducts\n      mostRead(first: 10) {\n        id\n        name\n        sku\n      }\n    }\n  }\n": typeof types.CacheStatisticsDocument,
    "\n  fragment CampaignProgress on Campaign {\n    id\n    subject\n    body\n    language\n    registeredFrom\n    registeredBefore\n    maxRecipients\n    state\n    recipients\n    createdAt\n    endedAt\n  }\n": typeof types.CampaignProgressFragmentDoc,
    "\n  query Campaigns($after: String) {\n    campaigns(first: 25, after: $after) {\n      edges {\n        cursor\n        node {\n          ...CampaignProgress\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": typeof types.CampaignsDocument,
    "\n  mutation StartCampaign($input: StartCampaignInput!) {\n    startCampaign(input: $input) {\n      ...CampaignProgress\n    }\n  }\n": typeof types.StartCampaignDocument,
    "\n  mutation CancelCampaign($id: ID!) {\n    cancelCampaign(id: $id) {\n      ...CampaignProgress\n    }\n  }\n": typeof types.CancelCampaignDocument,
    "\n  fragment ChatActivityFields on ChatActivity {\n    onlineUsers\n    activeUsers\n    openStreams\n    messagesPerSecond\n    averageDeliveryMs\n    sockets {\n      state\n      problems\n      gateways\n      open\n      opened\n      closed\n      refused\n      unanswered\n      medianRoundTripMs\n      longestRoundTripMs\n      closes {\n        code\n        meaning\n        count\n      }\n    }\n    minutes {\n      startedAt\n      messages\n      averageDeliveryMs\n    }\n  }\n": typeof types.ChatActivityFieldsFragmentDoc,
    "\n  query AdminChatActivity {\n    chatActivity(minutes: 60) {\n      ...ChatActivityFields\n    }\n  }\n": typeof types.AdminChatActivityDocument,
    "\n  subscription AdminChatActivityChanged {\n    chatActivityChanged {\n      ...ChatActivityFields\n    }\n  }\n": typeof types.AdminChatActivityChangedDocument,
    "\n  query AdminMessageReports($after: String) {\n    messageReports(isResolved: false, first: 25, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          reason\n          text\n          createdAt\n          resolvedAt\n          sender {\n            id\n            name\n          }\n          reportedBy {\n            id\n            name\n          }\n          media {\n            thumbnailUrl\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.AdminMessageReportsDocument,
    "\n  mutation ResolveMessageReport($id: ID!, $resolution: ReportResolution!) {\n    resolveMessageReport(id: $id, resolution: $resolution) {\n      id\n      resolvedAt\n      resolution\n    }\n  }\n": typeof types.ResolveMessageReportDocument,
    "\n  fragment AdminFlashSale on FlashSale {\n    ...FlashSaleState\n    units\n    unitsReserved\n    unitsSold\n    unitsReturned\n    limitPerUser\n    price {\n      amountCents\n      currency\n    }\n    product {\n      id\n      name\n      sku\n    }\n  }\n": typeof types.AdminFlashSaleFragmentDoc,
    "\n  query AdminFlashSales($filter: FlashSaleFilter, $after: String) {\n    flashSales(filter: $filter, first: 25, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          ...AdminFlashSale\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": typeof types.AdminFlashSalesDocument,
    "\n  subscription AdminFlashSaleUpdated($id: ID!) {\n    flashSaleUpdated(id: $id) {\n      ...AdminFlashSale\n    }\n  }\n": typeof types.AdminFlashSaleUpdatedDocument,
    "\n  query SaleProducts($search: String!) {\n    products(search: $search, first: 20) {\n      edges {\n        node {\n          id\n          name\n          sku\n          stock\n        }\n      }\n    }\n  }\n": typeof types.SaleProductsDocument,
    "\n  mutation ScheduleFlashSale($input: ScheduleFlashSaleInput!) {\n    scheduleFlashSale(input: $input) {\n      ... on FlashSale {\n        ...AdminFlashSale\n      }\n      ... on InsufficientStock {\n        message\n      }\n      ... on FlashSaleOverlap {\n        message\n      }\n    }\n  }\n": typeof types.ScheduleFlashSaleDocument,
    "\n  mutation CancelFlashSale($input: CancelFlashSaleInput!) {\n    cancelFlashSale(input: $input) {\n      ... on FlashSale {\n        ...AdminFlashSale\n      }\n      ... on FlashSaleAlreadyOver {\n        message\n      }\n    }\n  }\n": typeof types.CancelFlashSaleDocument,
    "\n  fragment AdminCheatFlag on CheatFlag {\n    id\n    status\n    suspicion\n    reasons\n    zScore\n    createdAt\n    reviewedAt\n    note\n    reviewedBy {\n      id\n      name\n    }\n    player {\n      id\n      username\n    }\n    mode {\n      id\n      name\n    }\n    submission {\n      id\n      score\n      durationSeconds\n      status\n    }\n  }\n": typeof types.AdminCheatFlagFragmentDoc,
    "\n  query CheatFlags($status: CheatFlagStatus!, $after: String) {\n    cheatFlags(status: $status, first: 25, after: $after) {\n      edges {\n        cursor\n        node {\n          ...AdminCheatFlag\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": typeof types.CheatFlagsDocument,
    "\n  mutation ReviewCheatFlags($input: ReviewCheatFlagsInput!) {\n    reviewCheatFlags(input: $input) {\n      ...AdminCheatFlag\n    }\n  }\n": typeof types.ReviewCheatFlagsDocument,
    "\n  fragment Activity on GameActivity {\n    at\n    activePlayers\n    scoresPerSecond\n    lastMinute\n    lag\n    openFlags\n    modes {\n      scoresPerSecond\n      mode {\n        id\n        name\n      }\n    }\n  }\n": typeof types.ActivityFragmentDoc,
    "\n  fragment ModeScores on GameMode {\n    id\n    name\n    scores {\n      games\n      mean\n      deviation\n      median: percentile(share: 0.5)\n      p90: percentile(share: 0.9)\n      p99: percentile(share: 0.99)\n      bars {\n        from\n        to\n        games\n      }\n    }\n  }\n": typeof types.ModeScoresFragmentDoc,
    "\n  query AdminModeScores {\n    gameModes {\n      ...ModeScores\n    }\n  }\n": typeof types.AdminModeScoresDocument,
    "\n  subscription GameActivityChanged {\n    gameActivityChanged {\n      ...Activity\n    }\n  }\n": typeof types.GameActivityChangedDocument,
    "\n  fragment AdminGameEvent on GameEvent {\n    id\n    name\n    status\n    startsAt\n    endsAt\n    multiplier\n    participants\n    mode {\n      id\n      name\n    }\n  }\n": typeof types.AdminGameEventFragmentDoc,
    "\n  query AdminGameEvents($includeOver: Boolean!) {\n    gameEvents(includeOver: $includeOver, first: 50) {\n      ...AdminGameEvent\n    }\n  }\n": typeof types.AdminGameEventsDocument,
    "\n  mutation ScheduleGameEvent($input: ScheduleGameEventInput!) {\n    scheduleGameEvent(input: $input) {\n      ...AdminGameEvent\n    }\n  }\n": typeof types.ScheduleGameEventDocument,
    "\n  mutation CancelGameEvent($id: ID!) {\n    cancelGameEvent(id: $id) {\n      ... on GameEvent {\n        ...AdminGameEvent\n      }\n      ... on GameEventOver {\n        message\n      }\n    }\n  }\n": typeof types.CancelGameEventDocument,
    "\n  query ScoreAdjustments($after: String) {\n    scoreAdjustments(first: 25, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          kind\n          reason\n          scoreCount\n          createdAt\n          correctedAt\n          madeBy {\n            id\n            name\n          }\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": typeof types.ScoreAdjustmentsDocument,
    "\n  mutation RemoveScores($input: RemoveScoresInput!) {\n    removeScores(input: $input) {\n      ... on ScoreAdjustment {\n        id\n        scoreCount\n      }\n      ... on NoScoresToAdjust {\n        message\n      }\n    }\n  }\n": typeof types.RemoveScoresDocument,
    "\n  mutation RestoreScores($input: RestoreScoresInput!) {\n    restoreScores(input: $input) {\n      ... on ScoreAdjustment {\n        id\n        scoreCount\n      }\n      ... on NoScoresToAdjust {\n        message\n      }\n    }\n  }\n": typeof types.RestoreScoresDocument,
    "\n  query Seasons {\n    seasons(first: 8) {\n      name\n      startsAt\n      endsAt\n      status\n    }\n    seasonRewardTiers {\n      name\n      upToRank\n      coins\n    }\n  }\n": typeof types.SeasonsDocument,
    "\n  mutation SetSeasonRewards($input: SetSeasonRewardsInput!) {\n    setSeasonRewards(input: $input) {\n      upToRank\n      name\n      coins\n    }\n  }\n": typeof types.SetSeasonRewardsDocument,
    "\n  mutation CloseSeason($season: String!) {\n    closeSeason(season: $season) {\n      ... on SeasonClosed {\n        paidCount\n      }\n      ... on SeasonNotOver {\n        message\n      }\n    }\n  }\n": typeof types.CloseSeasonDocument,
    "\n  fragment DeadLetterFields on DeadLetter {\n    id\n    group\n    topic\n    type\n    key\n    error\n    attempts\n    event\n    failedAt\n  }\n": typeof types.DeadLetterFieldsFragmentDoc,
    "\n  fragment PartMessagesFields on PartMessages {\n    name\n    outboxPending\n    groups {\n      name\n      lag\n      deadLetters\n    }\n    deadLetters(first: 50) {\n      edges {\n        cursor\n        node {\n          ...DeadLetterFields\n        }\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n  }\n": typeof types.PartMessagesFieldsFragmentDoc,
    "\n  query AdminMessages {\n    accountsMessages {\n      ...PartMessagesFields\n    }\n    catalogMessages {\n      ...PartMessagesFields\n    }\n    inventoryMessages {\n      ...PartMessagesFields\n    }\n    ordersMessages {\n      ...PartMessagesFields\n    }\n  }\n": typeof types.AdminMessagesDocument,
    "\n  mutation RedriveDeadLetters(\n    $input: RedriveDeadLettersInput!\n    $accounts: Boolean!\n    $catalog: Boolean!\n    $inventory: Boolean!\n    $orders: Boolean!\n  ) {\n    redriveAccountsDeadLetters(input: $input) @include(if: $accounts) {\n      redriven {\n        id\n      }\n    }\n    redriveCatalogDeadLetters(input: $input) @include(if: $catalog) {\n      redriven {\n        id\n      }\n    }\n    redriveInventoryDeadLetters(input: $input) @include(if: $inventory) {\n      redriven {\n        id\n      }\n    }\n    redriveOrdersDeadLetters(input: $input) @include(if: $orders) {\n      redriven {\n        id\n      }\n    }\n  }\n": typeof types.RedriveDeadLettersDocument,
    "\n  mutation DiscardDeadLetters(\n    $input: DiscardDeadLettersInput!\n    $accounts: Boolean!\n    $catalog: Boolean!\n    $inventory: Boolean!\n    $orders: Boolean!\n  ) {\n    discardAccountsDeadLetters(input: $input) @include(if: $accounts) {\n      discarded {\n        id\n      }\n    }\n    discardCatalogDeadLetters(input: $input) @include(if: $catalog) {\n      discarded {\n        id\n      }\n    }\n    discardInventoryDeadLetters(input: $input) @include(if: $inventory) {\n      discarded {\n        id\n      }\n    }\n    discardOrdersDeadLetters(input: $input) @include(if: $orders) {\n      discarded {\n        id\n      }\n    }\n  }\n": typeof types.DiscardDeadLettersDocument,
    "\n  query LocalMailbox($after: String) {\n    localMailbox(first: 10, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          channel\n          recipient\n          subject\n          createdAt\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": typeof types.LocalMailboxDocument,
    "\n  fragment AdminOrderRow on Order {\n    id\n    status\n    placedAt\n    customer {\n      id\n      name\n    }\n    lines {\n      productName\n      quantity\n    }\n    total {\n      amountCents\n      currency\n    }\n  }\n": typeof types.AdminOrderRowFragmentDoc,
    "\n  query AdminOrders($filter: OrderFilter, $after: String) {\n    orders(filter: $filter, first: 50, after: $after) {\n      totalCount\n      isTotalCountExact\n      edges {\n        cursor\n        node {\n          ...AdminOrderRow\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": typeof types.AdminOrdersDocument,
    "\n  subscription OrderPlaced {\n    orderPlaced {\n      ...AdminOrderRow\n    }\n  }\n": typeof types.OrderPlacedDocument,
    "\n  subscription OrderStatusChanged($id: ID!) {\n    orderUpdated(id: $id) {\n      id\n      status\n    }\n  }\n": typeof types.OrderStatusChangedDocument,
    "\n  fragment AdminProduct on Product {\n    id\n    sku\n    name\n    description\n    imageUrl\n    status\n    stock\n    version\n    updatedAt\n    price {\n      amountCents\n      currency\n    }\n    category {\n      slug\n      name\n    }\n  }\n": typeof types.AdminProductFragmentDoc,
    "\n  query AdminProducts($search: String, $filter: ProductFilter, $after: String) {\n    products(search: $search, filter: $filter, first: 30, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          ...AdminProduct\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": typeof types.AdminProductsDocument,
    "\n  query CategoryChoices {\n    categories {\n      id\n      slug\n      name\n    }\n  }\n": typeof types.CategoryChoicesDocument,
    "\n  mutation CreateProduct($input: CreateProductInput!) {\n    createProduct(input: $input) {\n      ... on Product {\n        ...AdminProduct\n      }\n      ... on SkuTaken {\n        message\n      }\n    }\n  }\n": typeof types.CreateProductDocument,
    "\n  mutation UpdateProduct($input: UpdateProductInput!) {\n    updateProduct(input: $input) {\n      ... on Product {\n        ...AdminProduct\n      }\n      ... on ProductChanged {\n        message\n        product {\n          ...AdminProduct\n        }\n      }\n    }\n  }\n": typeof types.UpdateProductDocument,
    "\n  mutation ArchiveProduct($id: ID!) {\n    archiveProduct(id: $id) {\n      ...AdminProduct\n    }\n  }\n": typeof types.ArchiveProductDocument,
    "\n  fragment StockLevelFields on StockLevel {\n    available\n    reserved\n    onHand\n    sold\n    received\n    updatedAt\n    warehouse {\n      id\n      code\n      name\n    }\n    product {\n      id\n      name\n      sku\n      imageUrl\n    }\n  }\n": typeof types.StockLevelFieldsFragmentDoc,
    "\n  query StockLevels($filter: StockLevelFilter, $after: String) {\n    stockLevels(filter: $filter, first: 25, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          ...StockLevelFields\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": typeof types.StockLevelsDocument,
    "\n  query Warehouses {\n    warehouses {\n      id\n      code\n      name\n      city\n    }\n  }\n": typeof types.WarehousesDocument,
    "\n  query FindProducts($search: String!) {\n    products(search: $search, first: 50) {\n      edges {\n        node {\n          id\n        }\n      }\n    }\n  }\n": typeof types.FindProductsDocument,
    "\n  mutation AdjustStock($input: AdjustStockInput!) {\n    adjustStock(input: $input) {\n      ... on StockLevel {\n        ...StockLevelFields\n      }\n      ... on InsufficientStock {\n        message\n        available\n      }\n    }\n  }\n": typeof types.AdjustStockDocument,
    "\n  query CartCount {\n    cart {\n      totalQuantity\n    }\n  }\n": typeof types.CartCountDocument,
    "\n  fragment ChatMessageFields on Message {\n    conversationId\n    sequence\n    clientId\n    type\n    text\n    media {\n      url\n      thumbnailUrl\n      width\n      height\n      placeholder\n      contentType\n    }\n    replyTo {\n      sequence\n      text\n      type\n      deletedAt\n      sender {\n        id\n        name\n      }\n    }\n    reactions {\n      emoji\n      user {\n        id\n      }\n    }\n    sender {\n      id\n      name\n    }\n    createdAt\n    editedAt\n    deletedAt\n  }\n": typeof types.ChatMessageFieldsFragmentDoc,
    "\n  fragment ChatConversationFields on Conversation {\n    id\n    other {\n      id\n      name\n      avatarUrl\n      presence {\n        isOnline\n        lastSeenAt\n      }\n    }\n    lastMessage {\n      sequence\n      text\n      type\n      deletedAt\n      sender {\n        id\n      }\n    }\n    lastSequence\n    unreadCount\n    ownReceipt {\n      deliveredSequence\n      readSequence\n    }\n    otherReceipt {\n      deliveredSequence\n      readSequence\n    }\n    isBlocked\n    lastActivityAt\n  }\n": typeof types.ChatConversationFieldsFragmentDoc,
    "\n  query ChatConversations($after: String) {\n    conversations(first: 100, after: $after) {\n      edges {\n        node {\n          ...ChatConversationFields\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.ChatConversationsDocument,
    "\n  query ChatUnreadMessages {\n    unreadMessageCount\n  }\n": typeof types.ChatUnreadMessagesDocument,
    "\n  query ChatConversation($id: ID!) {\n    conversation(id: $id) {\n      ...ChatConversationFields\n    }\n  }\n": typeof types.ChatConversationDocument,
    "\n  query ChatMessages($id: ID!, $beforeSequence: Int!, $first: Int!) {\n    conversation(id: $id) {\n      id\n      messages(first: $first, beforeSequence: $beforeSequence) {\n        messages {\n          ...ChatMessageFields\n        }\n      }\n    }\n  }\n": typeof types.ChatMessagesDocument,
    "\n  mutation SendChatMessage($input: SendMessageInput!) {\n    sendMessage(input: $input) {\n      ... on Message {\n        ...ChatMessageFields\n      }\n      ... on ConversationBlocked {\n        message\n      }\n      ... on ClientIdConflict {\n        message\n      }\n      ... on MessageRateLimited {\n        message\n        retryAfterMs\n      }\n      ... on ChatBusy {\n        message\n        retryAfterMs\n      }\n    }\n  }\n": typeof types.SendChatMessageDocument,
    "\n  mutation EditChatMessage($input: EditMessageInput!) {\n    editMessage(input: $input) {\n      ... on Message {\n        ...ChatMessageFields\n      }\n      ... on MessageNotEditable {\n        message\n      }\n    }\n  }\n": typeof types.EditChatMessageDocument,
    "\n  mutation DeleteChatMessage($conversationId: ID!, $sequence: Int!) {\n    deleteMessage(conversationId: $conversationId, sequence: $sequence) {\n      ... on Message {\n        ...ChatMessageFields\n      }\n      ... on MessageNotEditable {\n        message\n      }\n    }\n  }\n": typeof types.DeleteChatMessageDocument,
    "\n  mutation SetChatReaction($input: SetReactionInput!) {\n    setReaction(input: $input) {\n      ...ChatMessageFields\n    }\n  }\n": typeof types.SetChatReactionDocument,
    "\n  mutation ReportChatMessage($input: ReportMessageInput!) {\n    reportMessage(input: $input)\n  }\n": typeof types.ReportChatMessageDocument,
    "\n  mutation AcknowledgeMessages($positions: [ConversationPosition!]!) {\n    acknowledgeMessages(positions: $positions)\n  }\n": typeof types.AcknowledgeMessagesDocument,
    "\n  mutation MarkConversationRead($position: ConversationPosition!) {\n    markConversationRead(position: $position) {\n      id\n      unreadCount\n      ownReceipt {\n        deliveredSequence\n        readSequence\n      }\n    }\n  }\n": typeof types.MarkConversationReadDocument,
    "\n  mutation StartConversation($userId: ID!) {\n    startConversation(userId: $userId) {\n      ... on Conversation {\n        ...ChatConversationFields\n      }\n      ... on UserNotFound {\n        message\n      }\n      ... on ConversationBlocked {\n        message\n      }\n    }\n  }\n": typeof types.StartConversationDocument,
    "\n  query FindPeople($text: String!) {\n    findUsers(text: $text) {\n      id\n      name\n      username\n      avatarUrl\n    }\n  }\n": typeof types.FindPeopleDocument,
    "\n  query ChatContacts {\n    contacts {\n      id\n      name\n      username\n      avatarUrl\n    }\n  }\n": typeof types.ChatContactsDocument,
    "\n  mutation AddContact($userId: ID!) {\n    addContact(userId: $userId) {\n      id\n    }\n  }\n": typeof types.AddContactDocument,
    "\n  mutation BlockUser($userId: ID!) {\n    blockUser(userId: $userId) {\n      id\n    }\n  }\n": typeof types.BlockUserDocument,
    "\n  mutation UnblockUser($userId: ID!) {\n    unblockUser(userId: $userId)\n  }\n": typeof types.UnblockUserDocument,
    "\n  mutation StartTyping($conversationId: ID!) {\n    startTyping(conversationId: $conversationId)\n  }\n": typeof types.StartTypingDocument,
    "\n  mutation StopTyping($conversationId: ID!) {\n    stopTyping(conversationId: $conversationId)\n  }\n": typeof types.StopTypingDocument,
    "\n  query SearchChatMessages($filter: MessageFilter!, $after: String) {\n    searchMessages(filter: $filter, first: 25, after: $after) {\n      edges {\n        node {\n          highlights {\n            start\n            length\n          }\n          message {\n            conversationId\n            sequence\n            type\n            text\n            createdAt\n            sender {\n              id\n              name\n            }\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.SearchChatMessagesDocument,
    "\n  mutation RequestUpload($input: RequestUploadInput!) {\n    requestUpload(input: $input) {\n      ... on MediaUpload {\n        mediaId\n        url\n        headers {\n          name\n          value\n        }\n      }\n      ... on UploadRefused {\n        message\n      }\n    }\n  }\n": typeof types.RequestUploadDocument,
    "\n  mutation FinishUpload($mediaId: ID!) {\n    finishUpload(mediaId: $mediaId) {\n      ... on ReadyMedia {\n        mediaId\n      }\n      ... on UploadRefused {\n        message\n      }\n    }\n  }\n": typeof types.FinishUploadDocument,
    "\n  subscription ChatMessageReceived($after: [ConversationPosition!]) {\n    messageReceived(after: $after) {\n      ...ChatMessageFields\n    }\n  }\n": typeof types.ChatMessageReceivedDocument,
    "\n  subscription ChatMessageArrived {\n    messageReceived {\n      conversationId\n      sequence\n    }\n  }\n": typeof types.ChatMessageArrivedDocument,
    "\n  subscription ChatMessageChanged {\n    messageChanged {\n      ...ChatMessageFields\n    }\n  }\n": typeof types.ChatMessageChangedDocument,
    "\n  subscription ChatMessageStatusChanged {\n    messageStatusChanged {\n      conversation {\n        id\n      }\n      user {\n        id\n      }\n      deliveredSequence\n      readSequence\n    }\n  }\n": typeof types.ChatMessageStatusChangedDocument,
    "\n  subscription ChatTypingChanged {\n    typingChanged {\n      conversationId\n      isTyping\n    }\n  }\n": typeof types.ChatTypingChangedDocument,
    "\n  subscription ChatPresenceChanged {\n    presenceChanged {\n      user {\n        id\n      }\n      isOnline\n      lastSeenAt\n    }\n  }\n": typeof types.ChatPresenceChangedDocument,
    "\n  mutation Checkout($input: CheckoutInput!) {\n    checkout(input: $input) {\n      ... on Order {\n        id\n        status\n      }\n      ... on OutOfStock {\n        message\n        missing {\n          requested\n          available\n          product {\n            id\n            name\n          }\n        }\n      }\n      ... on ProductsUnavailable {\n        message\n        products {\n          id\n          name\n        }\n      }\n      ... on CartEmpty {\n        message\n      }\n      ... on IdempotencyConflict {\n        message\n      }\n      ... on RateLimited {\n        message\n        retryAfterMs\n      }\n      ... on Busy {\n        message\n        retryAfterMs\n      }\n    }\n  }\n": typeof types.CheckoutDocument,
    "\n  mutation KeepAddress($input: AddressInput!) {\n    addAddress(input: $input) {\n      id\n    }\n  }\n": typeof types.KeepAddressDocument,
    "\n  query FlashSales {\n    flashSales(first: 6) {\n      edges {\n        cursor\n        node {\n          ...FlashSaleState\n          units\n          price {\n            amountCents\n            currency\n          }\n          product {\n            id\n            name\n            imageUrl\n            price {\n              amountCents\n              currency\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.FlashSalesDocument,
    "\n  mutation PlaceFlashOrder($input: PlaceFlashOrderInput!) {\n    placeFlashOrder(input: $input) {\n      ... on Order {\n        id\n      }\n      ... on QueuePlace {\n        id\n        message\n        position\n        estimatedWaitMs\n      }\n      ... on SoldOut {\n        message\n      }\n      ... on SaleNotStarted {\n        message\n      }\n      ... on SaleEnded {\n        message\n      }\n      ... on LimitReached {\n        message\n      }\n      ... on RateLimited {\n        message\n        retryAfterMs\n      }\n      ... on Busy {\n        message\n        retryAfterMs\n      }\n      ... on IdempotencyConflict {\n        message\n      }\n    }\n  }\n": typeof types.PlaceFlashOrderDocument,
    "\n  subscription QueuePositionChanged($id: ID!) {\n    queuePositionChanged(id: $id) {\n      ... on Order {\n        id\n      }\n      ... on QueuePlace {\n        id\n        message\n        position\n        estimatedWaitMs\n      }\n      ... on SoldOut {\n        message\n      }\n      ... on SaleEnded {\n        message\n      }\n      ... on LimitReached {\n        message\n      }\n    }\n  }\n": typeof types.QueuePositionChangedDocument,
    "\n  fragment BoardEntry on LeaderboardEntry {\n    rank\n    score\n    percentile\n    player {\n      id\n      username\n      region\n    }\n  }\n": typeof types.BoardEntryFragmentDoc,
    "\n  query BoardPage($input: LeaderboardInput!, $fromRank: Int!) {\n    leaderboard(input: $input) {\n      period\n      endsAt\n      isClosed\n      totalPlayers\n      entries(first: 100, fromRank: $fromRank) {\n        ...BoardEntry\n      }\n    }\n  }\n": typeof types.BoardPageDocument,
    "\n  fragment BoardEvent on GameEvent {\n    id\n    name\n    status\n    startsAt\n    endsAt\n    multiplier\n    participants\n  }\n": typeof types.BoardEventFragmentDoc,
    "\n  query BoardEvents($modeId: ID!) {\n    gameEvents(modeId: $modeId, includeOver: true, first: 30) {\n      ...BoardEvent\n    }\n  }\n": typeof types.BoardEventsDocument,
    "\n  subscription BoardChanged($modeId: ID!, $window: LeaderboardWindow!) {\n    leaderboardChanged(modeId: $modeId, window: $window) {\n      totalPlayers\n      entries(first: 10) {\n        ...BoardEntry\n      }\n    }\n  }\n": typeof types.BoardChangedDocument,
    "\n  subscription RecentScores($modeId: ID!) {\n    recentScores(modeId: $modeId) {\n      score\n      submittedAt\n      player {\n        id\n        username\n        region\n      }\n    }\n  }\n": typeof types.RecentScoresDocument,
    "\n  query OwnPlace($input: LeaderboardInput!) {\n    myPlayer {\n      id\n      username\n      rank(input: $input) {\n        rank\n        score\n        percentile\n      }\n    }\n  }\n": typeof types.OwnPlaceDocument,
    "\n  subscription OwnRankChanged($playerId: ID!, $modeId: ID!) {\n    rankChanged(playerId: $playerId, modeId: $modeId) {\n      rank\n      score\n    }\n  }\n": typeof types.OwnRankChangedDocument,
    "\n  query TierScores($input: LeaderboardInput!, $goalRank: Int!, $fromRank: Int!) {\n    leaderboard(input: $input) {\n      goal: entries(first: 1, fromRank: $goalRank) {\n        score\n      }\n      from: entries(first: 1, fromRank: $fromRank) {\n        score\n      }\n    }\n  }\n": typeof types.TierScoresDocument,
    "\n  query PlayerPlace($id: ID!, $input: LeaderboardInput!) {\n    player(id: $id) {\n      id\n      username\n      rank(input: $input) {\n        rank\n      }\n    }\n  }\n": typeof types.PlayerPlaceDocument,
    "\n  query MyGames {\n    myPlayer {\n      id\n      username\n      region\n      level\n      totalScore\n      statistics {\n        mode {\n          id\n          name\n        }\n        gamesPlayed\n        totalScore\n        bestScore\n        averageScore\n        secondsPlayed\n      }\n      rewards {\n        season\n        rank\n        tier\n        coins\n        mode {\n          id\n          name\n        }\n      }\n      following {\n        id\n        username\n        region\n        isFollowed\n      }\n    }\n  }\n": typeof types.MyGamesDocument,
    "\n  fragment Game on Submission {\n    id\n    score\n    durationSeconds\n    submittedAt\n    status\n    mode {\n      id\n      name\n    }\n    effect {\n      rankBefore\n      rankAfter\n      totalScore\n      isPersonalBest\n    }\n  }\n": typeof types.GameFragmentDoc,
    "\n  query MyHistory($modeId: ID, $after: String) {\n    myPlayer {\n      id\n      submissions(modeId: $modeId, first: 25, after: $after) {\n        edges {\n          cursor\n          node {\n            ...Game\n          }\n        }\n        pageInfo {\n          endCursor\n          hasNextPage\n        }\n      }\n    }\n  }\n": typeof types.MyHistoryDocument,
    "\n  mutation CreatePlayer($input: CreatePlayerInput!) {\n    createPlayer(input: $input) {\n      ... on Player {\n        id\n        username\n        region\n      }\n      ... on UsernameTaken {\n        message\n      }\n      ... on PlayerExists {\n        message\n      }\n    }\n  }\n": typeof types.CreatePlayerDocument,
    "\n  mutation SubmitScore($input: SubmitScoreInput!) {\n    submitScore(input: $input) {\n      ... on Submission {\n        ...Game\n      }\n      ... on ScoreTooHigh {\n        message\n      }\n      ... on ImplausibleDuration {\n        message\n      }\n      ... on TooSoon {\n        message\n        retryAfterMs\n      }\n      ... on NoPlayer {\n        message\n      }\n    }\n  }\n": typeof types.SubmitScoreDocument,
    "\n  subscription SubmissionCounted($id: ID!) {\n    submissionCounted(id: $id) {\n      ...Game\n    }\n  }\n": typeof types.SubmissionCountedDocument,
    "\n  query Submission($id: ID!) {\n    submission(id: $id) {\n      ...Game\n    }\n  }\n": typeof types.SubmissionDocument,
    "\n  mutation FollowPlayer($playerId: ID!) {\n    followPlayer(playerId: $playerId) {\n      ... on Player {\n        id\n        username\n        isFollowed\n      }\n      ... on TooManyFollowed {\n        message\n      }\n    }\n  }\n": typeof types.FollowPlayerDocument,
    "\n  mutation UnfollowPlayer($playerId: ID!) {\n    unfollowPlayer(playerId: $playerId)\n  }\n": typeof types.UnfollowPlayerDocument,
    "\n  fragment NotificationFields on Notification {\n    id\n    kind\n    channel\n    status\n    sentAt\n    subject\n    body\n    orderId\n    createdAt\n    readAt\n  }\n": typeof types.NotificationFieldsFragmentDoc,
    "\n  query UnreadCount {\n    me {\n      id\n      notifications(first: 1) {\n        unreadCount\n      }\n    }\n  }\n": typeof types.UnreadCountDocument,
    "\n  query Notifications($unreadOnly: Boolean!, $after: String) {\n    me {\n      id\n      notifications(first: 25, unreadOnly: $unreadOnly, after: $after) {\n        unreadCount\n        totalCount\n        edges {\n          cursor\n          node {\n            ...NotificationFields\n          }\n        }\n        pageInfo {\n          endCursor\n          hasNextPage\n        }\n      }\n    }\n  }\n": typeof types.NotificationsDocument,
    "\n  subscription NotificationReceived {\n    notificationReceived {\n      ...NotificationFields\n    }\n  }\n": typeof types.NotificationReceivedDocument,
    "\n  mutation MarkNotificationsRead($ids: [ID!]) {\n    markNotificationsRead(ids: $ids)\n  }\n": typeof types.MarkNotificationsReadDocument,
    "\n  query MyOrders($filter: OrderFilter, $after: String) {\n    myOrders(filter: $filter, first: 20, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          id\n          status\n          placedAt\n          estimatedDeliveryAt\n          total {\n            amountCents\n            currency\n          }\n          lines {\n            productName\n            quantity\n            product {\n              id\n              imageUrl\n            }\n          }\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": typeof types.MyOrdersDocument,
    "\n  fragment ProductCard on Product {\n    id\n    name\n    imageUrl\n    isInStock\n    price {\n      amountCents\n      currency\n    }\n    category {\n      slug\n      name\n    }\n  }\n": typeof types.ProductCardFragmentDoc,
    "\n  query Products($search: String, $filter: ProductFilter, $sort: ProductSort, $after: String) {\n    products(search: $search, filter: $filter, sort: $sort, first: 24, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          ...ProductCard\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": typeof types.ProductsDocument,
    "\n  query Categories {\n    categories {\n      id\n      slug\n      name\n      productCount\n    }\n  }\n": typeof types.CategoriesDocument,
    "\n  query Product($id: ID!) {\n    product(id: $id) {\n      ...ProductCard\n      description\n      sku\n      status\n      stock\n    }\n  }\n": typeof types.ProductDocument,
    "\n  fragment CartFields on Cart {\n    lines {\n      quantity\n      unitPrice {\n        amountCents\n        currency\n      }\n      lineTotal {\n        amountCents\n        currency\n      }\n      product {\n        id\n        name\n        imageUrl\n        stock\n        status\n        category {\n          slug\n          name\n        }\n      }\n    }\n    subtotal {\n      amountCents\n      currency\n    }\n    shippingFee {\n      amountCents\n      currency\n    }\n    total {\n      amountCents\n      currency\n    }\n    totalQuantity\n  }\n": typeof types.CartFieldsFragmentDoc,
    "\n  query Cart {\n    cart {\n      ...CartFields\n    }\n  }\n": typeof types.CartDocument,
    "\n  mutation AddToCart($input: AddToCartInput!) {\n    addToCart(input: $input) {\n      ...CartFields\n    }\n  }\n": typeof types.AddToCartDocument,
    "\n  mutation SetCartQuantity($input: SetCartQuantityInput!) {\n    setCartQuantity(input: $input) {\n      ...CartFields\n    }\n  }\n": typeof types.SetCartQuantityDocument,
    "\n  fragment FlashSaleState on FlashSale {\n    id\n    status\n    unitsLeft\n    queueLength\n    startsAt\n    endsAt\n    serverTime\n  }\n": typeof types.FlashSaleStateFragmentDoc,
    "\n  query FlashSale($id: ID!) {\n    flashSale(id: $id) {\n      ...FlashSaleState\n      units\n      limitPerUser\n      price {\n        amountCents\n        currency\n      }\n      product {\n        id\n        name\n        description\n        imageUrl\n        price {\n          amountCents\n          currency\n        }\n      }\n    }\n  }\n": typeof types.FlashSaleDocument,
    "\n  subscription FlashSaleUpdated($id: ID!) {\n    flashSaleUpdated(id: $id) {\n      ...FlashSaleState\n    }\n  }\n": typeof types.FlashSaleUpdatedDocument,
    "\n  query GameModes {\n    gameModes {\n      id\n      name\n      maxScorePerGame\n      averageDurationMinutes\n    }\n  }\n": typeof types.GameModesDocument,
    "\n  query SeasonRewardTiers {\n    seasonRewardTiers {\n      upToRank\n      name\n      coins\n    }\n  }\n": typeof types.SeasonRewardTiersDocument,
    "\n  query MyPlayer {\n    myPlayer {\n      id\n      username\n      region\n      level\n      totalScore\n    }\n  }\n": typeof types.MyPlayerDocument,
    "\n  query SearchPlayers($username: String!) {\n    searchPlayers(username: $username, first: 10) {\n      id\n      username\n      region\n    }\n  }\n": typeof types.SearchPlayersDocument,
    "\n  mutation RefreshSession($input: RefreshSessionInput!) {\n    refreshSession(input: $input) {\n      ... on Session {\n        accessToken\n        expiresAt\n        refreshToken\n        user {\n          id\n          name\n          roles\n        }\n      }\n      ... on SessionEnded {\n        message\n      }\n    }\n  }\n": typeof types.RefreshSessionDocument,
    "\n  fragment OrderDetail on Order {\n    id\n    status\n    cancellationReason\n    isCancellable\n    placedAt\n    updatedAt\n    estimatedDeliveryAt\n    customer {\n      id\n      name\n    }\n    timeline {\n      at\n      status\n      message\n    }\n    lines {\n      productName\n      quantity\n      unitPrice {\n        amountCents\n        currency\n      }\n      lineTotal {\n        amountCents\n        currency\n      }\n      product {\n        id\n        imageUrl\n      }\n    }\n    subtotal {\n      amountCents\n      currency\n    }\n    shippingFee {\n      amountCents\n      currency\n    }\n    total {\n      amountCents\n      currency\n    }\n    payment {\n      method\n      status\n      failure\n      attempts\n      chargedAt\n      refundedAt\n    }\n    shipment {\n      id\n      carrier\n      trackingNumber\n      status\n      estimatedDeliveryAt\n    }\n    shippingAddress {\n      recipient\n      line1\n      line2\n      postalCode\n      city\n      region\n      country\n    }\n  }\n": typeof types.OrderDetailFragmentDoc,
    "\n  query Order($id: ID!) {\n    order(id: $id) {\n      ...OrderDetail\n    }\n  }\n": typeof types.OrderDocument,
    "\n  subscription OrderUpdated($id: ID!) {\n    orderUpdated(id: $id) {\n      ...OrderDetail\n    }\n  }\n": typeof types.OrderUpdatedDocument,
    "\n  mutation CancelOrder($input: CancelOrderInput!) {\n    cancelOrder(input: $input) {\n      ... on Order {\n        ...OrderDetail\n      }\n      ... on OrderNotCancellable {\n        message\n        order {\n          ...OrderDetail\n        }\n      }\n    }\n  }\n": typeof types.CancelOrderDocument,
    "\n  query CheckoutChoices {\n    me {\n      id\n      name\n      addresses {\n        id\n        recipient\n        line1\n        line2\n        postalCode\n        city\n        region\n        country\n        isDefault\n      }\n    }\n    testPaymentTokens {\n      token\n      label\n      outcome\n    }\n  }\n": typeof types.CheckoutChoicesDocument,
};
const documents: Documents = {
    "\n  mutation Logout($input: LogoutInput!) {\n    logout(input: $input)\n  }\n": types.LogoutDocument,
    "\n  query MyPicture {\n    me {\n      id\n      avatarUrl\n    }\n  }\n": types.MyPictureDocument,
    "\n  fragment SessionFields on Session {\n    accessToken\n    expiresAt\n    refreshToken\n    user {\n      id\n      name\n      roles\n    }\n  }\n": types.SessionFieldsFragmentDoc,
    "\n  mutation Login($input: LoginInput!) {\n    login(input: $input) {\n      ... on Session {\n        ...SessionFields\n      }\n      ... on InvalidCredentials {\n        message\n      }\n      ... on TooManyAttempts {\n        message\n        retryAt\n      }\n    }\n  }\n": types.LoginDocument,
    "\n  mutation Register($input: RegisterInput!) {\n    register(input: $input) {\n      ... on Session {\n        ...SessionFields\n      }\n      ... on EmailTaken {\n        message\n      }\n    }\n  }\n": types.RegisterDocument,
    "\n  fragment ProfileFields on User {\n    id\n    name\n    username\n    avatarUrl\n    email\n    phone\n    preferences {\n      language\n      marketingChannels\n      orderChannels\n    }\n  }\n": types.ProfileFieldsFragmentDoc,
    "\n  fragment SavedAddress on Address {\n    id\n    recipient\n    line1\n    line2\n    postalCode\n    city\n    region\n    country\n    isDefault\n  }\n": types.SavedAddressFragmentDoc,
    "\n  query Account {\n    me {\n      ...ProfileFields\n      createdAt\n      addresses {\n        ...SavedAddress\n      }\n    }\n  }\n": types.AccountDocument,
    "\n  mutation UpdateProfile($input: UpdateProfileInput!) {\n    updateProfile(input: $input) {\n      ...ProfileFields\n    }\n  }\n": types.UpdateProfileDocument,
    "\n  mutation SetAvatar($picture: String!) {\n    setAvatar(picture: $picture) {\n      id\n      avatarUrl\n    }\n  }\n": types.SetAvatarDocument,
    "\n  mutation RemoveAvatar {\n    removeAvatar {\n      id\n      avatarUrl\n    }\n  }\n": types.RemoveAvatarDocument,
    "\n  mutation AddAddress($input: AddressInput!) {\n    addAddress(input: $input) {\n      ...SavedAddress\n    }\n  }\n": types.AddAddressDocument,
    "\n  mutation UpdateAddress($id: ID!, $input: AddressInput!) {\n    updateAddress(id: $id, input: $input) {\n      ...SavedAddress\n    }\n  }\n": types.UpdateAddressDocument,
    "\n  mutation RemoveAddress($id: ID!) {\n    removeAddress(id: $id)\n  }\n": types.RemoveAddressDocument,
    "\n  query CacheStatistics {\n    catalogCacheStats {\n      since\n      reads {\n        memory\n        redis\n        database\n        nowhere\n        hitRate\n      }\n      hotReads {\n        memory\n        redis\n        database\n        nowhere\n        hitRate\n      }\n      memoryProducts\n      rankedProducts\n      soonWantedProducts\n      mostRead(first: 10) {\n        id\n        name\n        sku\n      }\n    }\n  }\n": types.CacheStatisticsDocument,
    "\n  fragment CampaignProgress on Campaign {\n    id\n    subject\n    body\n    language\n    registeredFrom\n    registeredBefore\n    maxRecipients\n    state\n    recipients\n    createdAt\n    endedAt\n  }\n": types.CampaignProgressFragmentDoc,
    "\n  query Campaigns($after: String) {\n    campaigns(first: 25, after: $after) {\n      edges {\n        cursor\n        node {\n          ...CampaignProgress\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": types.CampaignsDocument,
    "\n  mutation StartCampaign($input: StartCampaignInput!) {\n    startCampaign(input: $input) {\n      ...CampaignProgress\n    }\n  }\n": types.StartCampaignDocument,
    "\n  mutation CancelCampaign($id: ID!) {\n    cancelCampaign(id: $id) {\n      ...CampaignProgress\n    }\n  }\n": types.CancelCampaignDocument,
    "\n  fragment ChatActivityFields on ChatActivity {\n    onlineUsers\n    activeUsers\n    openStreams\n    messagesPerSecond\n    averageDeliveryMs\n    sockets {\n      state\n      problems\n      gateways\n      open\n      opened\n      closed\n      refused\n      unanswered\n      medianRoundTripMs\n      longestRoundTripMs\n      closes {\n        code\n        meaning\n        count\n      }\n    }\n    minutes {\n      startedAt\n      messages\n      averageDeliveryMs\n    }\n  }\n": types.ChatActivityFieldsFragmentDoc,
    "\n  query AdminChatActivity {\n    chatActivity(minutes: 60) {\n      ...ChatActivityFields\n    }\n  }\n": types.AdminChatActivityDocument,
    "\n  subscription AdminChatActivityChanged {\n    chatActivityChanged {\n      ...ChatActivityFields\n    }\n  }\n": types.AdminChatActivityChangedDocument,
    "\n  query AdminMessageReports($after: String) {\n    messageReports(isResolved: false, first: 25, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          reason\n          text\n          createdAt\n          resolvedAt\n          sender {\n            id\n            name\n          }\n          reportedBy {\n            id\n            name\n          }\n          media {\n            thumbnailUrl\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.AdminMessageReportsDocument,
    "\n  mutation ResolveMessageReport($id: ID!, $resolution: ReportResolution!) {\n    resolveMessageReport(id: $id, resolution: $resolution) {\n      id\n      resolvedAt\n      resolution\n    }\n  }\n": types.ResolveMessageReportDocument,
    "\n  fragment AdminFlashSale on FlashSale {\n    ...FlashSaleState\n    units\n    unitsReserved\n    unitsSold\n    unitsReturned\n    limitPerUser\n    price {\n      amountCents\n      currency\n    }\n    product {\n      id\n      name\n      sku\n    }\n  }\n": types.AdminFlashSaleFragmentDoc,
    "\n  query AdminFlashSales($filter: FlashSaleFilter, $after: String) {\n    flashSales(filter: $filter, first: 25, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          ...AdminFlashSale\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": types.AdminFlashSalesDocument,
    "\n  subscription AdminFlashSaleUpdated($id: ID!) {\n    flashSaleUpdated(id: $id) {\n      ...AdminFlashSale\n    }\n  }\n": types.AdminFlashSaleUpdatedDocument,
    "\n  query SaleProducts($search: String!) {\n    products(search: $search, first: 20) {\n      edges {\n        node {\n          id\n          name\n          sku\n          stock\n        }\n      }\n    }\n  }\n": types.SaleProductsDocument,
    "\n  mutation ScheduleFlashSale($input: ScheduleFlashSaleInput!) {\n    scheduleFlashSale(input: $input) {\n      ... on FlashSale {\n        ...AdminFlashSale\n      }\n      ... on InsufficientStock {\n        message\n      }\n      ... on FlashSaleOverlap {\n        message\n      }\n    }\n  }\n": types.ScheduleFlashSaleDocument,
    "\n  mutation CancelFlashSale($input: CancelFlashSaleInput!) {\n    cancelFlashSale(input: $input) {\n      ... on FlashSale {\n        ...AdminFlashSale\n      }\n      ... on FlashSaleAlreadyOver {\n        message\n      }\n    }\n  }\n": types.CancelFlashSaleDocument,
    "\n  fragment AdminCheatFlag on CheatFlag {\n    id\n    status\n    suspicion\n    reasons\n    zScore\n    createdAt\n    reviewedAt\n    note\n    reviewedBy {\n      id\n      name\n    }\n    player {\n      id\n      username\n    }\n    mode {\n      id\n      name\n    }\n    submission {\n      id\n      score\n      durationSeconds\n      status\n    }\n  }\n": types.AdminCheatFlagFragmentDoc,
    "\n  query CheatFlags($status: CheatFlagStatus!, $after: String) {\n    cheatFlags(status: $status, first: 25, after: $after) {\n      edges {\n        cursor\n        node {\n          ...AdminCheatFlag\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": types.CheatFlagsDocument,
    "\n  mutation ReviewCheatFlags($input: ReviewCheatFlagsInput!) {\n    reviewCheatFlags(input: $input) {\n      ...AdminCheatFlag\n    }\n  }\n": types.ReviewCheatFlagsDocument,
    "\n  fragment Activity on GameActivity {\n    at\n    activePlayers\n    scoresPerSecond\n    lastMinute\n    lag\n    openFlags\n    modes {\n      scoresPerSecond\n      mode {\n        id\n        name\n      }\n    }\n  }\n": types.ActivityFragmentDoc,
    "\n  fragment ModeScores on GameMode {\n    id\n    name\n    scores {\n      games\n      mean\n      deviation\n      median: percentile(share: 0.5)\n      p90: percentile(share: 0.9)\n      p99: percentile(share: 0.99)\n      bars {\n        from\n        to\n        games\n      }\n    }\n  }\n": types.ModeScoresFragmentDoc,
    "\n  query AdminModeScores {\n    gameModes {\n      ...ModeScores\n    }\n  }\n": types.AdminModeScoresDocument,
    "\n  subscription GameActivityChanged {\n    gameActivityChanged {\n      ...Activity\n    }\n  }\n": types.GameActivityChangedDocument,
    "\n  fragment AdminGameEvent on GameEvent {\n    id\n    name\n    status\n    startsAt\n    endsAt\n    multiplier\n    participants\n    mode {\n      id\n      name\n    }\n  }\n": types.AdminGameEventFragmentDoc,
    "\n  query AdminGameEvents($includeOver: Boolean!) {\n    gameEvents(includeOver: $includeOver, first: 50) {\n      ...AdminGameEvent\n    }\n  }\n": types.AdminGameEventsDocument,
    "\n  mutation ScheduleGameEvent($input: ScheduleGameEventInput!) {\n    scheduleGameEvent(input: $input) {\n      ...AdminGameEvent\n    }\n  }\n": types.ScheduleGameEventDocument,
    "\n  mutation CancelGameEvent($id: ID!) {\n    cancelGameEvent(id: $id) {\n      ... on GameEvent {\n        ...AdminGameEvent\n      }\n      ... on GameEventOver {\n        message\n      }\n    }\n  }\n": types.CancelGameEventDocument,
    "\n  query ScoreAdjustments($after: String) {\n    scoreAdjustments(first: 25, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          kind\n          reason\n          scoreCount\n          createdAt\n          correctedAt\n          madeBy {\n            id\n            name\n          }\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": types.ScoreAdjustmentsDocument,
    "\n  mutation RemoveScores($input: RemoveScoresInput!) {\n    removeScores(input: $input) {\n      ... on ScoreAdjustment {\n        id\n        scoreCount\n      }\n      ... on NoScoresToAdjust {\n        message\n      }\n    }\n  }\n": types.RemoveScoresDocument,
    "\n  mutation RestoreScores($input: RestoreScoresInput!) {\n    restoreScores(input: $input) {\n      ... on ScoreAdjustment {\n        id\n        scoreCount\n      }\n      ... on NoScoresToAdjust {\n        message\n      }\n    }\n  }\n": types.RestoreScoresDocument,
    "\n  query Seasons {\n    seasons(first: 8) {\n      name\n      startsAt\n      endsAt\n      status\n    }\n    seasonRewardTiers {\n      name\n      upToRank\n      coins\n    }\n  }\n": types.SeasonsDocument,
    "\n  mutation SetSeasonRewards($input: SetSeasonRewardsInput!) {\n    setSeasonRewards(input: $input) {\n      upToRank\n      name\n      coins\n    }\n  }\n": types.SetSeasonRewardsDocument,
    "\n  mutation CloseSeason($season: String!) {\n    closeSeason(season: $season) {\n      ... on SeasonClosed {\n        paidCount\n      }\n      ... on SeasonNotOver {\n        message\n      }\n    }\n  }\n": types.CloseSeasonDocument,
    "\n  fragment DeadLetterFields on DeadLetter {\n    id\n    group\n    topic\n    type\n    key\n    error\n    attempts\n    event\n    failedAt\n  }\n": types.DeadLetterFieldsFragmentDoc,
    "\n  fragment PartMessagesFields on PartMessages {\n    name\n    outboxPending\n    groups {\n      name\n      lag\n      deadLetters\n    }\n    deadLetters(first: 50) {\n      edges {\n        cursor\n        node {\n          ...DeadLetterFields\n        }\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n  }\n": types.PartMessagesFieldsFragmentDoc,
    "\n  query AdminMessages {\n    accountsMessages {\n      ...PartMessagesFields\n    }\n    catalogMessages {\n      ...PartMessagesFields\n    }\n    inventoryMessages {\n      ...PartMessagesFields\n    }\n    ordersMessages {\n      ...PartMessagesFields\n    }\n  }\n": types.AdminMessagesDocument,
    "\n  mutation RedriveDeadLetters(\n    $input: RedriveDeadLettersInput!\n    $accounts: Boolean!\n    $catalog: Boolean!\n    $inventory: Boolean!\n    $orders: Boolean!\n  ) {\n    redriveAccountsDeadLetters(input: $input) @include(if: $accounts) {\n      redriven {\n        id\n      }\n    }\n    redriveCatalogDeadLetters(input: $input) @include(if: $catalog) {\n      redriven {\n        id\n      }\n    }\n    redriveInventoryDeadLetters(input: $input) @include(if: $inventory) {\n      redriven {\n        id\n      }\n    }\n    redriveOrdersDeadLetters(input: $input) @include(if: $orders) {\n      redriven {\n        id\n      }\n    }\n  }\n": types.RedriveDeadLettersDocument,
    "\n  mutation DiscardDeadLetters(\n    $input: DiscardDeadLettersInput!\n    $accounts: Boolean!\n    $catalog: Boolean!\n    $inventory: Boolean!\n    $orders: Boolean!\n  ) {\n    discardAccountsDeadLetters(input: $input) @include(if: $accounts) {\n      discarded {\n        id\n      }\n    }\n    discardCatalogDeadLetters(input: $input) @include(if: $catalog) {\n      discarded {\n        id\n      }\n    }\n    discardInventoryDeadLetters(input: $input) @include(if: $inventory) {\n      discarded {\n        id\n      }\n    }\n    discardOrdersDeadLetters(input: $input) @include(if: $orders) {\n      discarded {\n        id\n      }\n    }\n  }\n": types.DiscardDeadLettersDocument,
    "\n  query LocalMailbox($after: String) {\n    localMailbox(first: 10, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          channel\n          recipient\n          subject\n          createdAt\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": types.LocalMailboxDocument,
    "\n  fragment AdminOrderRow on Order {\n    id\n    status\n    placedAt\n    customer {\n      id\n      name\n    }\n    lines {\n      productName\n      quantity\n    }\n    total {\n      amountCents\n      currency\n    }\n  }\n": types.AdminOrderRowFragmentDoc,
    "\n  query AdminOrders($filter: OrderFilter, $after: String) {\n    orders(filter: $filter, first: 50, after: $after) {\n      totalCount\n      isTotalCountExact\n      edges {\n        cursor\n        node {\n          ...AdminOrderRow\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": types.AdminOrdersDocument,
    "\n  subscription OrderPlaced {\n    orderPlaced {\n      ...AdminOrderRow\n    }\n  }\n": types.OrderPlacedDocument,
    "\n  subscription OrderStatusChanged($id: ID!) {\n    orderUpdated(id: $id) {\n      id\n      status\n    }\n  }\n": types.OrderStatusChangedDocument,
    "\n  fragment AdminProduct on Product {\n    id\n    sku\n    name\n    description\n    imageUrl\n    status\n    stock\n    version\n    updatedAt\n    price {\n      amountCents\n      currency\n    }\n    category {\n      slug\n      name\n    }\n  }\n": types.AdminProductFragmentDoc,
    "\n  query AdminProducts($search: String, $filter: ProductFilter, $after: String) {\n    products(search: $search, filter: $filter, first: 30, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          ...AdminProduct\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": types.AdminProductsDocument,
    "\n  query CategoryChoices {\n    categories {\n      id\n      slug\n      name\n    }\n  }\n": types.CategoryChoicesDocument,
    "\n  mutation CreateProduct($input: CreateProductInput!) {\n    createProduct(input: $input) {\n      ... on Product {\n        ...AdminProduct\n      }\n      ... on SkuTaken {\n        message\n      }\n    }\n  }\n": types.CreateProductDocument,
    "\n  mutation UpdateProduct($input: UpdateProductInput!) {\n    updateProduct(input: $input) {\n      ... on Product {\n        ...AdminProduct\n      }\n      ... on ProductChanged {\n        message\n        product {\n          ...AdminProduct\n        }\n      }\n    }\n  }\n": types.UpdateProductDocument,
    "\n  mutation ArchiveProduct($id: ID!) {\n    archiveProduct(id: $id) {\n      ...AdminProduct\n    }\n  }\n": types.ArchiveProductDocument,
    "\n  fragment StockLevelFields on StockLevel {\n    available\n    reserved\n    onHand\n    sold\n    received\n    updatedAt\n    warehouse {\n      id\n      code\n      name\n    }\n    product {\n      id\n      name\n      sku\n      imageUrl\n    }\n  }\n": types.StockLevelFieldsFragmentDoc,
    "\n  query StockLevels($filter: StockLevelFilter, $after: String) {\n    stockLevels(filter: $filter, first: 25, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          ...StockLevelFields\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": types.StockLevelsDocument,
    "\n  query Warehouses {\n    warehouses {\n      id\n      code\n      name\n      city\n    }\n  }\n": types.WarehousesDocument,
    "\n  query FindProducts($search: String!) {\n    products(search: $search, first: 50) {\n      edges {\n        node {\n          id\n        }\n      }\n    }\n  }\n": types.FindProductsDocument,
    "\n  mutation AdjustStock($input: AdjustStockInput!) {\n    adjustStock(input: $input) {\n      ... on StockLevel {\n        ...StockLevelFields\n      }\n      ... on InsufficientStock {\n        message\n        available\n      }\n    }\n  }\n": types.AdjustStockDocument,
    "\n  query CartCount {\n    cart {\n      totalQuantity\n    }\n  }\n": types.CartCountDocument,
    "\n  fragment ChatMessageFields on Message {\n    conversationId\n    sequence\n    clientId\n    type\n    text\n    media {\n      url\n      thumbnailUrl\n      width\n      height\n      placeholder\n      contentType\n    }\n    replyTo {\n      sequence\n      text\n      type\n      deletedAt\n      sender {\n        id\n        name\n      }\n    }\n    reactions {\n      emoji\n      user {\n        id\n      }\n    }\n    sender {\n      id\n      name\n    }\n    createdAt\n    editedAt\n    deletedAt\n  }\n": types.ChatMessageFieldsFragmentDoc,
    "\n  fragment ChatConversationFields on Conversation {\n    id\n    other {\n      id\n      name\n      avatarUrl\n      presence {\n        isOnline\n        lastSeenAt\n      }\n    }\n    lastMessage {\n      sequence\n      text\n      type\n      deletedAt\n      sender {\n        id\n      }\n    }\n    lastSequence\n    unreadCount\n    ownReceipt {\n      deliveredSequence\n      readSequence\n    }\n    otherReceipt {\n      deliveredSequence\n      readSequence\n    }\n    isBlocked\n    lastActivityAt\n  }\n": types.ChatConversationFieldsFragmentDoc,
    "\n  query ChatConversations($after: String) {\n    conversations(first: 100, after: $after) {\n      edges {\n        node {\n          ...ChatConversationFields\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.ChatConversationsDocument,
    "\n  query ChatUnreadMessages {\n    unreadMessageCount\n  }\n": types.ChatUnreadMessagesDocument,
    "\n  query ChatConversation($id: ID!) {\n    conversation(id: $id) {\n      ...ChatConversationFields\n    }\n  }\n": types.ChatConversationDocument,
    "\n  query ChatMessages($id: ID!, $beforeSequence: Int!, $first: Int!) {\n    conversation(id: $id) {\n      id\n      messages(first: $first, beforeSequence: $beforeSequence) {\n        messages {\n          ...ChatMessageFields\n        }\n      }\n    }\n  }\n": types.ChatMessagesDocument,
    "\n  mutation SendChatMessage($input: SendMessageInput!) {\n    sendMessage(input: $input) {\n      ... on Message {\n        ...ChatMessageFields\n      }\n      ... on ConversationBlocked {\n        message\n      }\n      ... on ClientIdConflict {\n        message\n      }\n      ... on MessageRateLimited {\n        message\n        retryAfterMs\n      }\n      ... on ChatBusy {\n        message\n        retryAfterMs\n      }\n    }\n  }\n": types.SendChatMessageDocument,
    "\n  mutation EditChatMessage($input: EditMessageInput!) {\n    editMessage(input: $input) {\n      ... on Message {\n        ...ChatMessageFields\n      }\n      ... on MessageNotEditable {\n        message\n      }\n    }\n  }\n": types.EditChatMessageDocument,
    "\n  mutation DeleteChatMessage($conversationId: ID!, $sequence: Int!) {\n    deleteMessage(conversationId: $conversationId, sequence: $sequence) {\n      ... on Message {\n        ...ChatMessageFields\n      }\n      ... on MessageNotEditable {\n        message\n      }\n    }\n  }\n": types.DeleteChatMessageDocument,
    "\n  mutation SetChatReaction($input: SetReactionInput!) {\n    setReaction(input: $input) {\n      ...ChatMessageFields\n    }\n  }\n": types.SetChatReactionDocument,
    "\n  mutation ReportChatMessage($input: ReportMessageInput!) {\n    reportMessage(input: $input)\n  }\n": types.ReportChatMessageDocument,
    "\n  mutation AcknowledgeMessages($positions: [ConversationPosition!]!) {\n    acknowledgeMessages(positions: $positions)\n  }\n": types.AcknowledgeMessagesDocument,
    "\n  mutation MarkConversationRead($position: ConversationPosition!) {\n    markConversationRead(position: $position) {\n      id\n      unreadCount\n      ownReceipt {\n        deliveredSequence\n        readSequence\n      }\n    }\n  }\n": types.MarkConversationReadDocument,
    "\n  mutation StartConversation($userId: ID!) {\n    startConversation(userId: $userId) {\n      ... on Conversation {\n        ...ChatConversationFields\n      }\n      ... on UserNotFound {\n        message\n      }\n      ... on ConversationBlocked {\n        message\n      }\n    }\n  }\n": types.StartConversationDocument,
    "\n  query FindPeople($text: String!) {\n    findUsers(text: $text) {\n      id\n      name\n      username\n      avatarUrl\n    }\n  }\n": types.FindPeopleDocument,
    "\n  query ChatContacts {\n    contacts {\n      id\n      name\n      username\n      avatarUrl\n    }\n  }\n": types.ChatContactsDocument,
    "\n  mutation AddContact($userId: ID!) {\n    addContact(userId: $userId) {\n      id\n    }\n  }\n": types.AddContactDocument,
    "\n  mutation BlockUser($userId: ID!) {\n    blockUser(userId: $userId) {\n      id\n    }\n  }\n": types.BlockUserDocument,
    "\n  mutation UnblockUser($userId: ID!) {\n    unblockUser(userId: $userId)\n  }\n": types.UnblockUserDocument,
    "\n  mutation StartTyping($conversationId: ID!) {\n    startTyping(conversationId: $conversationId)\n  }\n": types.StartTypingDocument,
    "\n  mutation StopTyping($conversationId: ID!) {\n    stopTyping(conversationId: $conversationId)\n  }\n": types.StopTypingDocument,
    "\n  query SearchChatMessages($filter: MessageFilter!, $after: String) {\n    searchMessages(filter: $filter, first: 25, after: $after) {\n      edges {\n        node {\n          highlights {\n            start\n            length\n          }\n          message {\n            conversationId\n            sequence\n            type\n            text\n            createdAt\n            sender {\n              id\n              name\n            }\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.SearchChatMessagesDocument,
    "\n  mutation RequestUpload($input: RequestUploadInput!) {\n    requestUpload(input: $input) {\n      ... on MediaUpload {\n        mediaId\n        url\n        headers {\n          name\n          value\n        }\n      }\n      ... on UploadRefused {\n        message\n      }\n    }\n  }\n": types.RequestUploadDocument,
    "\n  mutation FinishUpload($mediaId: ID!) {\n    finishUpload(mediaId: $mediaId) {\n      ... on ReadyMedia {\n        mediaId\n      }\n      ... on UploadRefused {\n        message\n      }\n    }\n  }\n": types.FinishUploadDocument,
    "\n  subscription ChatMessageReceived($after: [ConversationPosition!]) {\n    messageReceived(after: $after) {\n      ...ChatMessageFields\n    }\n  }\n": types.ChatMessageReceivedDocument,
    "\n  subscription ChatMessageArrived {\n    messageReceived {\n      conversationId\n      sequence\n    }\n  }\n": types.ChatMessageArrivedDocument,
    "\n  subscription ChatMessageChanged {\n    messageChanged {\n      ...ChatMessageFields\n    }\n  }\n": types.ChatMessageChangedDocument,
    "\n  subscription ChatMessageStatusChanged {\n    messageStatusChanged {\n      conversation {\n        id\n      }\n      user {\n        id\n      }\n      deliveredSequence\n      readSequence\n    }\n  }\n": types.ChatMessageStatusChangedDocument,
    "\n  subscription ChatTypingChanged {\n    typingChanged {\n      conversationId\n      isTyping\n    }\n  }\n": types.ChatTypingChangedDocument,
    "\n  subscription ChatPresenceChanged {\n    presenceChanged {\n      user {\n        id\n      }\n      isOnline\n      lastSeenAt\n    }\n  }\n": types.ChatPresenceChangedDocument,
    "\n  mutation Checkout($input: CheckoutInput!) {\n    checkout(input: $input) {\n      ... on Order {\n        id\n        status\n      }\n      ... on OutOfStock {\n        message\n        missing {\n          requested\n          available\n          product {\n            id\n            name\n          }\n        }\n      }\n      ... on ProductsUnavailable {\n        message\n        products {\n          id\n          name\n        }\n      }\n      ... on CartEmpty {\n        message\n      }\n      ... on IdempotencyConflict {\n        message\n      }\n      ... on RateLimited {\n        message\n        retryAfterMs\n      }\n      ... on Busy {\n        message\n        retryAfterMs\n      }\n    }\n  }\n": types.CheckoutDocument,
    "\n  mutation KeepAddress($input: AddressInput!) {\n    addAddress(input: $input) {\n      id\n    }\n  }\n": types.KeepAddressDocument,
    "\n  query FlashSales {\n    flashSales(first: 6) {\n      edges {\n        cursor\n        node {\n          ...FlashSaleState\n          units\n          price {\n            amountCents\n            currency\n          }\n          product {\n            id\n            name\n            imageUrl\n            price {\n              amountCents\n              currency\n            }\n          }\n        }\n      }\n    }\n  }\n": types.FlashSalesDocument,
    "\n  mutation PlaceFlashOrder($input: PlaceFlashOrderInput!) {\n    placeFlashOrder(input: $input) {\n      ... on Order {\n        id\n      }\n      ... on QueuePlace {\n        id\n        message\n        position\n        estimatedWaitMs\n      }\n      ... on SoldOut {\n        message\n      }\n      ... on SaleNotStarted {\n        message\n      }\n      ... on SaleEnded {\n        message\n      }\n      ... on LimitReached {\n        message\n      }\n      ... on RateLimited {\n        message\n        retryAfterMs\n      }\n      ... on Busy {\n        message\n        retryAfterMs\n      }\n      ... on IdempotencyConflict {\n        message\n      }\n    }\n  }\n": types.PlaceFlashOrderDocument,
    "\n  subscription QueuePositionChanged($id: ID!) {\n    queuePositionChanged(id: $id) {\n      ... on Order {\n        id\n      }\n      ... on QueuePlace {\n        id\n        message\n        position\n        estimatedWaitMs\n      }\n      ... on SoldOut {\n        message\n      }\n      ... on SaleEnded {\n        message\n      }\n      ... on LimitReached {\n        message\n      }\n    }\n  }\n": types.QueuePositionChangedDocument,
    "\n  fragment BoardEntry on LeaderboardEntry {\n    rank\n    score\n    percentile\n    player {\n      id\n      username\n      region\n    }\n  }\n": types.BoardEntryFragmentDoc,
    "\n  query BoardPage($input: LeaderboardInput!, $fromRank: Int!) {\n    leaderboard(input: $input) {\n      period\n      endsAt\n      isClosed\n      totalPlayers\n      entries(first: 100, fromRank: $fromRank) {\n        ...BoardEntry\n      }\n    }\n  }\n": types.BoardPageDocument,
    "\n  fragment BoardEvent on GameEvent {\n    id\n    name\n    status\n    startsAt\n    endsAt\n    multiplier\n    participants\n  }\n": types.BoardEventFragmentDoc,
    "\n  query BoardEvents($modeId: ID!) {\n    gameEvents(modeId: $modeId, includeOver: true, first: 30) {\n      ...BoardEvent\n    }\n  }\n": types.BoardEventsDocument,
    "\n  subscription BoardChanged($modeId: ID!, $window: LeaderboardWindow!) {\n    leaderboardChanged(modeId: $modeId, window: $window) {\n      totalPlayers\n      entries(first: 10) {\n        ...BoardEntry\n      }\n    }\n  }\n": types.BoardChangedDocument,
    "\n  subscription RecentScores($modeId: ID!) {\n    recentScores(modeId: $modeId) {\n      score\n      submittedAt\n      player {\n        id\n        username\n        region\n      }\n    }\n  }\n": types.RecentScoresDocument,
    "\n  query OwnPlace($input: LeaderboardInput!) {\n    myPlayer {\n      id\n      username\n      rank(input: $input) {\n        rank\n        score\n        percentile\n      }\n    }\n  }\n": types.OwnPlaceDocument,
    "\n  subscription OwnRankChanged($playerId: ID!, $modeId: ID!) {\n    rankChanged(playerId: $playerId, modeId: $modeId) {\n      rank\n      score\n    }\n  }\n": types.OwnRankChangedDocument,
    "\n  query TierScores($input: LeaderboardInput!, $goalRank: Int!, $fromRank: Int!) {\n    leaderboard(input: $input) {\n      goal: entries(first: 1, fromRank: $goalRank) {\n        score\n      }\n      from: entries(first: 1, fromRank: $fromRank) {\n        score\n      }\n    }\n  }\n": types.TierScoresDocument,
    "\n  query PlayerPlace($id: ID!, $input: LeaderboardInput!) {\n    player(id: $id) {\n      id\n      username\n      rank(input: $input) {\n        rank\n      }\n    }\n  }\n": types.PlayerPlaceDocument,
    "\n  query MyGames {\n    myPlayer {\n      id\n      username\n      region\n      level\n      totalScore\n      statistics {\n        mode {\n          id\n          name\n        }\n        gamesPlayed\n        totalScore\n        bestScore\n        averageScore\n        secondsPlayed\n      }\n      rewards {\n        season\n        rank\n        tier\n        coins\n        mode {\n          id\n          name\n        }\n      }\n      following {\n        id\n        username\n        region\n        isFollowed\n      }\n    }\n  }\n": types.MyGamesDocument,
    "\n  fragment Game on Submission {\n    id\n    score\n    durationSeconds\n    submittedAt\n    status\n    mode {\n      id\n      name\n    }\n    effect {\n      rankBefore\n      rankAfter\n      totalScore\n      isPersonalBest\n    }\n  }\n": types.GameFragmentDoc,
    "\n  query MyHistory($modeId: ID, $after: String) {\n    myPlayer {\n      id\n      submissions(modeId: $modeId, first: 25, after: $after) {\n        edges {\n          cursor\n          node {\n            ...Game\n          }\n        }\n        pageInfo {\n          endCursor\n          hasNextPage\n        }\n      }\n    }\n  }\n": types.MyHistoryDocument,
    "\n  mutation CreatePlayer($input: CreatePlayerInput!) {\n    createPlayer(input: $input) {\n      ... on Player {\n        id\n        username\n        region\n      }\n      ... on UsernameTaken {\n        message\n      }\n      ... on PlayerExists {\n        message\n      }\n    }\n  }\n": types.CreatePlayerDocument,
    "\n  mutation SubmitScore($input: SubmitScoreInput!) {\n    submitScore(input: $input) {\n      ... on Submission {\n        ...Game\n      }\n      ... on ScoreTooHigh {\n        message\n      }\n      ... on ImplausibleDuration {\n        message\n      }\n      ... on TooSoon {\n        message\n        retryAfterMs\n      }\n      ... on NoPlayer {\n        message\n      }\n    }\n  }\n": types.SubmitScoreDocument,
    "\n  subscription SubmissionCounted($id: ID!) {\n    submissionCounted(id: $id) {\n      ...Game\n    }\n  }\n": types.SubmissionCountedDocument,
    "\n  query Submission($id: ID!) {\n    submission(id: $id) {\n      ...Game\n    }\n  }\n": types.SubmissionDocument,
    "\n  mutation FollowPlayer($playerId: ID!) {\n    followPlayer(playerId: $playerId) {\n      ... on Player {\n        id\n        username\n        isFollowed\n      }\n      ... on TooManyFollowed {\n        message\n      }\n    }\n  }\n": types.FollowPlayerDocument,
    "\n  mutation UnfollowPlayer($playerId: ID!) {\n    unfollowPlayer(playerId: $playerId)\n  }\n": types.UnfollowPlayerDocument,
    "\n  fragment NotificationFields on Notification {\n    id\n    kind\n    channel\n    status\n    sentAt\n    subject\n    body\n    orderId\n    createdAt\n    readAt\n  }\n": types.NotificationFieldsFragmentDoc,
    "\n  query UnreadCount {\n    me {\n      id\n      notifications(first: 1) {\n        unreadCount\n      }\n    }\n  }\n": types.UnreadCountDocument,
    "\n  query Notifications($unreadOnly: Boolean!, $after: String) {\n    me {\n      id\n      notifications(first: 25, unreadOnly: $unreadOnly, after: $after) {\n        unreadCount\n        totalCount\n        edges {\n          cursor\n          node {\n            ...NotificationFields\n          }\n        }\n        pageInfo {\n          endCursor\n          hasNextPage\n        }\n      }\n    }\n  }\n": types.NotificationsDocument,
    "\n  subscription NotificationReceived {\n    notificationReceived {\n      ...NotificationFields\n    }\n  }\n": types.NotificationReceivedDocument,
    "\n  mutation MarkNotificationsRead($ids: [ID!]) {\n    markNotificationsRead(ids: $ids)\n  }\n": types.MarkNotificationsReadDocument,
    "\n  query MyOrders($filter: OrderFilter, $after: String) {\n    myOrders(filter: $filter, first: 20, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          id\n          status\n          placedAt\n          estimatedDeliveryAt\n          total {\n            amountCents\n            currency\n          }\n          lines {\n            productName\n            quantity\n            product {\n              id\n              imageUrl\n            }\n          }\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": types.MyOrdersDocument,
    "\n  fragment ProductCard on Product {\n    id\n    name\n    imageUrl\n    isInStock\n    price {\n      amountCents\n      currency\n    }\n    category {\n      slug\n      name\n    }\n  }\n": types.ProductCardFragmentDoc,
    "\n  query Products($search: String, $filter: ProductFilter, $sort: ProductSort, $after: String) {\n    products(search: $search, filter: $filter, sort: $sort, first: 24, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          ...ProductCard\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": types.ProductsDocument,
    "\n  query Categories {\n    categories {\n      id\n      slug\n      name\n      productCount\n    }\n  }\n": types.CategoriesDocument,
    "\n  query Product($id: ID!) {\n    product(id: $id) {\n      ...ProductCard\n      description\n      sku\n      status\n      stock\n    }\n  }\n": types.ProductDocument,
    "\n  fragment CartFields on Cart {\n    lines {\n      quantity\n      unitPrice {\n        amountCents\n        currency\n      }\n      lineTotal {\n        amountCents\n        currency\n      }\n      product {\n        id\n        name\n        imageUrl\n        stock\n        status\n        category {\n          slug\n          name\n        }\n      }\n    }\n    subtotal {\n      amountCents\n      currency\n    }\n    shippingFee {\n      amountCents\n      currency\n    }\n    total {\n      amountCents\n      currency\n    }\n    totalQuantity\n  }\n": types.CartFieldsFragmentDoc,
    "\n  query Cart {\n    cart {\n      ...CartFields\n    }\n  }\n": types.CartDocument,
    "\n  mutation AddToCart($input: AddToCartInput!) {\n    addToCart(input: $input) {\n      ...CartFields\n    }\n  }\n": types.AddToCartDocument,
    "\n  mutation SetCartQuantity($input: SetCartQuantityInput!) {\n    setCartQuantity(input: $input) {\n      ...CartFields\n    }\n  }\n": types.SetCartQuantityDocument,
    "\n  fragment FlashSaleState on FlashSale {\n    id\n    status\n    unitsLeft\n    queueLength\n    startsAt\n    endsAt\n    serverTime\n  }\n": types.FlashSaleStateFragmentDoc,
    "\n  query FlashSale($id: ID!) {\n    flashSale(id: $id) {\n      ...FlashSaleState\n      units\n      limitPerUser\n      price {\n        amountCents\n        currency\n      }\n      product {\n        id\n        name\n        description\n        imageUrl\n        price {\n          amountCents\n          currency\n        }\n      }\n    }\n  }\n": types.FlashSaleDocument,
    "\n  subscription FlashSaleUpdated($id: ID!) {\n    flashSaleUpdated(id: $id) {\n      ...FlashSaleState\n    }\n  }\n": types.FlashSaleUpdatedDocument,
    "\n  query GameModes {\n    gameModes {\n      id\n      name\n      maxScorePerGame\n      averageDurationMinutes\n    }\n  }\n": types.GameModesDocument,
    "\n  query SeasonRewardTiers {\n    seasonRewardTiers {\n      upToRank\n      name\n      coins\n    }\n  }\n": types.SeasonRewardTiersDocument,
    "\n  query MyPlayer {\n    myPlayer {\n      id\n      username\n      region\n      level\n      totalScore\n    }\n  }\n": types.MyPlayerDocument,
    "\n  query SearchPlayers($username: String!) {\n    searchPlayers(username: $username, first: 10) {\n      id\n      username\n      region\n    }\n  }\n": types.SearchPlayersDocument,
    "\n  mutation RefreshSession($input: RefreshSessionInput!) {\n    refreshSession(input: $input) {\n      ... on Session {\n        accessToken\n        expiresAt\n        refreshToken\n        user {\n          id\n          name\n          roles\n        }\n      }\n      ... on SessionEnded {\n        message\n      }\n    }\n  }\n": types.RefreshSessionDocument,
    "\n  fragment OrderDetail on Order {\n    id\n    status\n    cancellationReason\n    isCancellable\n    placedAt\n    updatedAt\n    estimatedDeliveryAt\n    customer {\n      id\n      name\n    }\n    timeline {\n      at\n      status\n      message\n    }\n    lines {\n      productName\n      quantity\n      unitPrice {\n        amountCents\n        currency\n      }\n      lineTotal {\n        amountCents\n        currency\n      }\n      product {\n        id\n        imageUrl\n      }\n    }\n    subtotal {\n      amountCents\n      currency\n    }\n    shippingFee {\n      amountCents\n      currency\n    }\n    total {\n      amountCents\n      currency\n    }\n    payment {\n      method\n      status\n      failure\n      attempts\n      chargedAt\n      refundedAt\n    }\n    shipment {\n      id\n      carrier\n      trackingNumber\n      status\n      estimatedDeliveryAt\n    }\n    shippingAddress {\n      recipient\n      line1\n      line2\n      postalCode\n      city\n      region\n      country\n    }\n  }\n": types.OrderDetailFragmentDoc,
    "\n  query Order($id: ID!) {\n    order(id: $id) {\n      ...OrderDetail\n    }\n  }\n": types.OrderDocument,
    "\n  subscription OrderUpdated($id: ID!) {\n    orderUpdated(id: $id) {\n      ...OrderDetail\n    }\n  }\n": types.OrderUpdatedDocument,
    "\n  mutation CancelOrder($input: CancelOrderInput!) {\n    cancelOrder(input: $input) {\n      ... on Order {\n        ...OrderDetail\n      }\n      ... on OrderNotCancellable {\n        message\n        order {\n          ...OrderDetail\n        }\n      }\n    }\n  }\n": types.CancelOrderDocument,
    "\n  query CheckoutChoices {\n    me {\n      id\n      name\n      addresses {\n        id\n        recipient\n        line1\n        line2\n        postalCode\n        city\n        region\n        country\n        isDefault\n      }\n    }\n    testPaymentTokens {\n      token\n      label\n      outcome\n    }\n  }\n": types.CheckoutChoicesDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Logout($input: LogoutInput!) {\n    logout(input: $input)\n  }\n"): (typeof documents)["\n  mutation Logout($input: LogoutInput!) {\n    logout(input: $input)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MyPicture {\n    me {\n      id\n      avatarUrl\n    }\n  }\n"): (typeof documents)["\n  query MyPicture {\n    me {\n      id\n      avatarUrl\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SessionFields on Session {\n    accessToken\n    expiresAt\n    refreshToken\n    user {\n      id\n      name\n      roles\n    }\n  }\n"): (typeof documents)["\n  fragment SessionFields on Session {\n    accessToken\n    expiresAt\n    refreshToken\n    user {\n      id\n      name\n      roles\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Login($input: LoginInput!) {\n    login(input: $input) {\n      ... on Session {\n        ...SessionFields\n      }\n      ... on InvalidCredentials {\n        message\n      }\n      ... on TooManyAttempts {\n        message\n        retryAt\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation Login($input: LoginInput!) {\n    login(input: $input) {\n      ... on Session {\n        ...SessionFields\n      }\n      ... on InvalidCredentials {\n        message\n      }\n      ... on TooManyAttempts {\n        message\n        retryAt\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Register($input: RegisterInput!) {\n    register(input: $input) {\n      ... on Session {\n        ...SessionFields\n      }\n      ... on EmailTaken {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation Register($input: RegisterInput!) {\n    register(input: $input) {\n      ... on Session {\n        ...SessionFields\n      }\n      ... on EmailTaken {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ProfileFields on User {\n    id\n    name\n    username\n    avatarUrl\n    email\n    phone\n    preferences {\n      language\n      marketingChannels\n      orderChannels\n    }\n  }\n"): (typeof documents)["\n  fragment ProfileFields on User {\n    id\n    name\n    username\n    avatarUrl\n    email\n    phone\n    preferences {\n      language\n      marketingChannels\n      orderChannels\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SavedAddress on Address {\n    id\n    recipient\n    line1\n    line2\n    postalCode\n    city\n    region\n    country\n    isDefault\n  }\n"): (typeof documents)["\n  fragment SavedAddress on Address {\n    id\n    recipient\n    line1\n    line2\n    postalCode\n    city\n    region\n    country\n    isDefault\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Account {\n    me {\n      ...ProfileFields\n      createdAt\n      addresses {\n        ...SavedAddress\n      }\n    }\n  }\n"): (typeof documents)["\n  query Account {\n    me {\n      ...ProfileFields\n      createdAt\n      addresses {\n        ...SavedAddress\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateProfile($input: UpdateProfileInput!) {\n    updateProfile(input: $input) {\n      ...ProfileFields\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateProfile($input: UpdateProfileInput!) {\n    updateProfile(input: $input) {\n      ...ProfileFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetAvatar($picture: String!) {\n    setAvatar(picture: $picture) {\n      id\n      avatarUrl\n    }\n  }\n"): (typeof documents)["\n  mutation SetAvatar($picture: String!) {\n    setAvatar(picture: $picture) {\n      id\n      avatarUrl\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveAvatar {\n    removeAvatar {\n      id\n      avatarUrl\n    }\n  }\n"): (typeof documents)["\n  mutation RemoveAvatar {\n    removeAvatar {\n      id\n      avatarUrl\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddAddress($input: AddressInput!) {\n    addAddress(input: $input) {\n      ...SavedAddress\n    }\n  }\n"): (typeof documents)["\n  mutation AddAddress($input: AddressInput!) {\n    addAddress(input: $input) {\n      ...SavedAddress\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateAddress($id: ID!, $input: AddressInput!) {\n    updateAddress(id: $id, input: $input) {\n      ...SavedAddress\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateAddress($id: ID!, $input: AddressInput!) {\n    updateAddress(id: $id, input: $input) {\n      ...SavedAddress\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveAddress($id: ID!) {\n    removeAddress(id: $id)\n  }\n"): (typeof documents)["\n  mutation RemoveAddress($id: ID!) {\n    removeAddress(id: $id)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CacheStatistics {\n    catalogCacheStats {\n      since\n      reads {\n        memory\n        redis\n        database\n        nowhere\n        hitRate\n      }\n      hotReads {\n        memory\n        redis\n        database\n        nowhere\n        hitRate\n      }\n      memoryProducts\n      rankedProducts\n      soonWantedProducts\n      mostRead(first: 10) {\n        id\n        name\n        sku\n      }\n    }\n  }\n"): (typeof documents)["\n  query CacheStatistics {\n    catalogCacheStats {\n      since\n      reads {\n        memory\n        redis\n        database\n        nowhere\n        hitRate\n      }\n      hotReads {\n        memory\n        redis\n        database\n        nowhere\n        hitRate\n      }\n      memoryProducts\n      rankedProducts\n      soonWantedProducts\n      mostRead(first: 10) {\n        id\n        name\n        sku\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CampaignProgress on Campaign {\n    id\n    subject\n    body\n    language\n    registeredFrom\n    registeredBefore\n    maxRecipients\n    state\n    recipients\n    createdAt\n    endedAt\n  }\n"): (typeof documents)["\n  fragment CampaignProgress on Campaign {\n    id\n    subject\n    body\n    language\n    registeredFrom\n    registeredBefore\n    maxRecipients\n    state\n    recipients\n    createdAt\n    endedAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Campaigns($after: String) {\n    campaigns(first: 25, after: $after) {\n      edges {\n        cursor\n        node {\n          ...CampaignProgress\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"): (typeof documents)["\n  query Campaigns($after: String) {\n    campaigns(first: 25, after: $after) {\n      edges {\n        cursor\n        node {\n          ...CampaignProgress\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartCampaign($input: StartCampaignInput!) {\n    startCampaign(input: $input) {\n      ...CampaignProgress\n    }\n  }\n"): (typeof documents)["\n  mutation StartCampaign($input: StartCampaignInput!) {\n    startCampaign(input: $input) {\n      ...CampaignProgress\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelCampaign($id: ID!) {\n    cancelCampaign(id: $id) {\n      ...CampaignProgress\n    }\n  }\n"): (typeof documents)["\n  mutation CancelCampaign($id: ID!) {\n    cancelCampaign(id: $id) {\n      ...CampaignProgress\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ChatActivityFields on ChatActivity {\n    onlineUsers\n    activeUsers\n    openStreams\n    messagesPerSecond\n    averageDeliveryMs\n    sockets {\n      state\n      problems\n      gateways\n      open\n      opened\n      closed\n      refused\n      unanswered\n      medianRoundTripMs\n      longestRoundTripMs\n      closes {\n        code\n        meaning\n        count\n      }\n    }\n    minutes {\n      startedAt\n      messages\n      averageDeliveryMs\n    }\n  }\n"): (typeof documents)["\n  fragment ChatActivityFields on ChatActivity {\n    onlineUsers\n    activeUsers\n    openStreams\n    messagesPerSecond\n    averageDeliveryMs\n    sockets {\n      state\n      problems\n      gateways\n      open\n      opened\n      closed\n      refused\n      unanswered\n      medianRoundTripMs\n      longestRoundTripMs\n      closes {\n        code\n        meaning\n        count\n      }\n    }\n    minutes {\n      startedAt\n      messages\n      averageDeliveryMs\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AdminChatActivity {\n    chatActivity(minutes: 60) {\n      ...ChatActivityFields\n    }\n  }\n"): (typeof documents)["\n  query AdminChatActivity {\n    chatActivity(minutes: 60) {\n      ...ChatActivityFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription AdminChatActivityChanged {\n    chatActivityChanged {\n      ...ChatActivityFields\n    }\n  }\n"): (typeof documents)["\n  subscription AdminChatActivityChanged {\n    chatActivityChanged {\n      ...ChatActivityFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AdminMessageReports($after: String) {\n    messageReports(isResolved: false, first: 25, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          reason\n          text\n          createdAt\n          resolvedAt\n          sender {\n            id\n            name\n          }\n          reportedBy {\n            id\n            name\n          }\n          media {\n            thumbnailUrl\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query AdminMessageReports($after: String) {\n    messageReports(isResolved: false, first: 25, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          reason\n          text\n          createdAt\n          resolvedAt\n          sender {\n            id\n            name\n          }\n          reportedBy {\n            id\n            name\n          }\n          media {\n            thumbnailUrl\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResolveMessageReport($id: ID!, $resolution: ReportResolution!) {\n    resolveMessageReport(id: $id, resolution: $resolution) {\n      id\n      resolvedAt\n      resolution\n    }\n  }\n"): (typeof documents)["\n  mutation ResolveMessageReport($id: ID!, $resolution: ReportResolution!) {\n    resolveMessageReport(id: $id, resolution: $resolution) {\n      id\n      resolvedAt\n      resolution\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AdminFlashSale on FlashSale {\n    ...FlashSaleState\n    units\n    unitsReserved\n    unitsSold\n    unitsReturned\n    limitPerUser\n    price {\n      amountCents\n      currency\n    }\n    product {\n      id\n      name\n      sku\n    }\n  }\n"): (typeof documents)["\n  fragment AdminFlashSale on FlashSale {\n    ...FlashSaleState\n    units\n    unitsReserved\n    unitsSold\n    unitsReturned\n    limitPerUser\n    price {\n      amountCents\n      currency\n    }\n    product {\n      id\n      name\n      sku\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AdminFlashSales($filter: FlashSaleFilter, $after: String) {\n    flashSales(filter: $filter, first: 25, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          ...AdminFlashSale\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"): (typeof documents)["\n  query AdminFlashSales($filter: FlashSaleFilter, $after: String) {\n    flashSales(filter: $filter, first: 25, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          ...AdminFlashSale\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription AdminFlashSaleUpdated($id: ID!) {\n    flashSaleUpdated(id: $id) {\n      ...AdminFlashSale\n    }\n  }\n"): (typeof documents)["\n  subscription AdminFlashSaleUpdated($id: ID!) {\n    flashSaleUpdated(id: $id) {\n      ...AdminFlashSale\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SaleProducts($search: String!) {\n    products(search: $search, first: 20) {\n      edges {\n        node {\n          id\n          name\n          sku\n          stock\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query SaleProducts($search: String!) {\n    products(search: $search, first: 20) {\n      edges {\n        node {\n          id\n          name\n          sku\n          stock\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ScheduleFlashSale($input: ScheduleFlashSaleInput!) {\n    scheduleFlashSale(input: $input) {\n      ... on FlashSale {\n        ...AdminFlashSale\n      }\n      ... on InsufficientStock {\n        message\n      }\n      ... on FlashSaleOverlap {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ScheduleFlashSale($input: ScheduleFlashSaleInput!) {\n    scheduleFlashSale(input: $input) {\n      ... on FlashSale {\n        ...AdminFlashSale\n      }\n      ... on InsufficientStock {\n        message\n      }\n      ... on FlashSaleOverlap {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelFlashSale($input: CancelFlashSaleInput!) {\n    cancelFlashSale(input: $input) {\n      ... on FlashSale {\n        ...AdminFlashSale\n      }\n      ... on FlashSaleAlreadyOver {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CancelFlashSale($input: CancelFlashSaleInput!) {\n    cancelFlashSale(input: $input) {\n      ... on FlashSale {\n        ...AdminFlashSale\n      }\n      ... on FlashSaleAlreadyOver {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AdminCheatFlag on CheatFlag {\n    id\n    status\n    suspicion\n    reasons\n    zScore\n    createdAt\n    reviewedAt\n    note\n    reviewedBy {\n      id\n      name\n    }\n    player {\n      id\n      username\n    }\n    mode {\n      id\n      name\n    }\n    submission {\n      id\n      score\n      durationSeconds\n      status\n    }\n  }\n"): (typeof documents)["\n  fragment AdminCheatFlag on CheatFlag {\n    id\n    status\n    suspicion\n    reasons\n    zScore\n    createdAt\n    reviewedAt\n    note\n    reviewedBy {\n      id\n      name\n    }\n    player {\n      id\n      username\n    }\n    mode {\n      id\n      name\n    }\n    submission {\n      id\n      score\n      durationSeconds\n      status\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CheatFlags($status: CheatFlagStatus!, $after: String) {\n    cheatFlags(status: $status, first: 25, after: $after) {\n      edges {\n        cursor\n        node {\n          ...AdminCheatFlag\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"): (typeof documents)["\n  query CheatFlags($status: CheatFlagStatus!, $after: String) {\n    cheatFlags(status: $status, first: 25, after: $after) {\n      edges {\n        cursor\n        node {\n          ...AdminCheatFlag\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReviewCheatFlags($input: ReviewCheatFlagsInput!) {\n    reviewCheatFlags(input: $input) {\n      ...AdminCheatFlag\n    }\n  }\n"): (typeof documents)["\n  mutation ReviewCheatFlags($input: ReviewCheatFlagsInput!) {\n    reviewCheatFlags(input: $input) {\n      ...AdminCheatFlag\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Activity on GameActivity {\n    at\n    activePlayers\n    scoresPerSecond\n    lastMinute\n    lag\n    openFlags\n    modes {\n      scoresPerSecond\n      mode {\n        id\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment Activity on GameActivity {\n    at\n    activePlayers\n    scoresPerSecond\n    lastMinute\n    lag\n    openFlags\n    modes {\n      scoresPerSecond\n      mode {\n        id\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ModeScores on GameMode {\n    id\n    name\n    scores {\n      games\n      mean\n      deviation\n      median: percentile(share: 0.5)\n      p90: percentile(share: 0.9)\n      p99: percentile(share: 0.99)\n      bars {\n        from\n        to\n        games\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment ModeScores on GameMode {\n    id\n    name\n    scores {\n      games\n      mean\n      deviation\n      median: percentile(share: 0.5)\n      p90: percentile(share: 0.9)\n      p99: percentile(share: 0.99)\n      bars {\n        from\n        to\n        games\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AdminModeScores {\n    gameModes {\n      ...ModeScores\n    }\n  }\n"): (typeof documents)["\n  query AdminModeScores {\n    gameModes {\n      ...ModeScores\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription GameActivityChanged {\n    gameActivityChanged {\n      ...Activity\n    }\n  }\n"): (typeof documents)["\n  subscription GameActivityChanged {\n    gameActivityChanged {\n      ...Activity\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AdminGameEvent on GameEvent {\n    id\n    name\n    status\n    startsAt\n    endsAt\n    multiplier\n    participants\n    mode {\n      id\n      name\n    }\n  }\n"): (typeof documents)["\n  fragment AdminGameEvent on GameEvent {\n    id\n    name\n    status\n    startsAt\n    endsAt\n    multiplier\n    participants\n    mode {\n      id\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AdminGameEvents($includeOver: Boolean!) {\n    gameEvents(includeOver: $includeOver, first: 50) {\n      ...AdminGameEvent\n    }\n  }\n"): (typeof documents)["\n  query AdminGameEvents($includeOver: Boolean!) {\n    gameEvents(includeOver: $includeOver, first: 50) {\n      ...AdminGameEvent\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ScheduleGameEvent($input: ScheduleGameEventInput!) {\n    scheduleGameEvent(input: $input) {\n      ...AdminGameEvent\n    }\n  }\n"): (typeof documents)["\n  mutation ScheduleGameEvent($input: ScheduleGameEventInput!) {\n    scheduleGameEvent(input: $input) {\n      ...AdminGameEvent\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelGameEvent($id: ID!) {\n    cancelGameEvent(id: $id) {\n      ... on GameEvent {\n        ...AdminGameEvent\n      }\n      ... on GameEventOver {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CancelGameEvent($id: ID!) {\n    cancelGameEvent(id: $id) {\n      ... on GameEvent {\n        ...AdminGameEvent\n      }\n      ... on GameEventOver {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ScoreAdjustments($after: String) {\n    scoreAdjustments(first: 25, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          kind\n          reason\n          scoreCount\n          createdAt\n          correctedAt\n          madeBy {\n            id\n            name\n          }\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"): (typeof documents)["\n  query ScoreAdjustments($after: String) {\n    scoreAdjustments(first: 25, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          kind\n          reason\n          scoreCount\n          createdAt\n          correctedAt\n          madeBy {\n            id\n            name\n          }\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveScores($input: RemoveScoresInput!) {\n    removeScores(input: $input) {\n      ... on ScoreAdjustment {\n        id\n        scoreCount\n      }\n      ... on NoScoresToAdjust {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RemoveScores($input: RemoveScoresInput!) {\n    removeScores(input: $input) {\n      ... on ScoreAdjustment {\n        id\n        scoreCount\n      }\n      ... on NoScoresToAdjust {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestoreScores($input: RestoreScoresInput!) {\n    restoreScores(input: $input) {\n      ... on ScoreAdjustment {\n        id\n        scoreCount\n      }\n      ... on NoScoresToAdjust {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RestoreScores($input: RestoreScoresInput!) {\n    restoreScores(input: $input) {\n      ... on ScoreAdjustment {\n        id\n        scoreCount\n      }\n      ... on NoScoresToAdjust {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Seasons {\n    seasons(first: 8) {\n      name\n      startsAt\n      endsAt\n      status\n    }\n    seasonRewardTiers {\n      name\n      upToRank\n      coins\n    }\n  }\n"): (typeof documents)["\n  query Seasons {\n    seasons(first: 8) {\n      name\n      startsAt\n      endsAt\n      status\n    }\n    seasonRewardTiers {\n      name\n      upToRank\n      coins\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetSeasonRewards($input: SetSeasonRewardsInput!) {\n    setSeasonRewards(input: $input) {\n      upToRank\n      name\n      coins\n    }\n  }\n"): (typeof documents)["\n  mutation SetSeasonRewards($input: SetSeasonRewardsInput!) {\n    setSeasonRewards(input: $input) {\n      upToRank\n      name\n      coins\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CloseSeason($season: String!) {\n    closeSeason(season: $season) {\n      ... on SeasonClosed {\n        paidCount\n      }\n      ... on SeasonNotOver {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CloseSeason($season: String!) {\n    closeSeason(season: $season) {\n      ... on SeasonClosed {\n        paidCount\n      }\n      ... on SeasonNotOver {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DeadLetterFields on DeadLetter {\n    id\n    group\n    topic\n    type\n    key\n    error\n    attempts\n    event\n    failedAt\n  }\n"): (typeof documents)["\n  fragment DeadLetterFields on DeadLetter {\n    id\n    group\n    topic\n    type\n    key\n    error\n    attempts\n    event\n    failedAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PartMessagesFields on PartMessages {\n    name\n    outboxPending\n    groups {\n      name\n      lag\n      deadLetters\n    }\n    deadLetters(first: 50) {\n      edges {\n        cursor\n        node {\n          ...DeadLetterFields\n        }\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment PartMessagesFields on PartMessages {\n    name\n    outboxPending\n    groups {\n      name\n      lag\n      deadLetters\n    }\n    deadLetters(first: 50) {\n      edges {\n        cursor\n        node {\n          ...DeadLetterFields\n        }\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AdminMessages {\n    accountsMessages {\n      ...PartMessagesFields\n    }\n    catalogMessages {\n      ...PartMessagesFields\n    }\n    inventoryMessages {\n      ...PartMessagesFields\n    }\n    ordersMessages {\n      ...PartMessagesFields\n    }\n  }\n"): (typeof documents)["\n  query AdminMessages {\n    accountsMessages {\n      ...PartMessagesFields\n    }\n    catalogMessages {\n      ...PartMessagesFields\n    }\n    inventoryMessages {\n      ...PartMessagesFields\n    }\n    ordersMessages {\n      ...PartMessagesFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RedriveDeadLetters(\n    $input: RedriveDeadLettersInput!\n    $accounts: Boolean!\n    $catalog: Boolean!\n    $inventory: Boolean!\n    $orders: Boolean!\n  ) {\n    redriveAccountsDeadLetters(input: $input) @include(if: $accounts) {\n      redriven {\n        id\n      }\n    }\n    redriveCatalogDeadLetters(input: $input) @include(if: $catalog) {\n      redriven {\n        id\n      }\n    }\n    redriveInventoryDeadLetters(input: $input) @include(if: $inventory) {\n      redriven {\n        id\n      }\n    }\n    redriveOrdersDeadLetters(input: $input) @include(if: $orders) {\n      redriven {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RedriveDeadLetters(\n    $input: RedriveDeadLettersInput!\n    $accounts: Boolean!\n    $catalog: Boolean!\n    $inventory: Boolean!\n    $orders: Boolean!\n  ) {\n    redriveAccountsDeadLetters(input: $input) @include(if: $accounts) {\n      redriven {\n        id\n      }\n    }\n    redriveCatalogDeadLetters(input: $input) @include(if: $catalog) {\n      redriven {\n        id\n      }\n    }\n    redriveInventoryDeadLetters(input: $input) @include(if: $inventory) {\n      redriven {\n        id\n      }\n    }\n    redriveOrdersDeadLetters(input: $input) @include(if: $orders) {\n      redriven {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DiscardDeadLetters(\n    $input: DiscardDeadLettersInput!\n    $accounts: Boolean!\n    $catalog: Boolean!\n    $inventory: Boolean!\n    $orders: Boolean!\n  ) {\n    discardAccountsDeadLetters(input: $input) @include(if: $accounts) {\n      discarded {\n        id\n      }\n    }\n    discardCatalogDeadLetters(input: $input) @include(if: $catalog) {\n      discarded {\n        id\n      }\n    }\n    discardInventoryDeadLetters(input: $input) @include(if: $inventory) {\n      discarded {\n        id\n      }\n    }\n    discardOrdersDeadLetters(input: $input) @include(if: $orders) {\n      discarded {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DiscardDeadLetters(\n    $input: DiscardDeadLettersInput!\n    $accounts: Boolean!\n    $catalog: Boolean!\n    $inventory: Boolean!\n    $orders: Boolean!\n  ) {\n    discardAccountsDeadLetters(input: $input) @include(if: $accounts) {\n      discarded {\n        id\n      }\n    }\n    discardCatalogDeadLetters(input: $input) @include(if: $catalog) {\n      discarded {\n        id\n      }\n    }\n    discardInventoryDeadLetters(input: $input) @include(if: $inventory) {\n      discarded {\n        id\n      }\n    }\n    discardOrdersDeadLetters(input: $input) @include(if: $orders) {\n      discarded {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LocalMailbox($after: String) {\n    localMailbox(first: 10, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          channel\n          recipient\n          subject\n          createdAt\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"): (typeof documents)["\n  query LocalMailbox($after: String) {\n    localMailbox(first: 10, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          channel\n          recipient\n          subject\n          createdAt\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AdminOrderRow on Order {\n    id\n    status\n    placedAt\n    customer {\n      id\n      name\n    }\n    lines {\n      productName\n      quantity\n    }\n    total {\n      amountCents\n      currency\n    }\n  }\n"): (typeof documents)["\n  fragment AdminOrderRow on Order {\n    id\n    status\n    placedAt\n    customer {\n      id\n      name\n    }\n    lines {\n      productName\n      quantity\n    }\n    total {\n      amountCents\n      currency\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AdminOrders($filter: OrderFilter, $after: String) {\n    orders(filter: $filter, first: 50, after: $after) {\n      totalCount\n      isTotalCountExact\n      edges {\n        cursor\n        node {\n          ...AdminOrderRow\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"): (typeof documents)["\n  query AdminOrders($filter: OrderFilter, $after: String) {\n    orders(filter: $filter, first: 50, after: $after) {\n      totalCount\n      isTotalCountExact\n      edges {\n        cursor\n        node {\n          ...AdminOrderRow\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription OrderPlaced {\n    orderPlaced {\n      ...AdminOrderRow\n    }\n  }\n"): (typeof documents)["\n  subscription OrderPlaced {\n    orderPlaced {\n      ...AdminOrderRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription OrderStatusChanged($id: ID!) {\n    orderUpdated(id: $id) {\n      id\n      status\n    }\n  }\n"): (typeof documents)["\n  subscription OrderStatusChanged($id: ID!) {\n    orderUpdated(id: $id) {\n      id\n      status\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AdminProduct on Product {\n    id\n    sku\n    name\n    description\n    imageUrl\n    status\n    stock\n    version\n    updatedAt\n    price {\n      amountCents\n      currency\n    }\n    category {\n      slug\n      name\n    }\n  }\n"): (typeof documents)["\n  fragment AdminProduct on Product {\n    id\n    sku\n    name\n    description\n    imageUrl\n    status\n    stock\n    version\n    updatedAt\n    price {\n      amountCents\n      currency\n    }\n    category {\n      slug\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AdminProducts($search: String, $filter: ProductFilter, $after: String) {\n    products(search: $search, filter: $filter, first: 30, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          ...AdminProduct\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"): (typeof documents)["\n  query AdminProducts($search: String, $filter: ProductFilter, $after: String) {\n    products(search: $search, filter: $filter, first: 30, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          ...AdminProduct\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CategoryChoices {\n    categories {\n      id\n      slug\n      name\n    }\n  }\n"): (typeof documents)["\n  query CategoryChoices {\n    categories {\n      id\n      slug\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateProduct($input: CreateProductInput!) {\n    createProduct(input: $input) {\n      ... on Product {\n        ...AdminProduct\n      }\n      ... on SkuTaken {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateProduct($input: CreateProductInput!) {\n    createProduct(input: $input) {\n      ... on Product {\n        ...AdminProduct\n      }\n      ... on SkuTaken {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateProduct($input: UpdateProductInput!) {\n    updateProduct(input: $input) {\n      ... on Product {\n        ...AdminProduct\n      }\n      ... on ProductChanged {\n        message\n        product {\n          ...AdminProduct\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateProduct($input: UpdateProductInput!) {\n    updateProduct(input: $input) {\n      ... on Product {\n        ...AdminProduct\n      }\n      ... on ProductChanged {\n        message\n        product {\n          ...AdminProduct\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ArchiveProduct($id: ID!) {\n    archiveProduct(id: $id) {\n      ...AdminProduct\n    }\n  }\n"): (typeof documents)["\n  mutation ArchiveProduct($id: ID!) {\n    archiveProduct(id: $id) {\n      ...AdminProduct\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment StockLevelFields on StockLevel {\n    available\n    reserved\n    onHand\n    sold\n    received\n    updatedAt\n    warehouse {\n      id\n      code\n      name\n    }\n    product {\n      id\n      name\n      sku\n      imageUrl\n    }\n  }\n"): (typeof documents)["\n  fragment StockLevelFields on StockLevel {\n    available\n    reserved\n    onHand\n    sold\n    received\n    updatedAt\n    warehouse {\n      id\n      code\n      name\n    }\n    product {\n      id\n      name\n      sku\n      imageUrl\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StockLevels($filter: StockLevelFilter, $after: String) {\n    stockLevels(filter: $filter, first: 25, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          ...StockLevelFields\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"): (typeof documents)["\n  query StockLevels($filter: StockLevelFilter, $after: String) {\n    stockLevels(filter: $filter, first: 25, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          ...StockLevelFields\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Warehouses {\n    warehouses {\n      id\n      code\n      name\n      city\n    }\n  }\n"): (typeof documents)["\n  query Warehouses {\n    warehouses {\n      id\n      code\n      name\n      city\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FindProducts($search: String!) {\n    products(search: $search, first: 50) {\n      edges {\n        node {\n          id\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query FindProducts($search: String!) {\n    products(search: $search, first: 50) {\n      edges {\n        node {\n          id\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AdjustStock($input: AdjustStockInput!) {\n    adjustStock(input: $input) {\n      ... on StockLevel {\n        ...StockLevelFields\n      }\n      ... on InsufficientStock {\n        message\n        available\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AdjustStock($input: AdjustStockInput!) {\n    adjustStock(input: $input) {\n      ... on StockLevel {\n        ...StockLevelFields\n      }\n      ... on InsufficientStock {\n        message\n        available\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CartCount {\n    cart {\n      totalQuantity\n    }\n  }\n"): (typeof documents)["\n  query CartCount {\n    cart {\n      totalQuantity\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ChatMessageFields on Message {\n    conversationId\n    sequence\n    clientId\n    type\n    text\n    media {\n      url\n      thumbnailUrl\n      width\n      height\n      placeholder\n      contentType\n    }\n    replyTo {\n      sequence\n      text\n      type\n      deletedAt\n      sender {\n        id\n        name\n      }\n    }\n    reactions {\n      emoji\n      user {\n        id\n      }\n    }\n    sender {\n      id\n      name\n    }\n    createdAt\n    editedAt\n    deletedAt\n  }\n"): (typeof documents)["\n  fragment ChatMessageFields on Message {\n    conversationId\n    sequence\n    clientId\n    type\n    text\n    media {\n      url\n      thumbnailUrl\n      width\n      height\n      placeholder\n      contentType\n    }\n    replyTo {\n      sequence\n      text\n      type\n      deletedAt\n      sender {\n        id\n        name\n      }\n    }\n    reactions {\n      emoji\n      user {\n        id\n      }\n    }\n    sender {\n      id\n      name\n    }\n    createdAt\n    editedAt\n    deletedAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ChatConversationFields on Conversation {\n    id\n    other {\n      id\n      name\n      avatarUrl\n      presence {\n        isOnline\n        lastSeenAt\n      }\n    }\n    lastMessage {\n      sequence\n      text\n      type\n      deletedAt\n      sender {\n        id\n      }\n    }\n    lastSequence\n    unreadCount\n    ownReceipt {\n      deliveredSequence\n      readSequence\n    }\n    otherReceipt {\n      deliveredSequence\n      readSequence\n    }\n    isBlocked\n    lastActivityAt\n  }\n"): (typeof documents)["\n  fragment ChatConversationFields on Conversation {\n    id\n    other {\n      id\n      name\n      avatarUrl\n      presence {\n        isOnline\n        lastSeenAt\n      }\n    }\n    lastMessage {\n      sequence\n      text\n      type\n      deletedAt\n      sender {\n        id\n      }\n    }\n    lastSequence\n    unreadCount\n    ownReceipt {\n      deliveredSequence\n      readSequence\n    }\n    otherReceipt {\n      deliveredSequence\n      readSequence\n    }\n    isBlocked\n    lastActivityAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ChatConversations($after: String) {\n    conversations(first: 100, after: $after) {\n      edges {\n        node {\n          ...ChatConversationFields\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query ChatConversations($after: String) {\n    conversations(first: 100, after: $after) {\n      edges {\n        node {\n          ...ChatConversationFields\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ChatUnreadMessages {\n    unreadMessageCount\n  }\n"): (typeof documents)["\n  query ChatUnreadMessages {\n    unreadMessageCount\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ChatConversation($id: ID!) {\n    conversation(id: $id) {\n      ...ChatConversationFields\n    }\n  }\n"): (typeof documents)["\n  query ChatConversation($id: ID!) {\n    conversation(id: $id) {\n      ...ChatConversationFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ChatMessages($id: ID!, $beforeSequence: Int!, $first: Int!) {\n    conversation(id: $id) {\n      id\n      messages(first: $first, beforeSequence: $beforeSequence) {\n        messages {\n          ...ChatMessageFields\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ChatMessages($id: ID!, $beforeSequence: Int!, $first: Int!) {\n    conversation(id: $id) {\n      id\n      messages(first: $first, beforeSequence: $beforeSequence) {\n        messages {\n          ...ChatMessageFields\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SendChatMessage($input: SendMessageInput!) {\n    sendMessage(input: $input) {\n      ... on Message {\n        ...ChatMessageFields\n      }\n      ... on ConversationBlocked {\n        message\n      }\n      ... on ClientIdConflict {\n        message\n      }\n      ... on MessageRateLimited {\n        message\n        retryAfterMs\n      }\n      ... on ChatBusy {\n        message\n        retryAfterMs\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SendChatMessage($input: SendMessageInput!) {\n    sendMessage(input: $input) {\n      ... on Message {\n        ...ChatMessageFields\n      }\n      ... on ConversationBlocked {\n        message\n      }\n      ... on ClientIdConflict {\n        message\n      }\n      ... on MessageRateLimited {\n        message\n        retryAfterMs\n      }\n      ... on ChatBusy {\n        message\n        retryAfterMs\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EditChatMessage($input: EditMessageInput!) {\n    editMessage(input: $input) {\n      ... on Message {\n        ...ChatMessageFields\n      }\n      ... on MessageNotEditable {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation EditChatMessage($input: EditMessageInput!) {\n    editMessage(input: $input) {\n      ... on Message {\n        ...ChatMessageFields\n      }\n      ... on MessageNotEditable {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteChatMessage($conversationId: ID!, $sequence: Int!) {\n    deleteMessage(conversationId: $conversationId, sequence: $sequence) {\n      ... on Message {\n        ...ChatMessageFields\n      }\n      ... on MessageNotEditable {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteChatMessage($conversationId: ID!, $sequence: Int!) {\n    deleteMessage(conversationId: $conversationId, sequence: $sequence) {\n      ... on Message {\n        ...ChatMessageFields\n      }\n      ... on MessageNotEditable {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetChatReaction($input: SetReactionInput!) {\n    setReaction(input: $input) {\n      ...ChatMessageFields\n    }\n  }\n"): (typeof documents)["\n  mutation SetChatReaction($input: SetReactionInput!) {\n    setReaction(input: $input) {\n      ...ChatMessageFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReportChatMessage($input: ReportMessageInput!) {\n    reportMessage(input: $input)\n  }\n"): (typeof documents)["\n  mutation ReportChatMessage($input: ReportMessageInput!) {\n    reportMessage(input: $input)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AcknowledgeMessages($positions: [ConversationPosition!]!) {\n    acknowledgeMessages(positions: $positions)\n  }\n"): (typeof documents)["\n  mutation AcknowledgeMessages($positions: [ConversationPosition!]!) {\n    acknowledgeMessages(positions: $positions)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MarkConversationRead($position: ConversationPosition!) {\n    markConversationRead(position: $position) {\n      id\n      unreadCount\n      ownReceipt {\n        deliveredSequence\n        readSequence\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation MarkConversationRead($position: ConversationPosition!) {\n    markConversationRead(position: $position) {\n      id\n      unreadCount\n      ownReceipt {\n        deliveredSequence\n        readSequence\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartConversation($userId: ID!) {\n    startConversation(userId: $userId) {\n      ... on Conversation {\n        ...ChatConversationFields\n      }\n      ... on UserNotFound {\n        message\n      }\n      ... on ConversationBlocked {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation StartConversation($userId: ID!) {\n    startConversation(userId: $userId) {\n      ... on Conversation {\n        ...ChatConversationFields\n      }\n      ... on UserNotFound {\n        message\n      }\n      ... on ConversationBlocked {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FindPeople($text: String!) {\n    findUsers(text: $text) {\n      id\n      name\n      username\n      avatarUrl\n    }\n  }\n"): (typeof documents)["\n  query FindPeople($text: String!) {\n    findUsers(text: $text) {\n      id\n      name\n      username\n      avatarUrl\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ChatContacts {\n    contacts {\n      id\n      name\n      username\n      avatarUrl\n    }\n  }\n"): (typeof documents)["\n  query ChatContacts {\n    contacts {\n      id\n      name\n      username\n      avatarUrl\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddContact($userId: ID!) {\n    addContact(userId: $userId) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation AddContact($userId: ID!) {\n    addContact(userId: $userId) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BlockUser($userId: ID!) {\n    blockUser(userId: $userId) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation BlockUser($userId: ID!) {\n    blockUser(userId: $userId) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UnblockUser($userId: ID!) {\n    unblockUser(userId: $userId)\n  }\n"): (typeof documents)["\n  mutation UnblockUser($userId: ID!) {\n    unblockUser(userId: $userId)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartTyping($conversationId: ID!) {\n    startTyping(conversationId: $conversationId)\n  }\n"): (typeof documents)["\n  mutation StartTyping($conversationId: ID!) {\n    startTyping(conversationId: $conversationId)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StopTyping($conversationId: ID!) {\n    stopTyping(conversationId: $conversationId)\n  }\n"): (typeof documents)["\n  mutation StopTyping($conversationId: ID!) {\n    stopTyping(conversationId: $conversationId)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SearchChatMessages($filter: MessageFilter!, $after: String) {\n    searchMessages(filter: $filter, first: 25, after: $after) {\n      edges {\n        node {\n          highlights {\n            start\n            length\n          }\n          message {\n            conversationId\n            sequence\n            type\n            text\n            createdAt\n            sender {\n              id\n              name\n            }\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query SearchChatMessages($filter: MessageFilter!, $after: String) {\n    searchMessages(filter: $filter, first: 25, after: $after) {\n      edges {\n        node {\n          highlights {\n            start\n            length\n          }\n          message {\n            conversationId\n            sequence\n            type\n            text\n            createdAt\n            sender {\n              id\n              name\n            }\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RequestUpload($input: RequestUploadInput!) {\n    requestUpload(input: $input) {\n      ... on MediaUpload {\n        mediaId\n        url\n        headers {\n          name\n          value\n        }\n      }\n      ... on UploadRefused {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RequestUpload($input: RequestUploadInput!) {\n    requestUpload(input: $input) {\n      ... on MediaUpload {\n        mediaId\n        url\n        headers {\n          name\n          value\n        }\n      }\n      ... on UploadRefused {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation FinishUpload($mediaId: ID!) {\n    finishUpload(mediaId: $mediaId) {\n      ... on ReadyMedia {\n        mediaId\n      }\n      ... on UploadRefused {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation FinishUpload($mediaId: ID!) {\n    finishUpload(mediaId: $mediaId) {\n      ... on ReadyMedia {\n        mediaId\n      }\n      ... on UploadRefused {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription ChatMessageReceived($after: [ConversationPosition!]) {\n    messageReceived(after: $after) {\n      ...ChatMessageFields\n    }\n  }\n"): (typeof documents)["\n  subscription ChatMessageReceived($after: [ConversationPosition!]) {\n    messageReceived(after: $after) {\n      ...ChatMessageFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription ChatMessageArrived {\n    messageReceived {\n      conversationId\n      sequence\n    }\n  }\n"): (typeof documents)["\n  subscription ChatMessageArrived {\n    messageReceived {\n      conversationId\n      sequence\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription ChatMessageChanged {\n    messageChanged {\n      ...ChatMessageFields\n    }\n  }\n"): (typeof documents)["\n  subscription ChatMessageChanged {\n    messageChanged {\n      ...ChatMessageFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription ChatMessageStatusChanged {\n    messageStatusChanged {\n      conversation {\n        id\n      }\n      user {\n        id\n      }\n      deliveredSequence\n      readSequence\n    }\n  }\n"): (typeof documents)["\n  subscription ChatMessageStatusChanged {\n    messageStatusChanged {\n      conversation {\n        id\n      }\n      user {\n        id\n      }\n      deliveredSequence\n      readSequence\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription ChatTypingChanged {\n    typingChanged {\n      conversationId\n      isTyping\n    }\n  }\n"): (typeof documents)["\n  subscription ChatTypingChanged {\n    typingChanged {\n      conversationId\n      isTyping\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription ChatPresenceChanged {\n    presenceChanged {\n      user {\n        id\n      }\n      isOnline\n      lastSeenAt\n    }\n  }\n"): (typeof documents)["\n  subscription ChatPresenceChanged {\n    presenceChanged {\n      user {\n        id\n      }\n      isOnline\n      lastSeenAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Checkout($input: CheckoutInput!) {\n    checkout(input: $input) {\n      ... on Order {\n        id\n        status\n      }\n      ... on OutOfStock {\n        message\n        missing {\n          requested\n          available\n          product {\n            id\n            name\n          }\n        }\n      }\n      ... on ProductsUnavailable {\n        message\n        products {\n          id\n          name\n        }\n      }\n      ... on CartEmpty {\n        message\n      }\n      ... on IdempotencyConflict {\n        message\n      }\n      ... on RateLimited {\n        message\n        retryAfterMs\n      }\n      ... on Busy {\n        message\n        retryAfterMs\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation Checkout($input: CheckoutInput!) {\n    checkout(input: $input) {\n      ... on Order {\n        id\n        status\n      }\n      ... on OutOfStock {\n        message\n        missing {\n          requested\n          available\n          product {\n            id\n            name\n          }\n        }\n      }\n      ... on ProductsUnavailable {\n        message\n        products {\n          id\n          name\n        }\n      }\n      ... on CartEmpty {\n        message\n      }\n      ... on IdempotencyConflict {\n        message\n      }\n      ... on RateLimited {\n        message\n        retryAfterMs\n      }\n      ... on Busy {\n        message\n        retryAfterMs\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation KeepAddress($input: AddressInput!) {\n    addAddress(input: $input) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation KeepAddress($input: AddressInput!) {\n    addAddress(input: $input) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FlashSales {\n    flashSales(first: 6) {\n      edges {\n        cursor\n        node {\n          ...FlashSaleState\n          units\n          price {\n            amountCents\n            currency\n          }\n          product {\n            id\n            name\n            imageUrl\n            price {\n              amountCents\n              currency\n            }\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query FlashSales {\n    flashSales(first: 6) {\n      edges {\n        cursor\n        node {\n          ...FlashSaleState\n          units\n          price {\n            amountCents\n            currency\n          }\n          product {\n            id\n            name\n            imageUrl\n            price {\n              amountCents\n              currency\n            }\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PlaceFlashOrder($input: PlaceFlashOrderInput!) {\n    placeFlashOrder(input: $input) {\n      ... on Order {\n        id\n      }\n      ... on QueuePlace {\n        id\n        message\n        position\n        estimatedWaitMs\n      }\n      ... on SoldOut {\n        message\n      }\n      ... on SaleNotStarted {\n        message\n      }\n      ... on SaleEnded {\n        message\n      }\n      ... on LimitReached {\n        message\n      }\n      ... on RateLimited {\n        message\n        retryAfterMs\n      }\n      ... on Busy {\n        message\n        retryAfterMs\n      }\n      ... on IdempotencyConflict {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation PlaceFlashOrder($input: PlaceFlashOrderInput!) {\n    placeFlashOrder(input: $input) {\n      ... on Order {\n        id\n      }\n      ... on QueuePlace {\n        id\n        message\n        position\n        estimatedWaitMs\n      }\n      ... on SoldOut {\n        message\n      }\n      ... on SaleNotStarted {\n        message\n      }\n      ... on SaleEnded {\n        message\n      }\n      ... on LimitReached {\n        message\n      }\n      ... on RateLimited {\n        message\n        retryAfterMs\n      }\n      ... on Busy {\n        message\n        retryAfterMs\n      }\n      ... on IdempotencyConflict {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription QueuePositionChanged($id: ID!) {\n    queuePositionChanged(id: $id) {\n      ... on Order {\n        id\n      }\n      ... on QueuePlace {\n        id\n        message\n        position\n        estimatedWaitMs\n      }\n      ... on SoldOut {\n        message\n      }\n      ... on SaleEnded {\n        message\n      }\n      ... on LimitReached {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription QueuePositionChanged($id: ID!) {\n    queuePositionChanged(id: $id) {\n      ... on Order {\n        id\n      }\n      ... on QueuePlace {\n        id\n        message\n        position\n        estimatedWaitMs\n      }\n      ... on SoldOut {\n        message\n      }\n      ... on SaleEnded {\n        message\n      }\n      ... on LimitReached {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment BoardEntry on LeaderboardEntry {\n    rank\n    score\n    percentile\n    player {\n      id\n      username\n      region\n    }\n  }\n"): (typeof documents)["\n  fragment BoardEntry on LeaderboardEntry {\n    rank\n    score\n    percentile\n    player {\n      id\n      username\n      region\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BoardPage($input: LeaderboardInput!, $fromRank: Int!) {\n    leaderboard(input: $input) {\n      period\n      endsAt\n      isClosed\n      totalPlayers\n      entries(first: 100, fromRank: $fromRank) {\n        ...BoardEntry\n      }\n    }\n  }\n"): (typeof documents)["\n  query BoardPage($input: LeaderboardInput!, $fromRank: Int!) {\n    leaderboard(input: $input) {\n      period\n      endsAt\n      isClosed\n      totalPlayers\n      entries(first: 100, fromRank: $fromRank) {\n        ...BoardEntry\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment BoardEvent on GameEvent {\n    id\n    name\n    status\n    startsAt\n    endsAt\n    multiplier\n    participants\n  }\n"): (typeof documents)["\n  fragment BoardEvent on GameEvent {\n    id\n    name\n    status\n    startsAt\n    endsAt\n    multiplier\n    participants\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BoardEvents($modeId: ID!) {\n    gameEvents(modeId: $modeId, includeOver: true, first: 30) {\n      ...BoardEvent\n    }\n  }\n"): (typeof documents)["\n  query BoardEvents($modeId: ID!) {\n    gameEvents(modeId: $modeId, includeOver: true, first: 30) {\n      ...BoardEvent\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription BoardChanged($modeId: ID!, $window: LeaderboardWindow!) {\n    leaderboardChanged(modeId: $modeId, window: $window) {\n      totalPlayers\n      entries(first: 10) {\n        ...BoardEntry\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription BoardChanged($modeId: ID!, $window: LeaderboardWindow!) {\n    leaderboardChanged(modeId: $modeId, window: $window) {\n      totalPlayers\n      entries(first: 10) {\n        ...BoardEntry\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription RecentScores($modeId: ID!) {\n    recentScores(modeId: $modeId) {\n      score\n      submittedAt\n      player {\n        id\n        username\n        region\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription RecentScores($modeId: ID!) {\n    recentScores(modeId: $modeId) {\n      score\n      submittedAt\n      player {\n        id\n        username\n        region\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OwnPlace($input: LeaderboardInput!) {\n    myPlayer {\n      id\n      username\n      rank(input: $input) {\n        rank\n        score\n        percentile\n      }\n    }\n  }\n"): (typeof documents)["\n  query OwnPlace($input: LeaderboardInput!) {\n    myPlayer {\n      id\n      username\n      rank(input: $input) {\n        rank\n        score\n        percentile\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription OwnRankChanged($playerId: ID!, $modeId: ID!) {\n    rankChanged(playerId: $playerId, modeId: $modeId) {\n      rank\n      score\n    }\n  }\n"): (typeof documents)["\n  subscription OwnRankChanged($playerId: ID!, $modeId: ID!) {\n    rankChanged(playerId: $playerId, modeId: $modeId) {\n      rank\n      score\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TierScores($input: LeaderboardInput!, $goalRank: Int!, $fromRank: Int!) {\n    leaderboard(input: $input) {\n      goal: entries(first: 1, fromRank: $goalRank) {\n        score\n      }\n      from: entries(first: 1, fromRank: $fromRank) {\n        score\n      }\n    }\n  }\n"): (typeof documents)["\n  query TierScores($input: LeaderboardInput!, $goalRank: Int!, $fromRank: Int!) {\n    leaderboard(input: $input) {\n      goal: entries(first: 1, fromRank: $goalRank) {\n        score\n      }\n      from: entries(first: 1, fromRank: $fromRank) {\n        score\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PlayerPlace($id: ID!, $input: LeaderboardInput!) {\n    player(id: $id) {\n      id\n      username\n      rank(input: $input) {\n        rank\n      }\n    }\n  }\n"): (typeof documents)["\n  query PlayerPlace($id: ID!, $input: LeaderboardInput!) {\n    player(id: $id) {\n      id\n      username\n      rank(input: $input) {\n        rank\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MyGames {\n    myPlayer {\n      id\n      username\n      region\n      level\n      totalScore\n      statistics {\n        mode {\n          id\n          name\n        }\n        gamesPlayed\n        totalScore\n        bestScore\n        averageScore\n        secondsPlayed\n      }\n      rewards {\n        season\n        rank\n        tier\n        coins\n        mode {\n          id\n          name\n        }\n      }\n      following {\n        id\n        username\n        region\n        isFollowed\n      }\n    }\n  }\n"): (typeof documents)["\n  query MyGames {\n    myPlayer {\n      id\n      username\n      region\n      level\n      totalScore\n      statistics {\n        mode {\n          id\n          name\n        }\n        gamesPlayed\n        totalScore\n        bestScore\n        averageScore\n        secondsPlayed\n      }\n      rewards {\n        season\n        rank\n        tier\n        coins\n        mode {\n          id\n          name\n        }\n      }\n      following {\n        id\n        username\n        region\n        isFollowed\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Game on Submission {\n    id\n    score\n    durationSeconds\n    submittedAt\n    status\n    mode {\n      id\n      name\n    }\n    effect {\n      rankBefore\n      rankAfter\n      totalScore\n      isPersonalBest\n    }\n  }\n"): (typeof documents)["\n  fragment Game on Submission {\n    id\n    score\n    durationSeconds\n    submittedAt\n    status\n    mode {\n      id\n      name\n    }\n    effect {\n      rankBefore\n      rankAfter\n      totalScore\n      isPersonalBest\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MyHistory($modeId: ID, $after: String) {\n    myPlayer {\n      id\n      submissions(modeId: $modeId, first: 25, after: $after) {\n        edges {\n          cursor\n          node {\n            ...Game\n          }\n        }\n        pageInfo {\n          endCursor\n          hasNextPage\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query MyHistory($modeId: ID, $after: String) {\n    myPlayer {\n      id\n      submissions(modeId: $modeId, first: 25, after: $after) {\n        edges {\n          cursor\n          node {\n            ...Game\n          }\n        }\n        pageInfo {\n          endCursor\n          hasNextPage\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreatePlayer($input: CreatePlayerInput!) {\n    createPlayer(input: $input) {\n      ... on Player {\n        id\n        username\n        region\n      }\n      ... on UsernameTaken {\n        message\n      }\n      ... on PlayerExists {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreatePlayer($input: CreatePlayerInput!) {\n    createPlayer(input: $input) {\n      ... on Player {\n        id\n        username\n        region\n      }\n      ... on UsernameTaken {\n        message\n      }\n      ... on PlayerExists {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SubmitScore($input: SubmitScoreInput!) {\n    submitScore(input: $input) {\n      ... on Submission {\n        ...Game\n      }\n      ... on ScoreTooHigh {\n        message\n      }\n      ... on ImplausibleDuration {\n        message\n      }\n      ... on TooSoon {\n        message\n        retryAfterMs\n      }\n      ... on NoPlayer {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SubmitScore($input: SubmitScoreInput!) {\n    submitScore(input: $input) {\n      ... on Submission {\n        ...Game\n      }\n      ... on ScoreTooHigh {\n        message\n      }\n      ... on ImplausibleDuration {\n        message\n      }\n      ... on TooSoon {\n        message\n        retryAfterMs\n      }\n      ... on NoPlayer {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription SubmissionCounted($id: ID!) {\n    submissionCounted(id: $id) {\n      ...Game\n    }\n  }\n"): (typeof documents)["\n  subscription SubmissionCounted($id: ID!) {\n    submissionCounted(id: $id) {\n      ...Game\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Submission($id: ID!) {\n    submission(id: $id) {\n      ...Game\n    }\n  }\n"): (typeof documents)["\n  query Submission($id: ID!) {\n    submission(id: $id) {\n      ...Game\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation FollowPlayer($playerId: ID!) {\n    followPlayer(playerId: $playerId) {\n      ... on Player {\n        id\n        username\n        isFollowed\n      }\n      ... on TooManyFollowed {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation FollowPlayer($playerId: ID!) {\n    followPlayer(playerId: $playerId) {\n      ... on Player {\n        id\n        username\n        isFollowed\n      }\n      ... on TooManyFollowed {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UnfollowPlayer($playerId: ID!) {\n    unfollowPlayer(playerId: $playerId)\n  }\n"): (typeof documents)["\n  mutation UnfollowPlayer($playerId: ID!) {\n    unfollowPlayer(playerId: $playerId)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment NotificationFields on Notification {\n    id\n    kind\n    channel\n    status\n    sentAt\n    subject\n    body\n    orderId\n    createdAt\n    readAt\n  }\n"): (typeof documents)["\n  fragment NotificationFields on Notification {\n    id\n    kind\n    channel\n    status\n    sentAt\n    subject\n    body\n    orderId\n    createdAt\n    readAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UnreadCount {\n    me {\n      id\n      notifications(first: 1) {\n        unreadCount\n      }\n    }\n  }\n"): (typeof documents)["\n  query UnreadCount {\n    me {\n      id\n      notifications(first: 1) {\n        unreadCount\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Notifications($unreadOnly: Boolean!, $after: String) {\n    me {\n      id\n      notifications(first: 25, unreadOnly: $unreadOnly, after: $after) {\n        unreadCount\n        totalCount\n        edges {\n          cursor\n          node {\n            ...NotificationFields\n          }\n        }\n        pageInfo {\n          endCursor\n          hasNextPage\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Notifications($unreadOnly: Boolean!, $after: String) {\n    me {\n      id\n      notifications(first: 25, unreadOnly: $unreadOnly, after: $after) {\n        unreadCount\n        totalCount\n        edges {\n          cursor\n          node {\n            ...NotificationFields\n          }\n        }\n        pageInfo {\n          endCursor\n          hasNextPage\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription NotificationReceived {\n    notificationReceived {\n      ...NotificationFields\n    }\n  }\n"): (typeof documents)["\n  subscription NotificationReceived {\n    notificationReceived {\n      ...NotificationFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MarkNotificationsRead($ids: [ID!]) {\n    markNotificationsRead(ids: $ids)\n  }\n"): (typeof documents)["\n  mutation MarkNotificationsRead($ids: [ID!]) {\n    markNotificationsRead(ids: $ids)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MyOrders($filter: OrderFilter, $after: String) {\n    myOrders(filter: $filter, first: 20, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          id\n          status\n          placedAt\n          estimatedDeliveryAt\n          total {\n            amountCents\n            currency\n          }\n          lines {\n            productName\n            quantity\n            product {\n              id\n              imageUrl\n            }\n          }\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"): (typeof documents)["\n  query MyOrders($filter: OrderFilter, $after: String) {\n    myOrders(filter: $filter, first: 20, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          id\n          status\n          placedAt\n          estimatedDeliveryAt\n          total {\n            amountCents\n            currency\n          }\n          lines {\n            productName\n            quantity\n            product {\n              id\n              imageUrl\n            }\n          }\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ProductCard on Product {\n    id\n    name\n    imageUrl\n    isInStock\n    price {\n      amountCents\n      currency\n    }\n    category {\n      slug\n      name\n    }\n  }\n"): (typeof documents)["\n  fragment ProductCard on Product {\n    id\n    name\n    imageUrl\n    isInStock\n    price {\n      amountCents\n      currency\n    }\n    category {\n      slug\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Products($search: String, $filter: ProductFilter, $sort: ProductSort, $after: String) {\n    products(search: $search, filter: $filter, sort: $sort, first: 24, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          ...ProductCard\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"): (typeof documents)["\n  query Products($search: String, $filter: ProductFilter, $sort: ProductSort, $after: String) {\n    products(search: $search, filter: $filter, sort: $sort, first: 24, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          ...ProductCard\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Categories {\n    categories {\n      id\n      slug\n      name\n      productCount\n    }\n  }\n"): (typeof documents)["\n  query Categories {\n    categories {\n      id\n      slug\n      name\n      productCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Product($id: ID!) {\n    product(id: $id) {\n      ...ProductCard\n      description\n      sku\n      status\n      stock\n    }\n  }\n"): (typeof documents)["\n  query Product($id: ID!) {\n    product(id: $id) {\n      ...ProductCard\n      description\n      sku\n      status\n      stock\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CartFields on Cart {\n    lines {\n      quantity\n      unitPrice {\n        amountCents\n        currency\n      }\n      lineTotal {\n        amountCents\n        currency\n      }\n      product {\n        id\n        name\n        imageUrl\n        stock\n        status\n        category {\n          slug\n          name\n        }\n      }\n    }\n    subtotal {\n      amountCents\n      currency\n    }\n    shippingFee {\n      amountCents\n      currency\n    }\n    total {\n      amountCents\n      currency\n    }\n    totalQuantity\n  }\n"): (typeof documents)["\n  fragment CartFields on Cart {\n    lines {\n      quantity\n      unitPrice {\n        amountCents\n        currency\n      }\n      lineTotal {\n        amountCents\n        currency\n      }\n      product {\n        id\n        name\n        imageUrl\n        stock\n        status\n        category {\n          slug\n          name\n        }\n      }\n    }\n    subtotal {\n      amountCents\n      currency\n    }\n    shippingFee {\n      amountCents\n      currency\n    }\n    total {\n      amountCents\n      currency\n    }\n    totalQuantity\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Cart {\n    cart {\n      ...CartFields\n    }\n  }\n"): (typeof documents)["\n  query Cart {\n    cart {\n      ...CartFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddToCart($input: AddToCartInput!) {\n    addToCart(input: $input) {\n      ...CartFields\n    }\n  }\n"): (typeof documents)["\n  mutation AddToCart($input: AddToCartInput!) {\n    addToCart(input: $input) {\n      ...CartFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetCartQuantity($input: SetCartQuantityInput!) {\n    setCartQuantity(input: $input) {\n      ...CartFields\n    }\n  }\n"): (typeof documents)["\n  mutation SetCartQuantity($input: SetCartQuantityInput!) {\n    setCartQuantity(input: $input) {\n      ...CartFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment FlashSaleState on FlashSale {\n    id\n    status\n    unitsLeft\n    queueLength\n    startsAt\n    endsAt\n    serverTime\n  }\n"): (typeof documents)["\n  fragment FlashSaleState on FlashSale {\n    id\n    status\n    unitsLeft\n    queueLength\n    startsAt\n    endsAt\n    serverTime\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FlashSale($id: ID!) {\n    flashSale(id: $id) {\n      ...FlashSaleState\n      units\n      limitPerUser\n      price {\n        amountCents\n        currency\n      }\n      product {\n        id\n        name\n        description\n        imageUrl\n        price {\n          amountCents\n          currency\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query FlashSale($id: ID!) {\n    flashSale(id: $id) {\n      ...FlashSaleState\n      units\n      limitPerUser\n      price {\n        amountCents\n        currency\n      }\n      product {\n        id\n        name\n        description\n        imageUrl\n        price {\n          amountCents\n          currency\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription FlashSaleUpdated($id: ID!) {\n    flashSaleUpdated(id: $id) {\n      ...FlashSaleState\n    }\n  }\n"): (typeof documents)["\n  subscription FlashSaleUpdated($id: ID!) {\n    flashSaleUpdated(id: $id) {\n      ...FlashSaleState\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query GameModes {\n    gameModes {\n      id\n      name\n      maxScorePerGame\n      averageDurationMinutes\n    }\n  }\n"): (typeof documents)["\n  query GameModes {\n    gameModes {\n      id\n      name\n      maxScorePerGame\n      averageDurationMinutes\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SeasonRewardTiers {\n    seasonRewardTiers {\n      upToRank\n      name\n      coins\n    }\n  }\n"): (typeof documents)["\n  query SeasonRewardTiers {\n    seasonRewardTiers {\n      upToRank\n      name\n      coins\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MyPlayer {\n    myPlayer {\n      id\n      username\n      region\n      level\n      totalScore\n    }\n  }\n"): (typeof documents)["\n  query MyPlayer {\n    myPlayer {\n      id\n      username\n      region\n      level\n      totalScore\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SearchPlayers($username: String!) {\n    searchPlayers(username: $username, first: 10) {\n      id\n      username\n      region\n    }\n  }\n"): (typeof documents)["\n  query SearchPlayers($username: String!) {\n    searchPlayers(username: $username, first: 10) {\n      id\n      username\n      region\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RefreshSession($input: RefreshSessionInput!) {\n    refreshSession(input: $input) {\n      ... on Session {\n        accessToken\n        expiresAt\n        refreshToken\n        user {\n          id\n          name\n          roles\n        }\n      }\n      ... on SessionEnded {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RefreshSession($input: RefreshSessionInput!) {\n    refreshSession(input: $input) {\n      ... on Session {\n        accessToken\n        expiresAt\n        refreshToken\n        user {\n          id\n          name\n          roles\n        }\n      }\n      ... on SessionEnded {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OrderDetail on Order {\n    id\n    status\n    cancellationReason\n    isCancellable\n    placedAt\n    updatedAt\n    estimatedDeliveryAt\n    customer {\n      id\n      name\n    }\n    timeline {\n      at\n      status\n      message\n    }\n    lines {\n      productName\n      quantity\n      unitPrice {\n        amountCents\n        currency\n      }\n      lineTotal {\n        amountCents\n        currency\n      }\n      product {\n        id\n        imageUrl\n      }\n    }\n    subtotal {\n      amountCents\n      currency\n    }\n    shippingFee {\n      amountCents\n      currency\n    }\n    total {\n      amountCents\n      currency\n    }\n    payment {\n      method\n      status\n      failure\n      attempts\n      chargedAt\n      refundedAt\n    }\n    shipment {\n      id\n      carrier\n      trackingNumber\n      status\n      estimatedDeliveryAt\n    }\n    shippingAddress {\n      recipient\n      line1\n      line2\n      postalCode\n      city\n      region\n      country\n    }\n  }\n"): (typeof documents)["\n  fragment OrderDetail on Order {\n    id\n    status\n    cancellationReason\n    isCancellable\n    placedAt\n    updatedAt\n    estimatedDeliveryAt\n    customer {\n      id\n      name\n    }\n    timeline {\n      at\n      status\n      message\n    }\n    lines {\n      productName\n      quantity\n      unitPrice {\n        amountCents\n        currency\n      }\n      lineTotal {\n        amountCents\n        currency\n      }\n      product {\n        id\n        imageUrl\n      }\n    }\n    subtotal {\n      amountCents\n      currency\n    }\n    shippingFee {\n      amountCents\n      currency\n    }\n    total {\n      amountCents\n      currency\n    }\n    payment {\n      method\n      status\n      failure\n      attempts\n      chargedAt\n      refundedAt\n    }\n    shipment {\n      id\n      carrier\n      trackingNumber\n      status\n      estimatedDeliveryAt\n    }\n    shippingAddress {\n      recipient\n      line1\n      line2\n      postalCode\n      city\n      region\n      country\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Order($id: ID!) {\n    order(id: $id) {\n      ...OrderDetail\n    }\n  }\n"): (typeof documents)["\n  query Order($id: ID!) {\n    order(id: $id) {\n      ...OrderDetail\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription OrderUpdated($id: ID!) {\n    orderUpdated(id: $id) {\n      ...OrderDetail\n    }\n  }\n"): (typeof documents)["\n  subscription OrderUpdated($id: ID!) {\n    orderUpdated(id: $id) {\n      ...OrderDetail\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelOrder($input: CancelOrderInput!) {\n    cancelOrder(input: $input) {\n      ... on Order {\n        ...OrderDetail\n      }\n      ... on OrderNotCancellable {\n        message\n        order {\n          ...OrderDetail\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CancelOrder($input: CancelOrderInput!) {\n    cancelOrder(input: $input) {\n      ... on Order {\n        ...OrderDetail\n      }\n      ... on OrderNotCancellable {\n        message\n        order {\n          ...OrderDetail\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CheckoutChoices {\n    me {\n      id\n      name\n      addresses {\n        id\n        recipient\n        line1\n        line2\n        postalCode\n        city\n        region\n        country\n        isDefault\n      }\n    }\n    testPaymentTokens {\n      token\n      label\n      outcome\n    }\n  }\n"): (typeof documents)["\n  query CheckoutChoices {\n    me {\n      id\n      name\n      addresses {\n        id\n        recipient\n        line1\n        line2\n        postalCode\n        city\n        region\n        country\n        isDefault\n      }\n    }\n    testPaymentTokens {\n      token\n      label\n      outcome\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;