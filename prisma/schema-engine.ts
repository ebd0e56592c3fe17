import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import * as v from 'valibot';

const Start = v.object({
  __wbindgen_start: v.custom<() => void>((value) => value instanceof Function),
});

let started: Promise<typeof bindings.SchemaEngine> | undefined;

/**
 * Prisma's schema engine as WebAssembly. The package expects a bundler to load the module; its native
 * sister must be downloaded, and this app asks no network to start.
 */
export function loadSchemaEngine(): Promise<typeof bindings.SchemaEngine> {
  started ??= start();
  return started;
}

async function start(): Promise<typeof bindings.SchemaEngine> {
  const require = createRequire(import.meta.url);
  const entry = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = await readFile(entry.replace(/\.js$/, '.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': { ...bindings },
  });
  bindings.__wbg_set_wasm(instance.exports);
  v.parse(Start, instance.exports).__wbindgen_start();
  return bindings.SchemaEngine;
}
