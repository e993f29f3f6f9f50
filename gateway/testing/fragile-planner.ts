import { setTimeout as wait } from 'node:timers/promises';
import type { PlannerReply, PlannerRequest } from '../supergraph/planner/process/messages.ts';

// A planner that does what it is told by the name of an operation: `Crash` ends its process, `Hang` never ends,
// `Refused` is not planned, and whatever else is planned as nothing by the process whose id the plan names.
process.on('disconnect', () => process.exit());
process.on('message', (request: PlannerRequest) => {
  if (request.kind === 'load') {
    if (request.sdl === 'crash') process.kill(process.pid, 'SIGKILL');
    reply({ kind: 'ready' });
    return;
  }
  const { text } = request;
  if (text.includes('Crash')) process.abort();
  if (text.includes('Hang')) for (;;) Math.random();
  if (text.includes('Refused')) reply({ kind: 'failed', message: 'no way' });
  else void wait(1).then(() => reply({ kind: 'planned', plan: planBy(process.pid) }));
});

function reply(message: PlannerReply): void {
  process.send?.(message);
}

function planBy(pid: number) {
  return {
    node: { kind: 'Flatten' as const, path: [pid], node: { kind: 'Parallel' as const, nodes: [] } },
  };
}
