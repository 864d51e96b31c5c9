/** What the fuzzing takes from the tests: mutated cases, and what must hold of them. */
export { Examiner } from '../../test/fuzz/examine.js'
export { writeFuzzLibrary } from '../../test/fuzz/library.js'
export { mutatedCases } from '../../test/fuzz/mutated-cases.js'
