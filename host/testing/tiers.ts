/** One step of `npm test`. */
export interface Tier {
  name: string;
  /** The word that selects it: `npm test -- graph`. */
  word: string;
  /** Runs with plain Node when it is not one of Jest's projects. */
  command?: readonly string[];
  jestProject?: string;
  env?: Readonly<Record<string, string>>;
  /** Of Jest; without it one processor stays free for the product that the tests start. */
  maxWorkers?: string;
  needs: { servers: boolean; kafka: boolean; chromium: boolean; plaza: boolean };
}

const nothing = { servers: false, kafka: false, chromium: false, plaza: false };
const servers = { ...nothing, servers: true };

/** In the order they run: what fails soonest comes first. */
export const tiers: readonly Tier[] = [
  // The unit tests of `check` are counted one by one below.
  { name: 'check', word: 'check', command: ['tools/check.ts', '--without-unit'], needs: nothing },
  { name: 'unit', word: 'unit', jestProject: 'unit', maxWorkers: '100%', needs: nothing },
  {
    name: 'int',
    word: 'int',
    jestProject: 'int',
    maxWorkers: '100%',
    needs: { ...servers, kafka: true },
  },
  {
    name: 'graph in process',
    word: 'graph',
    jestProject: 'graph',
    maxWorkers: '100%',
    env: { PLAZA_GRAPH_MODE: 'in-process' },
    needs: servers,
  },
  {
    name: 'graph distributed',
    word: 'graph',
    jestProject: 'graph',
    maxWorkers: '100%',
    env: { PLAZA_GRAPH_MODE: 'distributed' },
    needs: { ...servers, kafka: true },
  },
  {
    name: 'browser',
    word: 'browser',
    jestProject: 'browser',
    needs: { ...servers, chromium: true, plaza: true },
  },
];

export interface Selection {
  tiers: readonly Tier[];
  /** Paths that Jest matches; none means all. */
  patterns: readonly string[];
}

/** Reads the words after `npm test --`: names of tiers, then patterns of paths. */
export function selectTiers(words: readonly string[]): Selection {
  const option = words.find((word) => word.startsWith('-'));
  if (option !== undefined) throw new Error(`Unknown option ${option}. ${usage()}`);

  const isTier = (word: string) => tiers.some((tier) => tier.word === word);
  const chosen = new Set(words.filter(isTier));
  const patterns = words.filter((word) => !isTier(word));
  // A pattern says nothing to a tier without test files.
  const candidates = patterns.length > 0 ? tiers.filter((tier) => tier.jestProject) : tiers;
  return {
    tiers: candidates.filter((tier) => chosen.size === 0 || chosen.has(tier.word)),
    patterns,
  };
}

function usage(): string {
  const words = [...new Set(tiers.map((tier) => tier.word))];
  return `Usage: npm test [-- <tier...> <pattern...>]; tiers are ${words.join(', ')}.`;
}
