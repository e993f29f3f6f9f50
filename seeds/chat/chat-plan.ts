import { isLifelike, sizesOf, type SeedPlan } from '../plan.ts';

const FULL_SIZE = { conversations: 500_000, messages: 50_000_000 };
const LEAST_CONVERSATIONS = 60;
/** Pairs are kept while they are drawn; of a few people not all can talk to each other. */
const MAX_CONVERSATIONS = 15_000_000;
const MOST_OF_PAIRS = 0.25;
const DEMO = { conversations: 150, messagesEach: 40 };

export interface ChatSizes {
  conversations: number;
  /** On average; lengths are exponentially distributed. */
  messagesEach: number;
}

export function chatSizesOf(plan: SeedPlan): ChatSizes {
  if (isLifelike(plan)) return DEMO;
  const { users } = sizesOf(plan);
  const wanted = Math.max(LEAST_CONVERSATIONS, Math.round(FULL_SIZE.conversations * plan.scale));
  const pairs = Math.floor(((users * (users - 1)) / 2) * MOST_OF_PAIRS);
  return {
    conversations: Math.min(wanted, pairs, MAX_CONVERSATIONS),
    messagesEach: FULL_SIZE.messages / FULL_SIZE.conversations,
  };
}
