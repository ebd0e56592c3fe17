import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ownCertificate } from '#server/certificate.ts';

describe('A certificate of our own making', () => {
  it('has a key of 128 bits of strength, which its owner alone can read', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'weerklank-certificate-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const { cert } = await ownCertificate(folder);
    const { publicKey } = new X509Certificate(cert);
    expect(publicKey.asymmetricKeyType).toBe('ec');
    expect(publicKey.asymmetricKeyDetails?.namedCurve).toBe('prime256v1');
    expect(statSync(join(folder, 'https-key.pem')).mode & 0o777).toBe(0o600);
    expect(await ownCertificate(folder)).toMatchObject({ cert });
  });
});
