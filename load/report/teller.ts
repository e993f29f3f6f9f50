import type { WriteStream } from 'node:tty';

export interface Teller {
  say: (line: string) => void;
  end: () => void;
}

/** On a terminal one line that changes; elsewhere, such as in a log, a line now and then. */
const LOG_EVERY_MS = 5_000;

export function createTeller(output: WriteStream): Teller {
  let lastAt = -Infinity;
  return {
    say(line) {
      if (output.isTTY) {
        output.write(`\r\u001B[K${line.slice(0, output.columns)}`);
        return;
      }
      if (performance.now() - lastAt < LOG_EVERY_MS) return;
      lastAt = performance.now();
      output.write(`${line}\n`);
    },
    end() {
      if (output.isTTY) output.write('\r\u001B[K');
    },
  };
}
