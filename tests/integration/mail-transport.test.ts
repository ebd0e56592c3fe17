import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { describe, expect, it, onTestFinished } from 'vitest';
import { mailTransport } from '#app/mail-transport.ts';

const letter = { from: 'weerklank@home.test', to: 'an@home.test', subject: 'Link', text: 'A link' };

/** A mail server on this machine, and what it was told by whoever did not encrypt it. */
async function mailServer(options: SMTPServerOptions = {}) {
  const heard: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    ...options,
    onAuth: ({ username, password }, { secure }, done) => {
      if (!secure) heard.push(`${username}:${password}`);
      done(null, { user: username });
    },
    onMailFrom: ({ address }, { secure }, done) => {
      if (!secure) heard.push(address);
      done();
    },
    onData: (stream, _, done) => {
      stream.resume().on('end', done);
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const address = server.server.address();
  if (typeof address !== 'object' || !address) throw new Error('A mail server without a port');
  return { port: address.port, heard };
}

/** This machine under a name that is not known for being it. */
const elsewhere = '0.0.0.0';

describe('A mail', () => {
  it('does not go to a server elsewhere that cannot encrypt, and neither does the password', async () => {
    const { port, heard } = await mailServer({ disabledCommands: ['STARTTLS'] });
    const transport = mailTransport(`smtp://weerklank:secret@${elsewhere}:${port}`);
    await expect(transport.sendMail(letter)).rejects.toMatchObject({ code: 'ETLS' });
    expect(heard).toEqual([]);
  });

  it('does not go to one that says it can and does not', async () => {
    const { port, heard } = await mailServer({ hideSTARTTLS: true });
    const transport = mailTransport(`smtp://weerklank:secret@${elsewhere}:${port}`);
    // The certificate of this server is known to nobody: it got as far as that.
    await expect(transport.sendMail(letter)).rejects.toMatchObject({ code: 'ESOCKET' });
    expect(heard).toEqual([]);
  });

  it('goes to a server on this machine as it is', async () => {
    const { port, heard } = await mailServer({ disabledCommands: ['STARTTLS'] });
    await mailTransport(`smtp://127.0.0.1:${port}`).sendMail(letter);
    expect(heard).toEqual([letter.from]);
  });

  it('by smtps goes to nobody who does not encrypt from the beginning', async () => {
    const { port, heard } = await mailServer();
    const transport = mailTransport(`smtps://weerklank:secret@${elsewhere}:${port}`);
    await expect(transport.sendMail(letter)).rejects.toThrow();
    expect(heard).toEqual([]);
  });
});
