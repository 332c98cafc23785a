// One kept-alive connection that sends a request and reads its answer: as little as possible, so that what is measured
// is the server.
import net from 'node:net';

/** The bytes of a POST, made before the clock runs. */
export function request(token, path, body) {
  const text = JSON.stringify(body);
  const head = `POST /api/v1${path} HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer ${token}\r\n`;
  return Buffer.from(
    `${head}content-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
  );
}

const created = Buffer.from('HTTP/1.1 201');
const lengthIs = Buffer.from('content-length: ');
const headEnds = Buffer.from('\r\n\r\n');

export class Connection {
  constructor(url) {
    const { hostname, port } = new URL(url);
    this.received = null;
    this.socket = net.connect(Number(port), hostname).setNoDelay(true);
    this.socket.on('data', (chunk) => this.read(chunk));
    this.socket.on('error', (error) => this.waiting?.reject(error));
  }

  /** The bytes of the body of a 201. */
  send(bytes) {
    this.socket.write(bytes);
    return new Promise((resolve, reject) => (this.waiting = { resolve, reject }));
  }

  /** What a 201 says. */
  async post(token, path, body) {
    return JSON.parse(await this.send(request(token, path, body)));
  }

  close() {
    this.socket.destroy();
  }

  read(chunk) {
    const all = this.received ? Buffer.concat([this.received, chunk]) : chunk;
    const head = all.indexOf(headEnds);
    const length = all.indexOf(lengthIs) + lengthIs.length;
    const whole = head < 0 ? Infinity : head + headEnds.length + parseInt(all.latin1Slice(length, length + 8), 10);
    if (all.length < whole) {
      this.received = all;
      return;
    }
    this.received = null;
    const body = all.subarray(head + headEnds.length);
    if (all.compare(created, 0, created.length, 0, created.length) === 0) this.waiting.resolve(body);
    else this.waiting.reject(new Error(body.toString()));
  }
}
