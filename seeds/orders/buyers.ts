import { fraudIp, orderIp, usualIp } from '../accounts/client-ip.ts';
import type { AddressSeed } from '../accounts/user-seed.ts';
import { createRandom, type Random } from '../random.ts';
import type { World } from '../world.ts';
import { newcomerOf, ORDERS_AN_ACCOUNT, type FraudPart } from './fraud.ts';

/** Who places an order, where it goes and where it is sent from. */
export interface BuyerSeed {
  userId: string;
  address: Omit<AddressSeed, 'id'>;
  /** The same as JSON: written once a user, not once an order. */
  addressJson: string;
  clientIp: number;
}

/** How many users are kept in memory to make orders of; more stay without orders. */
const MAX_BUYERS = 100_000;
/** Some buy far more often than others. */
const BUYER_SKEW = 1.3;
/** Orders of somebody who has just joined. */
const FIRST_ORDER_SHARE = 0.03;
/** Orders of the demo accounts, spread over the year; the administrator has none. */
const DEMO_ORDERS = [0, 12, 5];

export type PickBuyer = (
  random: Random,
  orderIndex: number,
  share: number,
  fraud: FraudPart | undefined,
) => BuyerSeed;

export function createBuyerPicker({ plan, sizes, people, user }: World): PickBuyer {
  const known = new Map<number, BuyerSeed>();
  const most = Math.min(people.firstNewcomer, MAX_BUYERS);

  return (random, orderIndex, share, fraud) => {
    if (fraud !== undefined) return fraudster(fraud);
    const place = demoBuyerOf(orderIndex, sizes.orders) ?? anyone(random, share);
    const buyer = find(place);
    const clientIp = orderIp(random, buyer.clientIp);
    return clientIp === buyer.clientIp ? buyer : { ...buyer, clientIp };
  };

  function anyone(random: Random, share: number): number {
    const first = DEMO_ORDERS.length;
    const count = Math.min(people.countAt(share), most);
    if (random.chance(FIRST_ORDER_SHARE)) return count - 1;
    return first + Math.floor(random.next() ** BUYER_SKEW * (count - first));
  }

  function find(place: number): BuyerSeed {
    const before = known.get(place);
    if (before !== undefined) return before;
    const buyer = make(place);
    known.set(place, buyer);
    return buyer;
  }

  function make(place: number): BuyerSeed {
    const { id, addresses } = user(place);
    const [first] = addresses;
    if (first === undefined) throw new Error(`user ${place} has no address`);
    const { id: _id, ...address } = first;
    return {
      userId: id,
      address,
      addressJson: JSON.stringify(address),
      clientIp: usualIp(plan.seed, place),
    };
  }

  function fraudster(part: FraudPart): BuyerSeed {
    const { caseNumber, kind, member } = part;
    const random = createRandom(plan.seed, 'fraudsters', caseNumber);
    const first = DEMO_ORDERS.length;
    const count = Math.min(people.established, most) - first;
    const start = random.int(0, count - 1);
    // A hundred users or more: steps of seven meet nobody twice in a case.
    const someone = (step: number) => first + ((start + step * 7) % count);
    switch (kind) {
      case 'SHARED_IP':
        return { ...find(someone(member)), clientIp: fraudIp(random) };
      case 'ADDRESS_CHANGES': {
        const account = find(someone(Math.floor(member / ORDERS_AN_ACCOUNT)));
        const recipient = account.address.recipient;
        const address = { ...find(someone(member + 2)).address, recipient };
        return { ...account, address, addressJson: JSON.stringify(address) };
      }
      case 'NEW_ACCOUNT':
        return make(people.firstNewcomer + newcomerOf(part));
    }
  }
}

/** Whether an order is one of those that a demo account must have. */
export function demoBuyerOf(orderIndex: number, orders: number): number | undefined {
  const fromLast = orders - 1 - orderIndex;
  for (const [account, count] of DEMO_ORDERS.entries()) {
    // From the last order backwards, so that each has something on its way.
    if (count > 0 && fromLast % Math.floor(orders / count) === account * 2) return account;
  }
  return undefined;
}
