import { randomUUID } from 'node:crypto';
import type { RecordableHistogram } from 'node:perf_hooks';
import { openLoop } from '../live/open-loop.ts';
import { isData, openRequests } from '../live/requests.ts';
import type { Arrivals } from './arrivals.ts';
import { conversationOf, lineOf, type Ledger } from './ledger.ts';
import { createOutboxes } from './outboxes.ts';
import type { People } from './people.ts';
import type { ChatOptions } from './scenarios.ts';

const SEND =
  'mutation LoadMessage($input: SendMessageInput!) { sendMessage(input: $input) { __typename ... on Message { sequence } ... on ChatBusy { retryAfterMs } ... on MessageRateLimited { retryAfterMs } } }';
const TYPE = 'mutation LoadTyping($id: ID!) { startTyping(conversationId: $id) }';
const ACKNOWLEDGE =
  'mutation LoadReceipt($positions: [ConversationPosition!]!) { acknowledgeMessages(positions: $positions) }';
/** Of those who type and acknowledge. */
const CONNECTIONS = 128;
/** Somebody who writes is told of once in three seconds: who is asked again later is seen again. */
const TYPING_AGAIN_SECONDS = 5;

const STORED = /"__typename":"Message","sequence":(\d+)/;
const TOLD = '"startTyping":true';

/** What people say, by the clock. */
export interface Talk {
  /** Makes the connections. */
  open: () => Promise<void>;
  /** Resolves when everything has begun and is answered. */
  untilAnswered: () => Promise<void>;
  stored: () => number;
  /** Messages that are written and not stored. */
  held: () => number;
  mostHeld: () => number;
  /** Messages that had no answer in the end. */
  lost: () => number;
  latency: ReadonlyMap<string, RecordableHistogram>;
  failures: ReadonlyMap<string, number>;
  close: () => Promise<unknown>;
}

export interface TalkParts {
  url: string;
  tokens: readonly string[];
  conversationIds: readonly string[];
  ledger: Ledger;
  people: Pick<People, 'typing' | 'receipts'>;
  arrivals: Arrivals;
}

export function createTalk(parts: TalkParts, options: ChatOptions): Talk {
  const { url, tokens, conversationIds, ledger, people, arrivals } = parts;
  const { people: count, rate, seconds, typing, receipts, connections } = options;
  if (typing * TYPING_AGAIN_SECONDS > count) {
    throw new Error(`--typing must be ${count / TYPING_AGAIN_SECONDS} at most for ${count} people`);
  }
  const outboxes = createOutboxes({
    url,
    connections,
    requestOf(line, { dueAt, number, clientId }) {
      const sender = senderOf(line);
      const input = {
        conversationId: conversationIds[conversationOf(line)],
        clientId,
        text: `${dueAt.toFixed(3)} ${sender} ${number} is when this was written, by whom, and its number`,
      };
      const body = JSON.stringify({ query: SEND, variables: { input } });
      return { token: tokens[sender] ?? '', body };
    },
    isStored(line, body) {
      const sequence = STORED.exec(body)?.[1];
      if (sequence === undefined) return false;
      stored += 1;
      ledger.store(conversationOf(line), Number(sequence));
      return true;
    },
  });
  const noise = openRequests(url, { connections: CONNECTIONS, retryMs: 0 });
  let stored = 0;

  const senderOf = (line: number): number => (conversationOf(line) + (line % 2)) % count;

  function writeMessage(dueAt: number): void {
    const line = lineOf(Math.floor(Math.random() * count), Math.random() < 0.5 ? 0 : 1);
    outboxes.add(line, { dueAt, number: ledger.write(line), clientId: randomUUID() });
  }

  /** People take turns, each in the conversation of their own index: the next person sees it. */
  function beginToWrite(number: number, dueAt: number): void {
    const person = number % count;
    const body = JSON.stringify({ query: TYPE, variables: { id: conversationIds[person] } });
    const isMeasured = people.typing.expect(person, 0, dueAt);
    noise.send({
      name: 'startTyping',
      token: tokens[person] ?? '',
      body,
      dueAt,
      read(answer) {
        if (isMeasured && !answer.includes(TOLD)) people.typing.forget(person);
        return isData(answer);
      },
    });
  }

  function acknowledge(dueAt: number): void {
    const arrival = arrivals.take();
    if (arrival === undefined) return;
    const { person, conversation, sequence } = arrival;
    // Told to the other side: the second of the two is the person of the next index.
    const told = lineOf(conversation, person === conversation ? 1 : 0);
    const isMeasured = people.receipts.expect(told, sequence, dueAt);
    const positions = [{ conversationId: conversationIds[conversation], sequence }];
    noise.send({
      name: 'acknowledgeMessages',
      token: tokens[person] ?? '',
      body: JSON.stringify({ query: ACKNOWLEDGE, variables: { positions } }),
      dueAt,
      read(answer) {
        if (isMeasured && !isData(answer)) people.receipts.forget(told);
        return isData(answer);
      },
    });
  }

  return {
    open: () => outboxes.open(),
    async untilAnswered() {
      await Promise.all([
        openLoop({ rate, seconds }, (_number, dueAt) => writeMessage(dueAt)),
        openLoop({ rate: typing, seconds }, beginToWrite),
        openLoop({ rate: receipts, seconds }, (_number, dueAt) => acknowledge(dueAt)),
      ]);
      await Promise.all([outboxes.untilEmpty(), noise.idle()]);
    },
    stored: () => stored,
    held: () => outboxes.held(),
    mostHeld: () => outboxes.mostHeld(),
    lost: () => outboxes.lost(),
    get latency() {
      return new Map([...outboxes.latency, ...noise.latency]);
    },
    get failures() {
      return new Map([...outboxes.failures, ...noise.failures]);
    },
    close: () => Promise.all([outboxes.close(), noise.close()]),
  };
}
