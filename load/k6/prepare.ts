import { readFile, rename, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { checkout, placeFlashOrder } from '../operations.ts';
import { openLaboratory } from '../laboratory.ts';
import { openShop } from '../shop.ts';

// node load/k6/prepare.ts [--url http://127.0.0.1:4000] [--users 10000] [--out load/reports/k6.json]
//
// What the k6 scripts need: people who are signed in and have a full cart, and a flash sale that runs. It writes tokens that
// work for an hour into a file for its owner alone.

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:4000' },
    users: { type: 'string', default: '10000' },
    out: { type: 'string', default: 'load/reports/k6.json' },
  },
});
const PRODUCTS = 20;
const SALE_UNITS = 100;
const SALE_MINUTES = 60;
const run = `k6-${Date.now().toString(36)}`;

await using laboratory = await openLaboratory(['--url', values.url]);
const people = Number(values.users);
const { tokensFile } = await laboratory.ask({ do: 'make-crowd', people });
const [adminToken = '', ...tokens] = (await readFile(tokensFile, 'utf8')).trimEnd().split('\n');
const shop = openShop(values.url, adminToken);
const productIds = await shop.stockProducts(PRODUCTS, people + SALE_UNITS);
await laboratory.ask({ do: 'fill-carts', productIds });
const [productId = ''] = productIds;
const saleId = await shop.openSale({ productId, units: SALE_UNITS, minutes: SALE_MINUTES });

const prepared = {
  url: values.url,
  tokens,
  /** Bodies, cut where the number of the purchase goes in. */
  checkout: checkout(run, 'tok_visa').pieces,
  flashOrder: placeFlashOrder(run, saleId).pieces,
};
// Complete or not there: a k6 that begins meanwhile must not read half of it.
await writeFile(`${values.out}.draft`, JSON.stringify(prepared), { mode: 0o600 });
await rename(`${values.out}.draft`, values.out);
console.log(`${people} people are ready for k6: ${values.out}`);
