export interface ChatOptions {
  /** People with a socket each; everybody has a conversation with the next one. */
  people: number;
  /** Messages a second. */
  rate: number;
  seconds: number;
  /** Over which messages are sent, one at a time each. */
  connections: number;
  /** Times a second that somebody begins to write. */
  typing: number;
  /** Times a second that somebody's client acknowledges what has come. */
  receipts: number;
  /** How often all sockets are cut at once, evenly over the time. */
  storms: number;
  /** How often a process or a server is killed, one after the other, evenly over the time. */
  kills: number;
}

export interface ChatScenario {
  name: string;
  says: string;
  defaults: ChatOptions;
  /** False where things are cut or killed, or more is asked than can be served: then times are only told. */
  judgesTimes: boolean;
}

const USUAL: ChatOptions = {
  people: 10_000,
  rate: 1_000,
  seconds: 60,
  connections: 512,
  typing: 0,
  receipts: 0,
  storms: 0,
  kills: 0,
};

export const chatScenarios: readonly ChatScenario[] = [
  {
    name: 'talk',
    says: '10,000 sockets, 1,000 messages a second, and some who begin to write',
    defaults: { ...USUAL, typing: 50 },
    judgesTimes: true,
  },
  {
    name: 'burst',
    says: '5,000 messages a second for a minute: nothing is lost, and what waits is sent after it',
    defaults: { ...USUAL, rate: 5_000, connections: 4_096 },
    judgesTimes: false,
  },
  {
    name: 'typing',
    says: 'many begin to write while messages go on',
    defaults: { ...USUAL, rate: 300, typing: 500 },
    judgesTimes: true,
  },
  {
    name: 'receipts',
    says: 'clients acknowledge what has come, and senders are told',
    defaults: { ...USUAL, rate: 300, receipts: 300 },
    judgesTimes: true,
  },
  {
    name: 'reconnect-storm',
    says: 'all sockets are cut at once, twice, and everybody comes back for what was missed',
    defaults: { ...USUAL, rate: 300, storms: 2 },
    judgesTimes: false,
  },
  {
    name: 'kill-parts',
    says: 'every process and every server is killed, one after the other, while people talk',
    defaults: { ...USUAL, people: 1_000, rate: 100, seconds: 100, kills: 10 },
    judgesTimes: false,
  },
];
