/** Either a value or an expected refusal. Exceptions are kept for bugs. */
export type Result<Value, Refusal> = { ok: true; value: Value } | { ok: false; reason: Refusal };

export function accepted<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value };
}

export function refused<Refusal>(reason: Refusal): { ok: false; reason: Refusal } {
  return { ok: false, reason };
}
