import { declareAnswer } from './declare-answer.js'
import { declareApply } from './declare-apply.js'
import { declareAudit } from './declare-audit.js'
import { declareBackup } from './declare-backup.js'
import { declareCollect } from './declare-collect.js'
import { declareDoctor } from './declare-doctor.js'
import { declareFeedback } from './declare-feedback.js'
import { declareFormat } from './declare-format.js'
import { declareGaps } from './declare-gaps.js'
import { declareGuard } from './declare-guard.js'
import { declareHistory } from './declare-history.js'
import { declareImport } from './declare-import.js'
import { declareLife } from './declare-life.js'
import { declareNotify } from './declare-notify.js'
import { declareOptimise } from './declare-optimise.js'
import { declareProject } from './declare-project.js'
import { declareReply } from './declare-reply.js'
import { declareReport } from './declare-report.js'
import { declareReview } from './declare-review.js'
import { declareRoles } from './declare-roles.js'
import { declareStandardise } from './declare-standardise.js'
import { declareSubmit } from './declare-submit.js'
import { declareTutorial } from './declare-tutorial.js'
import type { Declare } from './program.js'

/** Every command, in the order in which help lists them. */
export const DECLARATIONS: readonly Declare[] = [
  declareCollect,
  declareImport,
  declareStandardise,
  declareGuard,
  declareFormat,
  declareSubmit,
  declareReview,
  declareLife,
  declareHistory,
  declareAudit,
  declareRoles,
  declareApply,
  declareAnswer,
  declareReply,
  declareFeedback,
  declareOptimise,
  declareGaps,
  declareReport,
  declareNotify,
  declareDoctor,
  declareBackup,
  declareProject,
  declareTutorial,
]
