import DataLoader from 'dataloader';
import type { Redis } from 'ioredis';
import type { Db } from '../../data/tables.ts';
import type { FlashSale } from '../domain/flash-sale.ts';
import { readCurrentSales } from './current-sales.ts';
import { countQueue } from './sale-copy.ts';
import { findCurrentSales, findSales } from './sale.repository.ts';

/** Where sales are read from. */
export interface SaleReader {
  findSales: (ids: readonly string[]) => Promise<FlashSale[]>;
  findCurrentSales: (productIds: readonly string[]) => Promise<FlashSale[]>;
  /** 0 when Redis does not answer: then nobody is sent to the queue. */
  countQueue: (saleId: string) => Promise<number>;
  /** Sales that run or are to come; undefined when they are too many for one list. */
  currentSalesList: () => Promise<FlashSale[] | undefined>;
}

export function createSaleReader({
  db,
  redis,
  now,
}: {
  db: Db;
  redis: Redis;
  now: () => Date;
}): SaleReader {
  return {
    findSales: (ids) => findSales(db, ids),
    findCurrentSales: (productIds) => findCurrentSales(db, productIds, now()),
    countQueue: (saleId) => countQueue(redis, saleId, now().getTime()).catch(() => 0),
    currentSalesList: () => readCurrentSales(redis, db, now()),
  };
}

/** Loaders of one request. */
export function createSaleLoaders(reader: SaleReader) {
  return {
    sales: new DataLoader<string, FlashSale | undefined>(async (ids) => {
      const found = new Map((await reader.findSales(ids)).map((sale) => [sale.id, sale]));
      return ids.map((id) => found.get(id));
    }),
    /** By product: the sale that it is in, or its next one. */
    currentSales: new DataLoader<string, FlashSale | undefined>(async (productIds) => {
      const found = await reader.findCurrentSales(productIds);
      const byProduct = new Map(found.map((sale) => [sale.productId, sale]));
      return productIds.map((id) => byProduct.get(id));
    }),
    queueLengths: new DataLoader<string, number>((ids) =>
      Promise.all(ids.map((id) => reader.countQueue(id))),
    ),
    currentSalesList: reader.currentSalesList,
  };
}
