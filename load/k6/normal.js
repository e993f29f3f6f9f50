// k6 run load/k6/normal.js: 100 orders a second.  RATE and SECONDS change that.
import { buy, number, openLoop } from './plaza.js';

export const options = {
  scenarios: { orders: openLoop(number('RATE', 100), `${number('SECONDS', 60)}s`) },
  thresholds: { http_req_duration: ['p(95)<200'], checks: ['rate==1'] },
};

export default function normal() {
  buy('checkout', 'checkout', ['Order']);
}
