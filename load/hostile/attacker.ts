import { ATTACKS } from './attacks.ts';
import { startClients } from './clients.ts';

// The hostile clients of one attack, in a process of their own: their work is not in the way of those who measure.
// It begins at once, and tells what became of its requests when it is told to stop.
const [url = '', name = '', clients = '8'] = process.argv.slice(2);
/** Attackers have an address each, as many as a small flood has. */
const ADDRESSES = 4;

const attack = ATTACKS.find((each) => each.name === name);
if (attack === undefined) throw new Error(`there is no attack ${name}`);
const stop = startClients({
  url,
  clients: Number(clients),
  body: attack.body,
  addressOf: (client) => `10.66.0.${client % ADDRESSES}`,
});
process.once('message', () => {
  void stop().then((served) => process.send?.(served, () => process.disconnect()));
});
