// k6 run load/k6/stages.js: 2 minutes up to 50,000 users, 5 up to 200,000, 2 back to 50,000, 1 down to none, each of whom buys one
// unit in the flash sale again and again. USERS scales it by the number of users at the height, MINUTES by its length:
// a laptop takes USERS=500 MINUTES=1.
import { sleep } from 'k6';
import { buy, number } from './plaza.js';

const ANSWERS = [
  'Order',
  'QueuePlace',
  'SoldOut',
  'LimitReached',
  'SaleEnded',
  'Busy',
  'RateLimited',
];
const height = number('USERS', 200000);
const seconds = number('MINUTES', 10) * 60;
const part = (tenths) => `${Math.round((seconds * tenths) / 10)}s`;

export const options = {
  stages: [
    { duration: part(2), target: Math.round(height / 4) },
    { duration: part(5), target: height },
    { duration: part(2), target: Math.round(height / 4) },
    { duration: part(1), target: 0 },
  ],
  thresholds: { http_req_duration: ['p(95)<500'], checks: ['rate>0.99'] },
};

export default function stages() {
  buy('flashOrder', 'placeFlashOrder', ANSWERS);
  sleep(1);
}
