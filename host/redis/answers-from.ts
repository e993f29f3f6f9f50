import { realpath } from 'node:fs/promises';
import { connect } from 'node:net';

const ANSWER_WITHIN_MS = 2000;

/**
 * True once the server at this port has loaded its data and keeps it in `dataDir`.
 *
 * Two commands over a bare socket (protocol: redis.io/docs/latest/develop/reference/protocol-spec): the
 * answer we hope for is known to the byte, and a client would leave a timer of 2 s behind each question.
 */
export async function answersFrom(dataDir: string, port: number): Promise<boolean> {
  const dir = await realpath(dataDir);
  const hoped = `+PONG\r\n*2\r\n$3\r\ndir\r\n$${Buffer.byteLength(dir)}\r\n${dir}\r\n`;
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    let answer = '';
    const settle = (isHoped: boolean) => {
      socket.destroy();
      resolve(isHoped);
    };
    socket.setEncoding('utf8');
    socket.setTimeout(ANSWER_WITHIN_MS, () => settle(false));
    socket.once('error', () => settle(false));
    socket.once('close', () => settle(false));
    socket.on('data', (text: string) => {
      answer += text;
      if (!hoped.startsWith(answer)) settle(false);
      else if (answer === hoped) settle(true);
    });
    socket.write('PING\r\nCONFIG GET dir\r\n');
  });
}
