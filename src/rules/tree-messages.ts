import type { Messages } from '../lib/message.js'
import { FAULT_MESSAGES } from './name-faults.js'

export const TREE_MESSAGES = {
  ...FAULT_MESSAGES,
  symlink: {
    en: '{path} is a symbolic link: reading it shows, and writing it changes, what lies elsewhere. Put the file itself here.',
    zh: '{path} 是符号链接：读取会看到别处的内容，写入会改动别处的文件。请换成文件本身。',
  },
  special: {
    en: '{path} is a pipe, socket or device. Remove it.',
    zh: '{path} 是管道、套接字或设备文件。请删除。',
  },
  submodule: {
    en: '{folder} is a submodule: what is in it is another repository’s business and can change without a review here. Copy the files in, and run `git rm {folder}`.',
    zh: '{folder} 是 git 子模块：其中的内容属于另一个仓库，不经这里评审就会改变。请把文件复制进来，并执行 `git rm {folder}`。',
  },
  gitmodules: {
    en: '{path} names submodules, which are fetched from elsewhere when somebody clones. Remove it.',
    zh: '{path} 定义了 git 子模块，克隆时会从别处获取内容。请删除。',
  },
  repository: {
    en: '{folder} holds a git repository of its own: its files are not part of this one, and its configuration can run programs. Remove {path}.',
    zh: '{folder} 中另有一个 git 仓库：其中的文件不属于本仓库，它的配置还能运行程序。请删除 {path}。',
  },
  bareRepository: {
    en: '{folder} is laid out as a bare git repository (`HEAD`, `objects`, `refs`): its configuration runs programs as soon as somebody calls git in that folder. Do not call git there; remove these entries.',
    zh: '{folder} 的结构是裸 git 仓库（`HEAD`、`objects`、`refs`）：只要有人在该文件夹中执行 git，它的配置就会运行程序。请不要在那里执行 git，并删除这些内容。',
  },
  gitName: {
    en: 'Some systems take the name `{name}` for `.git`, from which programs can be run. Rename it.',
    zh: '有的系统会把名称 `{name}` 当成 `.git`，从而可能运行程序。请改名。',
  },
  twin: {
    en: '{path} and {other} are one and the same name where letter case and Unicode form do not count. Rename one of them.',
    zh: '在不区分大小写和 Unicode 形式的系统上，{path} 与 {other} 是同一个名称。请给其中一个改名。',
  },
} as const satisfies Messages
