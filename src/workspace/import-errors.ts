import { basename } from 'node:path'
import type { ZipFault } from '../io/zip-check.js'
import { CasectlError } from '../lib/errors.js'
import type { Message } from '../lib/message.js'

const FAULTS: Readonly<Record<ZipFault, Message>> = {
  'no-zip': { en: 'it is damaged, or of another format', zh: '文件已损坏，或不是该格式' },
  'too-large': { en: 'it would unpack to more than 512 MiB', zh: '解压后会超过 512 MiB' },
  doctype: { en: 'it defines entities, which Office never does', zh: '其中定义了实体，Office 不会这样写' },
  encrypted: { en: 'it is protected by a password', zh: '文件有密码保护' },
}

/** An Office file that is not opened, and why. */
export function unreadableArchive(full: string, fault: ZipFault): CasectlError {
  const name = basename(full)
  const { en, zh } = FAULTS[fault]
  return new CasectlError(
    'export',
    { en: `${name} is not read: ${en}.`, zh: `未读取 ${name}：${zh}。` },
    { en: 'Save it again, or export it as CSV.', zh: '请重新保存，或导出为 CSV。' },
  )
}

/** Another import has to be ended first. */
export function unfinishedImport(id: string): CasectlError {
  return new CasectlError(
    'import',
    { en: `The import ${id} is not finished.`, zh: `导入 ${id} 尚未完成。` },
    {
      en: `Go on with casectl import resume, or undo it with casectl import rollback ${id}.`,
      zh: `请用 casectl import resume 继续，或用 casectl import rollback ${id} 撤销。`,
    },
  )
}

/** The export of an import that goes on is not the one that it began with. */
export function changedSource(id: string, full: string): CasectlError {
  return new CasectlError(
    'import',
    {
      en: `${full} was changed since the import ${id} began.`,
      zh: `导入 ${id} 开始之后，${full} 已被修改。`,
    },
    {
      en: `Run casectl import rollback ${id}, then import again.`,
      zh: `请运行 casectl import rollback ${id}，再重新导入。`,
    },
  )
}

/** There is no import that the command could work on. */
export function noImport(id: string | undefined): CasectlError {
  const hint = {
    en: 'casectl import list names those that there are.',
    zh: '用 casectl import list 查看已有的导入。',
  }
  if (id === undefined) {
    return new CasectlError('import', { en: 'There is no such import.', zh: '没有符合条件的导入。' }, hint)
  }
  return new CasectlError('import', { en: `There is no import ${id}.`, zh: `没有导入 ${id}。` }, hint)
}
