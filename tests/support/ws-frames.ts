const longest = { short: 126, long: 127 };

/**
 * Reads the WebSocket frames (RFC 6455, section 5.2) of one direction out of the bytes as they come.
 * @returns takes the next bytes and gives the texts that are complete now; control frames are left out.
 */
export function frameReader(): (bytes: Buffer) => string[] {
  let rest = Buffer.alloc(0);
  let begun = Buffer.alloc(0);
  return (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    const texts: string[] = [];
    for (let frame = readFrame(rest); frame; frame = readFrame(rest)) {
      rest = rest.subarray(frame.length);
      if (frame.control) continue;
      begun = Buffer.concat([begun, frame.payload]);
      if (!frame.final) continue;
      texts.push(begun.toString('utf8'));
      begun = Buffer.alloc(0);
    }
    return texts;
  };
}

function readFrame(bytes: Buffer) {
  const first = bytes[0];
  const second = bytes[1];
  if (first === undefined || second === undefined) return null;
  const named = second & 0x7f;
  const extra = named === longest.short ? 2 : named === longest.long ? 8 : 0;
  const maskLength = second & 0x80 ? 4 : 0;
  const start = 2 + extra + maskLength;
  if (bytes.length < start) return null;
  const size =
    extra === 0 ? named : extra === 2 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
  if (bytes.length < start + size) return null;
  const mask = bytes.subarray(2 + extra, start);
  const payload = Buffer.from(bytes.subarray(start, start + size));
  if (maskLength > 0) {
    for (let at = 0; at < size; at += 1) payload[at] = (payload[at] ?? 0) ^ (mask[at % 4] ?? 0);
  }
  const control = (first & 0x0f) >= 8;
  return { length: start + size, payload, control, final: (first & 0x80) !== 0 };
}
