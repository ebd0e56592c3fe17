/** Ends a switch over a closed list; reaching it is a bug, and the compiler says so first. */
export function assertNever(value: never): never {
  throw new Error(`A value outside its closed list: ${JSON.stringify(value)}`);
}
