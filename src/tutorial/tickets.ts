import { addDays, type Day } from '../lib/day.js'

/** The tickets of the sandbox: path beside the clones → text. The persons in them are made up. */
export function ticketFiles(today: Day): ReadonlyMap<string, string> {
  const opened = addDays(today, -3)
  return new Map([
    ['tickets/TK-3102.json', json({ id: 'TK-3102', opened, ...ENGLISH })],
    ['tickets/TK-3103.json', json({ id: 'TK-3103', opened, ...CHINESE })],
    ['tickets/closed.csv', closedTickets(today)],
  ])
}

const json = (value: object): string => `${JSON.stringify(value, undefined, 2)}\n`

const SAME = {
  kind: 'case',
  source: 'phone',
  module: 'rt-mesh',
  versions: '>=5.0',
  fault_type: 'environment',
  urgency: 'P3',
  error_codes: ['W-131'],
  tags: ['mesh'],
  resolution_hours: 5,
}

const ENGLISH = {
  ...SAME,
  title: 'Home router shows W-131: satellite behind a steel bookcase',
  language: 'en',
  product: 'router',
  category: 'slow wireless',
  background: 'Household with a main router and one satellite upstairs.',
  problem:
    'Video calls upstairs break up. Call back: Ms Miller, jane.miller@example.com, when the visit is fixed.',
  symptoms:
    '- **Mesh → Nodes** shows W-131 beside the satellite.\n- 4 Mbps upstairs, 180 Mbps beside the main router.',
  diagnosis:
    '1. Opened **Mesh → Nodes**. The satellite read -78 dBm; it needs -65 dBm or more.\n2. The satellite stood behind a steel bookcase.',
  resolution:
    'Moved the satellite to the landing; the reading rose to -58 dBm and W-131 went out within 2 minutes.',
  steps:
    '1. Open http://192.168.1.1 → **Mesh → Nodes**. Expected: W-131 and a reading below -65 dBm.\n2. Move the satellite at least 1 m away from metal. Expected: the reading is above -65 dBm after 2 minutes.',
  cautions: '- Moving it restarts the satellite; calls drop for 1 minute.',
}

const CHINESE = {
  ...SAME,
  title: '家用路由器 W-131：子路由放在铁皮书柜后面',
  language: 'zh-CN',
  product: '路由器',
  category: '网速慢',
  background: '两层住宅，主路由在一楼，子路由在二楼。',
  problem: '楼上开视频会议断断续续。回访请联系李女士，邮箱 li.na@example.com。',
  symptoms: '- **组网管理 → 节点列表** 中子路由旁显示 W-131。\n- 楼上 4 Mbps，主路由旁 180 Mbps。',
  diagnosis:
    '1. 打开 **组网管理 → 节点列表**，子路由读数为 -78 dBm，低于要求的 -65 dBm。\n2. 子路由放在铁皮书柜后面。',
  resolution: '把子路由移到楼梯口，读数升到 -58 dBm，W-131 在 2 分钟内消失。',
  steps:
    '1、打开 **组网管理 → 节点列表**。预期：显示 W-131，读数低于 -65 dBm。\n2、把子路由移到离金属 1 米以外。预期：2 分钟后读数高于 -65 dBm。',
  cautions: '- 移动后子路由会重启，通话中断约 1 分钟。',
}

const COLUMNS = 'Ticket,Subject,Description,Status,Created,Closed,Contacts,CSAT'

function closedTickets(today: Day): string {
  const row = (id: string, subject: string, words: string, age: number, contacts: number, csat: number) =>
    `${id},${subject},${words},closed,${addDays(today, -age)},${addDays(today, 1 - age)},${contacts},${csat}`
  const rows = [
    row('TK-3101', 'PPPoE-691 after replacing the router', 'Answered with a case', 2, 1, 5),
    row('TK-3090', 'Cash drawer stays shut', 'Drawer does not open after a sale by card', 9, 3, 3),
    row('TK-3084', 'Cash drawer does not open', 'Drawer stays shut after a sale', 14, 2, 3),
    row('TK-3077', '电子秤重量不更新', '收银台电子秤重量停在上一次的读数', 20, 4, 2),
    row('TK-3071', '收银台电子秤读数不变', '电子秤重量停住，重插数据线后恢复', 26, 2, 4),
  ]
  return `${[COLUMNS, ...rows].join('\n')}\n`
}
