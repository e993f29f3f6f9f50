import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { Laboratory } from '../laboratory.ts';
import { untilDrained } from '../live/drained.ts';
import { openLoop } from '../live/open-loop.ts';
import type { LiveResult } from '../live/report.ts';
import { isData, openRequests } from '../live/requests.ts';
import { preciseNow } from '../driver/precise-now.ts';
import { readMetrics } from '../metrics.ts';
import type { Judgement } from '../scenarios/scenario.ts';
import { FIRST_LEAD, leadingScore, MODES, ownScore, question, scoresOf } from './bodies.ts';
import type { GamesOptions, GamesScenario } from './scenarios.ts';
import { makeMembers } from './made-boards.ts';
import { createLeads } from './sight.ts';
import { startViewers } from './start-viewers.ts';

/** A player may hand in a game a minute, by the clock of the product. */
const GAP_SECONDS = 65;
const SCORE_CONNECTIONS = 64;
const RETRY_MS = 60_000;
/** Boards are refreshed at most each second or five: then the last of them has come. */
const LAST_REFRESH_MS = 6_000;
const RANK_P95_MS = 10;
const PAGE_P95_MS = 50;
const TELL_MS = 1_000;
const SEEN_P99_MS = 500;

/** Over which games of members are spread. */
const HISTORY_DAYS = 180;

const ACCEPTED = /"acceptedCount":(\d+)/;

/** At equal distances from the beginning, from the end, and from each other. */
async function flushRedis(laboratory: Laboratory, times: number, seconds: number): Promise<void> {
  for (let count = 0; count < times; count++) {
    await delay((seconds * 1_000) / (times + 1));
    await laboratory.ask({ do: 'flush-redis' });
  }
}

