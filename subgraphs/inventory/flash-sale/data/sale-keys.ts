/** All keys of one sale; the braces put them in one cluster slot. Named in claim-units.lua. */
export const saleKeys = (saleId: string): string[] =>
  ['sale', 'claims', 'buyers', 'keys', 'expiries', 'queue', 'inflight', 'attempts'].map(
    (part) => `inventory:{${saleId}}:${part}`,
  );

export const saleKey = (saleId: string): string => `inventory:{${saleId}}:sale`;
export const expiriesKey = (saleId: string): string => `inventory:{${saleId}}:expiries`;
export const queueKey = (saleId: string): string => `inventory:{${saleId}}:queue`;

/** Ids of the sales that run or are to come, in their order. */
export const CURRENT_SALES_KEY = 'inventory:flash-sales';
