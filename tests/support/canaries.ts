/** Strings that are found again wherever they turn up; none of them is too long for a name. */
export function newCanaries(count: number): string[] {
  const flavours = ['kanarie ', 'Ünïcødé ', '"quoted" ', "<b>'x'</b> ", '50% & + / '];
  return Array.from({ length: count }, (_, index) => {
    const flavour = flavours[index % flavours.length] ?? '';
    return `${flavour}${crypto.randomUUID().replaceAll('-', '').slice(0, 20)}`;
  });
}

/** Every form in which a canary's bytes could lie in a file, a log or a frame. */
export function formsOf(canary: string | Uint8Array): Buffer[] {
  const bytes = Buffer.from(canary);
  const text = bytes.toString('utf8');
  const written =
    typeof canary === 'string'
      ? [
          encodeURIComponent(text),
          new URLSearchParams({ a: text }).toString().slice(2),
          JSON.stringify(text).slice(1, -1),
        ]
      : [];
  const forms = [bytes.toString('hex'), bytes.toString('hex').toUpperCase(), ...written];
  const encoded = [...base64Of(bytes, 'base64'), ...base64Of(bytes, 'base64url')];
  const utf16 = typeof canary === 'string' ? [Buffer.from(canary, 'utf16le')] : [];
  return [bytes, ...utf16, ...[...forms, ...encoded].map((form) => Buffer.from(form))];
}

/** What of the bytes shows in base64 wherever in a longer text they begin. */
function base64Of(bytes: Buffer, alphabet: 'base64' | 'base64url'): string[] {
  return [0, 1, 2].map((shift) => {
    const shifted = Buffer.concat([Buffer.alloc(shift), bytes]).toString(alphabet);
    const whole = Math.floor((shift + bytes.length) / 3) * 4;
    return shifted.slice(shift === 0 ? 0 : 4, whole);
  });
}

/** Which of these canaries turn up in any form in these places. */
export function sightings(
  canaries: readonly (string | Uint8Array)[],
  places: Readonly<Record<string, Buffer>>,
): string[] {
  return Object.entries(places).flatMap(([place, bytes]) =>
    canaries.flatMap((canary, index) =>
      formsOf(canary).some((form) => bytes.includes(form)) ? [`${place}: canary ${index}`] : [],
    ),
  );
}
