// k6 run load/k6/flash-sale.js: 2,000 requests a second for 100 units.  RATE and SECONDS change that.
import { buy, number, openLoop } from './plaza.js';

const ANSWERS = ['Order', 'QueuePlace', 'SoldOut', 'LimitReached', 'SaleEnded', 'Busy'];

export const options = {
  scenarios: { purchases: openLoop(number('RATE', 2000), `${number('SECONDS', 5)}s`, 500) },
  thresholds: { http_req_duration: ['p(95)<500', 'max<5000'], checks: ['rate==1'] },
};

export default function flashSale() {
  buy('flashOrder', 'placeFlashOrder', ANSWERS);
}
