/** The program of a thread that judges cases beside the one that lints. */
import { serveLint } from './serve-lint.js'

serveLint()
