import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';

const lifetime = 365 * 24 * 60 * 60_000;

export interface Certificate {
  key: string;
  cert: string;
}

/**
 * A certificate of our own making for the addresses of this machine, kept in the data folder and made
 * anew when it has run out or an address has changed. Browsers warn about it once on each device.
 */
export async function ownCertificate(dataDir: string): Promise<Certificate> {
  const keyFile = join(dataDir, 'https-key.pem');
  const certFile = join(dataDir, 'https-certificate.pem');
  const addresses = homeAddresses();
  if (existsSync(keyFile) && existsSync(certFile)) {
    const cert = readFileSync(certFile, 'utf8');
    if (stillGood(cert, addresses)) return { key: readFileSync(keyFile, 'utf8'), cert };
  }
  const made = await generate([{ name: 'commonName', value: 'Weerklank' }], {
    // ECDSA on P-256: 128 bits of strength, which RSA has from 3072 on.
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notAfterDate: new Date(Date.now() + lifetime),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          ...addresses.map((ip) => ({ type: 7, ip }) as const),
        ],
      },
    ],
  });
  writeFileSync(keyFile, made.private, { mode: 0o600 });
  writeFileSync(certFile, made.cert);
  return { key: made.private, cert: made.cert };
}

/** The IPv4 addresses at which other devices on the home network can find this machine. */
export function homeAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family }) => family === 'IPv4')
    .map(({ address }) => address);
}

function stillGood(cert: string, addresses: readonly string[]): boolean {
  const parsed = new X509Certificate(cert);
  const days = 24 * 60 * 60_000;
  const current = Date.parse(parsed.validTo) > Date.now() + 7 * days;
  return current && addresses.every((address) => parsed.checkIP(address) !== undefined);
}
