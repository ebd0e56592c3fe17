import {
  createHash,
  createSign,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';
import * as v from 'valibot';

const Making = v.object({
  options: v.object({
    challenge: v.string(),
    rp: v.object({ id: v.string() }),
    user: v.object({ id: v.string() }),
    excludeCredentials: v.array(v.object({ id: v.string() })),
    authenticatorSelection: v.object({
      residentKey: v.literal('required'),
      userVerification: v.literal('required'),
    }),
  }),
});
const Asking = v.object({
  options: v.object({
    challenge: v.string(),
    rpId: v.string(),
    userVerification: v.literal('required'),
  }),
});

/** What may be wrong with an answer. */
export interface Twist {
  origin?: string;
  rpId?: string;
  /** The device did not ask who is there. */
  unverified?: boolean;
  /** As a copy of the key would, it counts no further. */
  counter?: number;
  userHandle?: string;
}

const base64url = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64url');
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest();

/** A device that holds one passkey, with the cryptography of a real one (WebAuthn 3, ES256). */
export class Authenticator {
  readonly id = base64url(randomBytes(32));
  readonly #origin: string;
  readonly #privateKey: KeyObject;
  readonly #cose: Uint8Array;
  #userHandle = '';
  #counter = 0;

  constructor(origin: string) {
    this.#origin = origin;
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.#privateKey = privateKey;
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    this.#cose = isoCBOR.encode(
      new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
        [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
      ]),
    );
  }

  /** Makes the passkey, as `navigator.credentials.create` answers it. */
  make(asked: unknown, twist: Twist = {}): unknown {
    const { options } = v.parse(Making, asked);
    this.#userHandle = options.user.id;
    const id = Buffer.from(this.id, 'base64url');
    const length = Buffer.from([id.length >> 8, id.length & 0xff]);
    const credential = Buffer.concat([Buffer.alloc(16), length, id, this.#cose]);
    const authData = Buffer.concat([this.#head(options.rp.id, 0x40, twist), credential]);
    const attestation = new Map<string, string | Uint8Array<ArrayBuffer> | Map<string, string>>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', new Uint8Array(authData)],
    ]);
    return this.#answer({
      clientDataJSON: this.#clientData('webauthn.create', options.challenge, twist),
      attestationObject: base64url(isoCBOR.encode(attestation)),
      transports: ['internal', 'by-owl'],
    });
  }

  /** Signs, as `navigator.credentials.get` answers it. */
  sign(asked: unknown, twist: Twist = {}): unknown {
    const { options } = v.parse(Asking, asked);
    const clientDataJSON = this.#clientData('webauthn.get', options.challenge, twist);
    this.#counter = twist.counter ?? this.#counter + 1;
    const authData = this.#head(options.rpId, 0, twist);
    const signed = Buffer.concat([authData, sha256(Buffer.from(clientDataJSON, 'base64url'))]);
    return this.#answer({
      clientDataJSON,
      authenticatorData: base64url(authData),
      signature: base64url(createSign('sha256').update(signed).sign(this.#privateKey)),
      userHandle: twist.userHandle ?? this.#userHandle,
    });
  }

  #answer(response: object): unknown {
    const { id } = this;
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
  }

  #head(rpId: string, flags: number, twist: Twist): Buffer {
    const present = 0x01;
    const verified = twist.unverified ? 0 : 0x04;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.#counter);
    const all = Buffer.from([present | verified | flags]);
    return Buffer.concat([sha256(twist.rpId ?? rpId), all, counter]);
  }

  #clientData(type: string, challenge: string, { origin = this.#origin }: Twist): string {
    return base64url(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }
}
