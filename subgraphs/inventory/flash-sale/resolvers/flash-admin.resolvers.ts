import { AppError } from '#platform/errors.ts';
import { requireScope } from '#platform/identity/viewer.ts';
import type { Resolvers } from '../../generated/resolvers.ts';
import { nameOf } from '../../read-input.ts';
import { readNewSale } from '../read-sale-input.ts';
import { findSale } from './flash-sale.resolvers.ts';

/** The shop's one currency, as the catalog has it. */
const CURRENCY = 'USD';

export const flashAdminResolvers: Resolvers = {
  ScheduleFlashSaleResult: {
    __resolveType: (result) => {
      if ('startsAt' in result) return 'FlashSale';
      return 'flashSale' in result ? 'FlashSaleOverlap' : 'InsufficientStock';
    },
  },
  CancelFlashSaleResult: {
    __resolveType: (result) => ('startsAt' in result ? 'FlashSale' : 'FlashSaleAlreadyOver'),
  },

  Mutation: {
    async scheduleFlashSale(_root, { input }, { viewer, flash, now, newId }) {
      requireScope(viewer, 'inventory:write');
      const createdAt = now();
      const scheduling = await flash.schedule({
        ...readNewSale(input, createdAt),
        id: newId(),
        currency: CURRENCY,
        createdBy: nameOf(viewer),
        createdAt,
      });
      switch (scheduling.outcome) {
        case 'SCHEDULED':
          return scheduling.sale;
        case 'OVERLAP':
          return {
            message: 'The product has another flash sale at that time.',
            flashSale: scheduling.other,
          };
        case 'INSUFFICIENT_STOCK': {
          const { available } = scheduling;
          return { message: `Only ${available} units of the product are free.`, available };
        }
      }
    },

    async cancelFlashSale(_root, { input }, context) {
      requireScope(context.viewer, 'inventory:write');
      const sale = await findSale(context, input.id);
      if (sale === undefined) throw new AppError('NOT_FOUND', 'there is no such flash sale');
      const cancelled = await context.flash.cancel(sale.id);
      context.sales.clear(sale.id);
      if (cancelled !== undefined) return (await findSale(context, sale.id)) ?? cancelled;
      return {
        message: 'The sale is over already.',
        flashSale: (await findSale(context, sale.id)) ?? sale,
      };
    },
  },
};
