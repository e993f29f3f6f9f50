import type { Duplex } from 'node:stream';

/** A final text frame: RFC 6455, section 5.2. Frames of a server are not masked. */
const FINAL_TEXT = 0x81;
const LENGTH_16 = 126;
const LENGTH_64 = 127;
/** Up to this many bytes a copy is cheaper than a second chunk to write. */
const MAX_COPIED_BYTES = 2_048;

/**
 * Writes `head` and `tail` as one text message, past the WebSocket library: the tail's bytes belong to
 * every subscriber of a group, and the library would copy them for each. Safe on a socket without
 * compression, where the library writes each of its own frames at once and whole.
 */
export function writeTextMessage(socket: Duplex, head: Buffer, tail: Buffer): void {
  const length = head.length + tail.length;
  const headerLength = length < LENGTH_16 ? 2 : length < 0x1_0000 ? 4 : 10;
  const isCopied = length <= MAX_COPIED_BYTES;
  const frame = Buffer.allocUnsafe(headerLength + (isCopied ? length : head.length));

  frame[0] = FINAL_TEXT;
  if (headerLength === 2) frame[1] = length;
  else if (headerLength === 4) {
    frame[1] = LENGTH_16;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = LENGTH_64;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  head.copy(frame, headerLength);

  if (isCopied) {
    tail.copy(frame, headerLength + head.length);
    socket.write(frame);
    return;
  }
  socket.cork();
  socket.write(frame);
  socket.write(tail);
  socket.uncork();
}
