import type { Plugin } from 'esbuild'

export declare const compiledSchemas: Plugin
