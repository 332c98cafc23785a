// Mail of a process that is killed while it sends: none is missing, and a second copy has the same Message-ID. SLUIS_MAILS sets
// how many there are; of ten thousand it is killed twenty times.
import { setTimeout as pause } from 'node:timers/promises';
import { MailServer } from '../support/mail-server.js';
import { begunSurroundings, ServerProcess } from '../support/process.js';
import { TestServer } from '../support/server.js';

const mails = Number(process.env.SLUIS_MAILS ?? 300);
const kills = mails > 1_000 ? 20 : 1;
const sentMax = 30_000 + mails * 60;

it(
  `${mails} mails, ${kills} kills: none is missing, a second copy has the same Message-ID`,
  async () => {
    const post = await MailServer.start();
    const where = await begunSurroundings({ SMTP_URL: post.url, MAIL_FROM: 'Sluis <sluis@sluis.example>' });
    await fill(where.folder);
    for (let kill = 0; kill < kills; kill++) {
      const before = post.received.length;
      const goal = before + 1 + Math.floor(Math.random() * (mails / (kills + 1)));
      const server = await ServerProcess.start('serve', where);
      await until(() => post.received.length >= Math.min(goal, mails));
      await server.end('SIGKILL');
    }
    const server = await ServerProcess.start('serve', where);
    await until(() => new Set(post.received.map(({ to }) => to)).size === mails);
    expect(await server.end('SIGTERM')).toBe(0);
    await post.stop();

    const idOf = new Map<string, string>();
    const others = post.received.filter(
      ({ to, messageId }) => messageId !== (idOf.get(to) ?? messageId) || !idOf.set(to, messageId),
    );
    expect(others).toEqual([]);
    expect(idOf.size).toBe(mails);
    console.log(`${kills} kills: ${mails} mails, ${post.received.length - mails} second copies`);
  },
  60_000 + sentMax * 2,
);

async function fill(folder: string): Promise<void> {
  const { sluis, stop } = await TestServer.start({ folder }).then((one) => ({
    sluis: one.sluis,
    stop: () => one.stop({ keep: true }),
  }));
  await sluis.work.do(async (tx) => {
    for (let i = 0; i < mails; i++) {
      const to = { name: 'Iemand', email: `ontvanger-${i}@test.example` };
      const text = 'Beste collega,\n\nDit is een proef.\n';
      await sluis.outbox.add(tx, { kind: 'notice', to, subject: `Proef ${i}`, text, worksFor: 86_400_000 });
    }
  });
  await stop();
}

async function until(isThere: () => boolean): Promise<void> {
  const end = Date.now() + sentMax;
  while (!isThere()) {
    if (Date.now() > end) throw new Error('not all of it came');
    await pause(5);
  }
}
