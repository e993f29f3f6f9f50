export interface ChatOptions {
  /** People with a socket each; everybody has a conversation with the next one. */
  people: number;
  /** Messages a second. */
  rate: number;
  seconds: number;
  /** Times a second that somebody begins to write. */
  typing: number;
  /** How often all sockets are cut at once, evenly over the time. */
  storms: number;
}

export interface ChatScenario {
  name: string;
  says: string;
  defaults: ChatOptions;
  /** Target of the time from the moment at which a message was to be sent to its arrival. */
  deliveredP95Ms?: number;
}

const USUAL: ChatOptions = { people: 10_000, rate: 1_000, seconds: 60, typing: 0, storms: 0 };

export const chatScenarios: readonly ChatScenario[] = [
  {
    name: 'talk',
    says: '10,000 sockets, 1,000 messages a second',
    defaults: USUAL,
    deliveredP95Ms: 100,
  },
  {
    name: 'burst',
    says: '5,000 messages a second for a minute: nothing may be lost',
    defaults: { ...USUAL, rate: 5_000 },
  },
  {
    name: 'typing',
    says: 'many begin to write while messages go on',
    defaults: { ...USUAL, rate: 500, typing: 500 },
    deliveredP95Ms: 100,
  },
  {
    name: 'reconnect-storm',
    says: 'all sockets are cut at once, twice, and everybody comes back for what was missed',
    defaults: { ...USUAL, rate: 500, storms: 2 },
  },
];
