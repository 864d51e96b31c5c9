export { foldFeedback } from '../../src/feedback/fold.js'
export { lookAtFeedback } from '../../src/workspace/index-feedback.js'
