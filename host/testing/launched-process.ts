import { onStopRequest } from '../stop-request.ts';

// Stands in for the product: tells how often and why it was asked to stop, and stops after a while.
const DRAIN_MS = 300;
const EXIT_CODE = 7;

onStopRequest((reason) => {
  console.log(`asked: ${reason}`);
  setTimeout(() => {
    console.log('drained');
    process.exit(EXIT_CODE);
  }, DRAIN_MS);
});
setInterval(() => {}, 60_000);
console.log(`ready ${process.pid}`);
