import { ATTACKS } from './attacks.ts';
import { startClients, type Served } from './clients.ts';
import { RAW_ATTACKS } from './raw-attacks.ts';

// The hostile clients of one attack, in a process of their own: their work is not in the way of those who measure.
// It begins at once, says when it is under way, and tells what became of its requests when it is told to stop.
const [url = '', name = '', clients = '8'] = process.argv.slice(2);
/** Attackers have an address each, as many as a small flood has. */
const ADDRESSES = 4;
/** Each attack has a network of its own: what one has used up is not missing to the next. */
const NETWORK = 1 + ATTACKS.findIndex((each) => each.name === name);

/** Until sockets are open and a flood is one. */
const RAMP_MS = 1_000;

const stop = start();
setTimeout(() => process.send?.('started'), RAMP_MS);
process.once('message', () => {
  void stop().then((served) => process.send?.(served, () => process.disconnect()));
});

function start(): () => Promise<Served> {
  const raw = RAW_ATTACKS.find((each) => each.name === name);
  if (raw !== undefined) return raw.start(new URL(url));
  const attack = ATTACKS.find((each) => each.name === name);
  if (attack === undefined) throw new Error(`there is no attack ${name}`);
  return startClients({
    url,
    clients: Number(clients),
    body: attack.body,
    ...(attack.headers !== undefined && { headers: attack.headers }),
    addressOf: (client) => `10.66.${NETWORK}.${client % ADDRESSES}`,
  });
}
