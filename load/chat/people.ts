import type { RecordableHistogram } from 'node:perf_hooks';
import { createLatency, recordMs } from '../driver/tally.ts';
import { forEachOf, openSocket, type LiveSocket } from '../live/socket.ts';
import { lineOf, sideOf, type Ledger } from './ledger.ts';
import { createSightings, type Sightings } from './sightings.ts';

const MESSAGES =
  'subscription LoadMessages($after: [ConversationPosition!]) { messageReceived(after: $after) { conversationId sequence text status } }';
const TYPING = 'subscription LoadTyping { typingChanged { conversationId isTyping } }';
const RECEIPTS =
  'subscription LoadReceipts { messageStatusChanged { conversationId deliveredSequence } }';

const CONNECTING = 50;
/** Between two tries, on average; a gateway that is started again takes some seconds. */
const AGAIN_AFTER_MS = 500;
const MAX_TRIES = 120;

const MESSAGE = /"conversationId":"([^"]+)","sequence":(\d+),"text":"(\d+(?:\.\d+)?) (\d+) (\d+)/;
const WRITES = /"conversationId":"([^"]+)","isTyping":true/;
const RECEIPT = /"conversationId":"([^"]+)","deliveredSequence":(\d+)/;
/** Events before this one may be lost, or it may have been told before: see the README. */
const GAP = '"gap":true';
/** Frames that are kept to be told. */
const MAX_STRANGE = 12;
const ERROR_ID = /,?"errorId":"[^"]+"/g;

/** People with a socket each, who come back for what they have missed. */
export interface People {
  open: () => Promise<void>;
  /** Cuts every socket at once; resolves when everybody is back. */
  cutAll: () => Promise<void>;
  /** Resolves when nobody is on the way back. */
  untilBack: () => Promise<void>;
  delivery: RecordableHistogram;
  typing: Sightings;
  receipts: Sightings;
  /** How often somebody came back without having been cut here. */
  comeBacks: () => number;
  /** Frames that are no messages, such as errors, and why sockets were lost. */
  strange: () => readonly string[];
  countOpen: () => number;
  close: () => void;
}

export interface PeopleParts {
  url: string;
  tokens: readonly string[];
  conversationIds: readonly string[];
  ledger: Ledger;
  hearsTyping: boolean;
  hearsReceipts: boolean;
  /** Somebody has a message of the other side. */
  onArrival: (person: number, conversation: number, sequence: number) => void;
}

export function createPeople(parts: PeopleParts): People {
  const { url, tokens, conversationIds, ledger, hearsTyping, hearsReceipts } = parts;
  const count = conversationIds.length;
  const indexOf = new Map(conversationIds.map((id, index) => [id, index]));
  const sockets: (LiveSocket | undefined)[] = [];
  const delivery = createLatency();
  const typing = createSightings();
  const receipts = createSightings();
  const strange: string[] = [];
  const returning = new Set<Promise<void>>();
  let comeBacks = 0;
  let isClosed = false;

  function receive(person: number, frame: string): void {
    const [, id = '', sequence, sentAt, sender, number] = MESSAGE.exec(frame) ?? [];
    const conversation = indexOf.get(id);
    if (conversation === undefined) return note(frame);
    const line = lineOf(conversation, sideOf(Number(sender), conversation));
    ledger.receive(person, line, Number(sequence), Number(number));
    recordMs(delivery, performance.now() - Number(sentAt));
    if (Number(sender) !== person) parts.onArrival(person, conversation, Number(sequence));
  }

  function note(text: string): void {
    // Of an error one example says as much as a hundred.
    const kept = text.replace(ERROR_ID, '').slice(0, 300);
    if (strange.length < MAX_STRANGE && !strange.includes(kept)) strange.push(kept);
  }

  function seeTyping(frame: string): void {
    const conversation = indexOf.get(WRITES.exec(frame)?.[1] ?? '');
    if (conversation !== undefined) typing.see(conversation, 0);
  }

  function seeReceipt(person: number, frame: string): void {
    const [, id = '', sequence] = RECEIPT.exec(frame) ?? [];
    const conversation = indexOf.get(id);
    if (conversation !== undefined)
      receipts.see(lineOf(conversation, sideOf(person, conversation)), Number(sequence));
  }

  /** Where a client is in both of its conversations. */
  function positionsOf(person: number) {
    return [person, (person + count - 1) % count].map((conversation) => ({
      conversationId: conversationIds[conversation],
      sequence: ledger.lastOf(person, conversation),
    }));
  }

  async function connect(person: number): Promise<void> {
    for (let tries = 1; tries <= MAX_TRIES; tries++) {
      try {
        await connectOnce(person);
        return;
      } catch (error) {
        if (tries === MAX_TRIES) throw error;
        await pause();
        if (isClosed) return;
      }
    }
  }

  async function connectOnce(person: number): Promise<void> {
    // What a lost or cut socket still has in its buffer comes to nobody: an app begins anew with the next one.
    let isCurrent = true;
    let opened: LiveSocket | undefined;
    const cut = () => {
      isCurrent = false;
      opened?.cut();
    };
    const comeBack = (why: string) => {
      if (!isCurrent || isClosed) return;
      cut();
      comeBacks += 1;
      note(why);
      const back = pause()
        .then(() => connect(person))
        .catch((error: unknown) => note(String(error)))
        .finally(() => returning.delete(back));
      returning.add(back);
    };
    const hear = (frame: string): void => {
      if (!isCurrent) return;
      if (frame.includes(GAP)) comeBack('events were lost');
      else receive(person, frame);
    };
    const subscriptions = [
      { query: MESSAGES, variables: { after: positionsOf(person) }, onEvent: hear },
      ...(hearsTyping ? [{ query: TYPING, onEvent: seeTyping }] : []),
      ...(hearsReceipts
        ? [{ query: RECEIPTS, onEvent: (frame: string) => seeReceipt(person, frame) }]
        : []),
    ];
    opened = await openSocket(url, tokens[person], subscriptions, comeBack);
    // Lost before it was here, or nobody waits for it any more.
    if (!isCurrent || isClosed) return opened.cut();
    sockets[person] = { ...opened, cut };
  }

  return {
    delivery,
    typing,
    receipts,
    comeBacks: () => comeBacks,
    strange: () => strange,
    countOpen: () => sockets.filter((socket) => socket?.isOpen() === true).length,
    open: () => forEachOf(count, CONNECTING, connect),
    async cutAll() {
      for (const socket of sockets) socket?.cut();
      // All at once: a storm waits for nobody.
      await forEachOf(count, count, connect);
    },
    async untilBack() {
      while (returning.size > 0) await Promise.all(returning);
    },
    close: () => {
      isClosed = true;
      for (const socket of sockets) socket?.cut();
    },
  };
}

const pause = (): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS * Math.random() * 2));
