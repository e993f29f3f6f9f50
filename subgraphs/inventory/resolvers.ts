import { createPage, readPageRequest } from '#platform/graphql/page.ts';
import { requireScope, requireService } from '#platform/identity/viewer.ts';
import { AppError } from '#platform/errors.ts';
import { changeStock } from './change-stock.ts';
import {
  countStockLevels,
  isStockLevelPosition,
  listStockLevels,
} from './data/stock-level.list.ts';
import { insertWarehouse, listWarehouses } from './data/warehouse.repository.ts';
import { flashAdminResolvers } from './flash-sale/resolvers/flash-admin.resolvers.ts';
import { flashClaimResolvers } from './flash-sale/resolvers/flash-claim.resolvers.ts';
import { flashSaleResolvers } from './flash-sale/resolvers/flash-sale.resolvers.ts';
import type { Resolvers } from './generated/resolvers.ts';
import {
  readAdjustment,
  readAdmissionRequests,
  readFilter,
  readOrderIds,
  readWarehouse,
} from './read-input.ts';

const STOCK_ORDER = 'available';

const stockResolvers: Resolvers = {
  Query: {
    warehouses(_root, _args, { viewer, store }) {
      requireScope(viewer, 'inventory:read');
      return listWarehouses(store.db);
    },

    async stockLevels(_root, args, { viewer, store }) {
      requireScope(viewer, 'inventory:read');
      const request = readPageRequest(args, STOCK_ORDER);
      if (request.after !== undefined && !isStockLevelPosition(request.after)) {
        throw new AppError('BAD_USER_INPUT', 'after must be an endCursor of this list');
      }
      const filter = readFilter(args.filter ?? {});
      const levels = await listStockLevels(store.db, filter, request);
      const page = createPage(levels, request, STOCK_ORDER, (level) => [
        level.available,
        level.productId,
        level.warehouseId,
      ]);
      return { ...page, filter };
    },
  },

  StockLevelConnection: {
    totalCount: ({ filter }, _args, { store }) => countStockLevels(store.db, filter),
  },

  Product: {
    __resolveReference: ({ id }) => ({ id }),
    stock: ({ id }, _args, { available }) => available.load(id),
    stockLevels({ id }, _args, { viewer, stockLevels }) {
      requireScope(viewer, 'inventory:read');
      return stockLevels.load(id);
    },
  },

  StockLevel: {
    product: ({ productId }) => ({ id: productId }),
    async warehouse({ warehouseId }, _args, { warehouses }) {
      const warehouse = await warehouses.load(warehouseId);
      if (warehouse === undefined) throw new Error(`warehouse ${warehouseId} is gone`);
      return warehouse;
    },
    onHand: ({ available, reserved, setAside }) => available + reserved + setAside,
  },

  AdjustStockResult: {
    __resolveType: (result) => ('productId' in result ? 'StockLevel' : 'InsufficientStock'),
  },
  CreateWarehouseResult: {
    __resolveType: (result) => ('code' in result ? 'Warehouse' : 'WarehouseCodeTaken'),
  },

  Mutation: {
    async adjustStock(_root, { input }, { viewer, store, warehouses, stockChanged, now, newId }) {
      requireScope(viewer, 'inventory:write');
      const adjustment = readAdjustment(input, viewer, newId());
      if ((await warehouses.load(adjustment.warehouseId)) === undefined) {
        throw new AppError('NOT_FOUND', `there is no warehouse ${adjustment.warehouseId}`);
      }

      const change = await store.transact((tx) =>
        changeStock(tx, adjustment, { now: now(), newId }),
      );
      if (change.ok) {
        await stockChanged(change.stock);
        return change.level;
      }
      const { available } = change;
      return {
        message: `Only ${available} units are free: orders hold the others, or they are sold.`,
        available,
      };
    },

    async createWarehouse(_root, { input }, { viewer, store, now, newId }) {
      requireScope(viewer, 'inventory:write');
      const warehouse = { id: newId(), ...readWarehouse(input) };
      const created = await insertWarehouse(store.db, warehouse, now());
      return created ?? { message: `Another warehouse has the code ${warehouse.code}.` };
    },

    _admitOrders(_root, { orders }, { viewer, desk }) {
      requireService(viewer);
      return desk.admit(readAdmissionRequests(orders));
    },

    async _withdrawOrders(_root, { orderIds }, { viewer, desk }) {
      requireService(viewer);
      await desk.withdraw(readOrderIds(orderIds));
      return true;
    },
  },
};

export const resolvers: Resolvers = {
  ...stockResolvers,
  ...flashSaleResolvers,
  ...flashAdminResolvers,
  Query: { ...stockResolvers.Query, ...flashSaleResolvers.Query, ...flashClaimResolvers.Query },
  Mutation: {
    ...stockResolvers.Mutation,
    ...flashAdminResolvers.Mutation,
    ...flashClaimResolvers.Mutation,
  },
  Product: { ...stockResolvers.Product, ...flashSaleResolvers.Product },
};
