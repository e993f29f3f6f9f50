import { YEAR_MS, type SeedPlan, type SeedSizes } from '../plan.ts';
import { createRandom } from '../random.ts';

export type FraudKind =
  /** Ten accounts, one address of the internet, half an hour. */
  | 'SHARED_IP'
  /** Two accounts, five orders each, to an address of its own every time. */
  | 'ADDRESS_CHANGES'
  /** Two accounts that were opened just before, five dear orders each. */
  | 'NEW_ACCOUNT';

/** An order's part in a case of fraud. */
export interface FraudPart {
  caseNumber: number;
  kind: FraudKind;
  /** From 0: its place in the case. */
  member: number;
  /** The index of the first order of the case. */
  firstIndex: number;
  /** How many orders of others lie between two of the case, and one. */
  spacing: number;
}

/** Ten of each 500 orders: 2 %. */
const ORDERS_A_BLOCK = 500;
export const ORDERS_A_CASE = 10;
export const ORDERS_AN_ACCOUNT = 5;
/** Of all orders, those that are dear because their account is new and stolen cards do not last. */
export const DEAR_SHARE = ORDERS_A_CASE / ORDERS_A_BLOCK / 3;
const KINDS = ['SHARED_IP', 'ADDRESS_CHANGES', 'NEW_ACCOUNT'] as const;
/** Between two orders of a case, as far as other orders allow. */
export const STEP_MS = 150_000;
const MAX_SPACING = ORDERS_A_BLOCK / ORDERS_A_CASE;
export const ACCOUNTS_A_CASE = ORDERS_A_CASE / ORDERS_AN_ACCOUNT;

export type FindFraud = (orderIndex: number) => FraudPart | undefined;

export function createFraudFinder(plan: SeedPlan, sizes: SeedSizes): FindFraud {
  const cases = countCases(sizes);
  const spacing = spacingOf(sizes);
  const firstIndexOf = createCaseStarts(plan, sizes);
  let block = { caseNumber: -1, firstIndex: 0 };

  return (orderIndex) => {
    const caseNumber = Math.floor(orderIndex / ORDERS_A_BLOCK);
    if (caseNumber >= cases) return undefined;
    if (block.caseNumber !== caseNumber) {
      block = { caseNumber, firstIndex: firstIndexOf(caseNumber) };
    }
    const { firstIndex } = block;
    const member = (orderIndex - firstIndex) / spacing;
    if (!Number.isInteger(member) || member < 0 || member >= ORDERS_A_CASE) return undefined;
    return { caseNumber, kind: kindOf(caseNumber), member, firstIndex, spacing };
  };
}

/** Where a case begins among the orders. */
export function createCaseStarts(plan: SeedPlan, sizes: SeedSizes): (caseNumber: number) => number {
  const slack = ORDERS_A_BLOCK - (ORDERS_A_CASE - 1) * spacingOf(sizes) - 1;
  return (caseNumber) =>
    caseNumber * ORDERS_A_BLOCK + createRandom(plan.seed, 'fraud', caseNumber).int(0, slack);
}

function spacingOf({ orders }: SeedSizes): number {
  return Math.min(Math.max(Math.round((STEP_MS * orders) / YEAR_MS), 1), MAX_SPACING);
}

/** Accounts that fraudsters open, the last of all users. */
export function countNewcomers(sizes: SeedSizes): number {
  const cases = countCases(sizes);
  return (
    ACCOUNTS_A_CASE *
    Math.floor((cases + KINDS.length - 1 - KINDS.indexOf('NEW_ACCOUNT')) / KINDS.length)
  );
}

/** The newcomers' `place`th account belongs to this case. */
export function caseOfNewcomer(place: number): number {
  return Math.floor(place / ACCOUNTS_A_CASE) * KINDS.length + KINDS.indexOf('NEW_ACCOUNT');
}

/** Which of the newcomers places an order of a case. */
export function newcomerOf({ caseNumber, member }: FraudPart): number {
  return (
    Math.floor(caseNumber / KINDS.length) * ACCOUNTS_A_CASE + Math.floor(member / ORDERS_AN_ACCOUNT)
  );
}

function countCases({ orders }: SeedSizes): number {
  return Math.floor(orders / ORDERS_A_BLOCK);
}

function kindOf(caseNumber: number): FraudKind {
  return KINDS[caseNumber % KINDS.length] ?? 'SHARED_IP';
}