/** Plays, asks and watches at the same time, and then compares every board with history. */
export async function runGames(
  laboratory: Laboratory,
  { name, says, lag: mostLag, flushes = 0, answeredWithin }: GamesScenario,
  options: GamesOptions,
  say: (line: string) => void,
): Promise<LiveResult> {
  const { rate, seconds, batch, queries, viewers: viewerCount, warmup, members } = options;
  const { connections, pipelining, modes } = options;
  if (members > 0 && viewerCount > 0) {
    throw new Error(
      '--members and --viewers do not go together: members have led the board already',
    );
  }
  if (modes < 1 || modes > MODES.length) {
    throw new Error(`--modes is ${modes}: expected 1 to ${MODES.length}`);
  }
  if (warmup >= seconds) {
    throw new Error(
      `--warmup is ${warmup}: expected fewer than the ${seconds} seconds of the load`,
    );
  }
  const { url, metricsUrls } = laboratory.ready;
  const isSingle = batch === 1;
  const needed = Math.ceil(rate * Math.min(seconds, GAP_SECONDS));
  const leads = viewerCount === 0 ? 0 : Math.floor(options.leads * seconds);
  if (FIRST_LEAD + leads > MODES[0].max) {
    const most = MODES[0].max - FIRST_LEAD;
    throw new Error(`${leads} scores are to lead the board: expected at most ${most}`);
  }
  say(`making ${isSingle ? needed : 1} people and ${Math.max(needed, options.players)} players`);
  const { tokensFile } = await laboratory.ask({ do: 'make-crowd', people: isSingle ? needed : 1 });
  const [admin = '', ...tokens] = (await readFile(tokensFile, 'utf8')).trimEnd().split('\n');
  if (members > 0) say(`making boards of ${members} members`);
  const known =
    members > 0
      ? await makeMembers(laboratory, { token: admin, members, modes, days: HISTORY_DAYS })
      : undefined;
  const { playersFile } = await laboratory.ask({
    do: 'make-players',
    players: Math.max(needed, options.players, batch) + leads,
    areOfCrowd: isSingle,
  });
  const everybody = (await readFile(playersFile, 'utf8')).trimEnd().split('\n');
  const players = everybody.slice(0, everybody.length - leads);
  const leaders = everybody.slice(players.length);
  const askedFor = known ?? players;

  const since = new Date();
  const expected = createLeads(leads, Math.ceil(options.leads * warmup));
  await using viewers = startViewers({ url, count: viewerCount, leads: expected });
  say(`opening ${viewerCount} sockets`);
  const unopened = await viewers.open();
  const scores = openRequests(url, { connections: SCORE_CONNECTIONS, retryMs: RETRY_MS });
  const questions = openRequests(url, {
    connections,
    pipelining,
    retryMs: (answeredWithin ?? 0) * 1_000,
  });
  let accepted = 0;
  let rejected = 0;
  const before = await readMetrics(metricsUrls);
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  const telling = setInterval(() => {
    say(`${accepted} accepted, ${scores.underWay()} requests under way`);
  }, TELL_MS).unref();

  const early = `, in the first ${warmup} s`;
  const isEarly = (dueAt: number) => dueAt - startedAt < warmup * 1_000;

  const playing = openLoop({ rate: rate / batch, seconds }, (number, dueAt) => {
    const first = (number * batch) % Math.max(batch, players.length - (players.length % batch));
    scores.send({
      name: isSingle ? 'score' : `batch of ${batch}`,
      token: isSingle ? (tokens[number % tokens.length] ?? '') : admin,
      body: isSingle
        ? ownScore(number, modes)
        : scoresOf(players.slice(first, first + batch), first, { areFollowed: leads > 0, modes }),
      dueAt,
      read(body) {
        if (isSingle) {
          const isSubmission = body.includes('"Submission"');
          accepted += isSubmission ? 1 : 0;
          return isSubmission;
        }
        const count = ACCEPTED.exec(body)?.[1];
        if (count === undefined) return false;
        accepted += Number(count);
        rejected += batch - Number(count);
        return true;
      },
    });
  });
  const asking = openLoop({ rate: queries, seconds, arrivals: 'random' }, (number, dueAt) => {
    const playerId = askedFor[Math.floor(Math.random() * askedFor.length)] ?? '';
    const { name: kind, body } = question(number, {
      playerId,
      members: members || players.length,
      modes,
    });
    const row = isEarly(dueAt) ? kind + early : kind;
    questions.send({ name: row, token: admin, body, dueAt, read: isData });
  });
  const leading = openLoop({ rate: leads === 0 ? 0 : options.leads, seconds }, (number, dueAt) => {
    expected.handedInAt[number] = preciseNow();
    scores.send({
      name: 'score that leads the board',
      token: admin,
      body: leadingScore(leaders[number] ?? '', number),
      dueAt,
      read(body) {
        const count = Number(ACCEPTED.exec(body)?.[1] ?? 0);
        accepted += count;
        return count === 1;
      },
    });
  });
  await Promise.all([playing, asking, leading, flushRedis(laboratory, flushes, seconds)]);
  await Promise.all([scores.idle(), questions.idle()]);
  const passed = (performance.now() - startedAt) / 1_000;
  const after = await readMetrics(metricsUrls);
  const { user, system } = process.cpuUsage(cpuBefore);
  const drainedMs = await untilDrained(metricsUrls, say);
  clearInterval(telling);
  if (viewerCount > 0) await delay(LAST_REFRESH_MS);
  const seen = await viewers.look();
  const { rss } = process.memoryUsage();
  await Promise.all([scores.close(), questions.close()]);

  say('comparing boards with history');
  const checked = await laboratory.ask({ do: 'check-boards', since: since.toISOString() });
  /** Infinite where nothing was answered: that meets nothing. */
  const p95 = (kind: string) => (questions.latency.get(kind)?.percentile(95) ?? Infinity) / 1_000;
  const latency = new Map([...scores.latency, ...questions.latency]);
  if (viewerCount > 0) {
    latency.set('from the first viewer to another', seen.spread);
    latency.set('from a score to a viewer', seen.delay);
    if (warmup > 0) latency.set(`from a score to a viewer${early}`, seen.earlyDelay);
  }
  const judgeQuestions = (): Judgement[] => [
    ...(answeredWithin === undefined
      ? [
          {
            what: `p95 of a rank ${p95('rank').toFixed(1)} ms`,
            isMet: p95('rank') <= RANK_P95_MS,
          },
          {
            what: `p95 of a page ${p95('page at any depth').toFixed(1)} ms`,
            isMet: p95('page at any depth') <= PAGE_P95_MS,
          },
        ]
      : [
          {
            what: `all answered ${passed.toFixed(1)} s after the first was asked, ${questions.mostUnderWay()} waited at once`,
            isMet: passed <= answeredWithin,
          },
        ]),
    {
      what: `${questions.lost()} questions without an answer`,
      isMet: questions.lost() === 0,
    },
  ];
  const seenP99 = seen.delay.percentile(99) / 1_000;
  return {
    title: `${name}, ${rate} scores a second for ${seconds} s`,
    conditions: `${says}; batches of ${batch}, ${queries} questions a second, ${viewerCount} viewers, ${players.length} players${members > 0 ? `, boards of ${members} members` : ''}, ${modes} modes`,
    latency,
    failures: new Map([...scores.failures, ...questions.failures]),
    judgements: [
      {
        what: `${checked.places} places of ${checked.boards} boards, ${checked.wrong} of them not what history says`,
        isMet: checked.wrong === 0 && (rate === 0 || checked.boards > 0),
      },
      {
        what: `${accepted} scores accepted, ${checked.submissions} of them in history, ${rejected} refused, ${scores.lost()} requests without an answer`,
        isMet: accepted === checked.submissions && rejected === 0 && scores.lost() === 0,
      },
      {
        what: `drained ${drainedMs === undefined ? 'never' : `after ${(drainedMs / 1_000).toFixed(1)} s`}`,
        isMet: drainedMs !== undefined,
      },
      ...(mostLag === undefined
        ? []
        : [{ what: `lag ${after.lag} events at the end`, isMet: after.lag < mostLag }]),
      ...(queries === 0 ? [] : judgeQuestions()),
      ...(viewerCount === 0
        ? []
        : [
            {
              what: `${unopened} sockets did not open, ${seen.behind} viewers do not have the newest board`,
              isMet: unopened === 0 && seen.behind === 0,
            },
            {
              what: `p99 from a score to a viewer ${seenP99.toFixed(0)} ms, ${seen.missed} times somebody did not see one`,
              isMet: seenP99 <= SEEN_P99_MS && seen.delay.count > 0 && seen.missed === 0,
            },
          ]),
    ],
    facts: [
      `${(accepted / passed).toFixed(0)} scores a second accepted over ${passed.toFixed(1)} s`,
      `processor time: driver ${((user + system) / 1e6).toFixed(1)} s, product ${(after.cpuSeconds - before.cpuSeconds).toFixed(1)} s until the last answer`,
      `memory of the driver: ${(rss / 2 ** 20).toFixed(0)} MiB`,
      ...(viewerCount === 0
        ? []
        : [`${seen.events} events to viewers, ${seen.repeated} of them a second time`]),
      ...checked.examples,
    ],
  };
}
