import { InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';

/** Everything with an id is kept once, whichever page asked for it; lists grow by pages, one list per filter and order. */
export function createCache(): InMemoryCache {
  return new InMemoryCache({
    typePolicies: {
      Query: {
        fields: {
          products: relayStylePagination(['search', 'filter', 'sort']),
          myOrders: relayStylePagination(['filter', 'sort']),
          orders: relayStylePagination(['filter', 'sort']),
          localMailbox: relayStylePagination(),
          scoreAdjustments: relayStylePagination(),
          cheatFlags: relayStylePagination(['status']),
          // The strip of the shop asks for a few; it must not cut the list of the administrators short.
          flashSales: relayStylePagination(['filter', 'first']),
          searchMessages: relayStylePagination(['filter']),
          messageReports: relayStylePagination(['isResolved']),
          stockLevels: relayStylePagination(['filter']),
        },
      },
      // The number behind the bell asks for one entry only; it must not cut the list of the page short.
      User: { fields: { notifications: relayStylePagination(['unreadOnly', 'first']) } },
      Player: { fields: { submissions: relayStylePagination(['modeId']) } },
      // A viewer has one cart, and a product stands in it once.
      Cart: { keyFields: [], fields: { lines: { merge: false } } },
      CartLine: { keyFields: ['product', ['id']] },
      StockLevel: { keyFields: ['warehouse', ['id'], 'product', ['id']] },
      Category: { keyFields: ['slug'] },
    },
  });
}
