import * as v from 'valibot';

const base64url = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]+$/), v.maxLength(20_000));

/** What both answers of a browser's passkey functions have (WebAuthn, 5.1, their JSON form). */
const credential = {
  id: base64url,
  rawId: base64url,
  type: v.literal('public-key'),
  clientExtensionResults: v.pipe(
    v.record(v.string(), v.unknown()),
    // We ask for no extension, so that nothing in their results matters.
    v.transform((): Record<string, never> => ({})),
  ),
};

const transport = v.picklist(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']);

/** A new passkey, as a browser answers it. */
export const RegistrationResponse = v.object({
  ...credential,
  response: v.pipe(
    v.object({
      clientDataJSON: base64url,
      attestationObject: base64url,
      transports: v.optional(v.array(v.string())),
    }),
    v.transform(({ transports = [], ...rest }) => ({
      ...rest,
      // Ways of a later standard are no reason to refuse a passkey.
      transports: transports.filter((way) => v.is(transport, way)),
    })),
  ),
});

/** What a passkey signed, as a browser answers it. */
export const AuthenticationResponse = v.object({
  ...credential,
  response: v.pipe(
    v.object({
      clientDataJSON: base64url,
      authenticatorData: base64url,
      signature: base64url,
      userHandle: v.optional(v.nullable(v.string())),
    }),
    v.transform(({ userHandle, ...rest }) => (userHandle ? { ...rest, userHandle } : rest)),
  ),
});
