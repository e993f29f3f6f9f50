import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type {
  Answers,
  Command,
  FromLaboratory,
  LaboratoryReady,
} from '../schema/laboratory/commands.ts';

/** A Plaza on this machine that is there to be loaded and broken. */
export interface Laboratory extends AsyncDisposable {
  ready: LaboratoryReady;
  ask: <Do extends Command['do']>(command: Extract<Command, { do: Do }>) => Promise<Answers[Do]>;
}

const SCRIPT = fileURLToPath(new URL('../host/laboratory/main.ts', import.meta.url));

/** `args` are those of host/laboratory/main.ts. Its output is on stderr. */
export async function openLaboratory(args: readonly string[]): Promise<Laboratory> {
  const quiet = ['--disable-warning=ExperimentalWarning'];
  // A group of its own: Ctrl-C reaches us, and we end it in order.
  const child = spawn(process.execPath, [...quiet, SCRIPT, ...args], {
    stdio: ['ignore', 2, 2, 'ipc'],
    detached: true,
  });
  const gone = once(child, 'exit');
  const waiting = new Map<number, PromiseWithResolvers<Answers[Command['do']]>>();
  const ready = Promise.withResolvers<LaboratoryReady>();
  let nextId = 1;

  child.on('message', (message: FromLaboratory) => {
    if ('ready' in message) return ready.resolve(message.ready);
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if ('error' in message) asked?.reject(new Error(message.error));
    else asked?.resolve(message.answer);
  });
  child.once('exit', () => {
    const error = new Error('the laboratory has ended');
    ready.reject(error);
    for (const asked of waiting.values()) asked.reject(error);
  });
  ready.promise.catch(() => undefined);

  return {
    ready: await ready.promise,
    async ask<Do extends Command['do']>(command: Extract<Command, { do: Do }>) {
      if (!child.connected) throw new Error('the laboratory has ended');
      const asked = Promise.withResolvers<Answers[Command['do']]>();
      const id = nextId++;
      waiting.set(id, asked);
      child.send({ id, command });
      return (await asked.promise) as Answers[Do];
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      await gone;
    },
  };
}
