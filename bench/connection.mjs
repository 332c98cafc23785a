// One kept-alive connection that sends a request and reads its answer: as little as possible, so that what is measured
// is the server.
import net from 'node:net';

export class Connection {
  constructor(url) {
    const { hostname, port } = new URL(url);
    this.received = '';
    this.socket = net.connect(Number(port), hostname).setNoDelay(true).setEncoding('latin1');
    this.socket.on('data', (chunk) => this.read(chunk));
    this.socket.on('error', (error) => this.waiting?.reject(error));
  }

  /** The body of a 201, as text. */
  post(token, path, body) {
    const text = JSON.stringify(body);
    const head = `POST /api/v1${path} HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer ${token}\r\n`;
    this.socket.write(
      `${head}content-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
    );
    return new Promise((resolve, reject) => (this.waiting = { resolve, reject }));
  }

  close() {
    this.socket.destroy();
  }

  read(chunk) {
    this.received += chunk;
    const head = this.received.indexOf('\r\n\r\n');
    const length = /^content-length: (\d+)/im.exec(this.received)?.[1];
    if (head < 0 || this.received.length < head + 4 + Number(length)) return;
    const body = this.received.slice(head + 4);
    const { resolve, reject } = this.waiting;
    const created = this.received.startsWith('HTTP/1.1 201');
    this.received = '';
    if (created) resolve(body);
    else reject(new Error(body));
  }
}
