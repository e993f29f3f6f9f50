// What the scripts of this folder share. They run in k6 (https://k6.io), not in Node: node load/k6/prepare.ts first.
import http from 'k6/http';
import exec from 'k6/execution';
import { check } from 'k6';

// Keys of its own: with those of an earlier run it would be answered with the orders of then.
const run = Date.now().toString(36);
const prepared = JSON.parse(open(__ENV.PREPARED || '../reports/k6.json'));

/** One purchase by the next of the people: `kind` is checkout or flashOrder, `field` where its answer is. */
export function buy(kind, field, answers) {
  const number = exec.scenario.iterationInTest;
  const token = prepared.tokens[number % prepared.tokens.length];
  const response = http.post(`${prepared.url}/graphql`, prepared[kind].join(`${run}-${number}`), {
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    tags: { name: kind },
  });
  check(response, {
    'the shop has answered': ({ status, body }) => {
      const value = status === 200 ? JSON.parse(body).data?.[field] : undefined;
      return value !== undefined && value !== null && answers.includes(value.__typename);
    },
  });
}

/** Requests that begin by the clock, whoever is still waiting. */
export function openLoop(rate, duration, startVUs = 50) {
  return {
    executor: 'constant-arrival-rate',
    rate,
    timeUnit: '1s',
    duration,
    preAllocatedVUs: startVUs,
    maxVUs: Math.max(startVUs, rate * 5),
  };
}

export const number = (name, usual) => Number(__ENV[name] || usual);
