// k6 run load/k6/peak.js: 500 orders a second.  RATE and SECONDS change that.
import { buy, number, openLoop } from './plaza.js';

export const options = {
  scenarios: { orders: openLoop(number('RATE', 500), `${number('SECONDS', 60)}s`, 200) },
  thresholds: { http_req_duration: ['p(95)<500'], checks: ['rate>0.99'] },
};

export default function peak() {
  buy('checkout', 'checkout', ['Order', 'OutOfStock']);
}
