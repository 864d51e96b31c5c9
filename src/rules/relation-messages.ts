import type { Messages } from '../lib/message.js'

export const RELATION_MESSAGES = {
  unknown: {
    en: '`{field}` names {id}, which this library does not have.{suggestion} Correct or remove it.',
    zh: '`{field}` 引用的 {id} 在本案例库中不存在。{suggestionZh}请更正或删除。',
  },
  self: {
    en: '`{field}` names the case itself. Remove {id}.',
    zh: '`{field}` 引用了案例自身。请删除 {id}。',
  },
  oneSided: {
    en: '`related` of {ids} names this case, but not the other way round. Add {ids} to `related` here.',
    zh: '{ids} 的 `related` 引用了本案例，反过来却没有。请在本案例的 `related` 中加入 {ids}。',
  },
  twice: {
    en: '{id} stands in `related` and in `{field}`. Remove it from `related`.',
    zh: '{id} 同时出现在 `related` 和 `{field}` 中。请从 `related` 中删除。',
  },
  notSupersededBy: {
    en: '{other} is named in `supersedes`, but does not say so itself. Set `status: superseded` and `superseded_by: {id}` in {path}.',
    zh: '`supersedes` 引用了 {other}，但 {other} 没有相应记录。请在 {path} 中设置 `status: superseded` 和 `superseded_by: {id}`。',
  },
  otherSuccessor: {
    en: '{other} is named in `supersedes`, but says that it is superseded by {successor}. Correct one of the two.',
    zh: '`supersedes` 引用了 {other}，但 {other} 的 `superseded_by` 是 {successor}。请更正其中之一。',
  },
  notSupersedes: {
    en: '{other} does not list this case in `supersedes`. Add {id} there ({path}), or correct `superseded_by`.',
    zh: '{other} 的 `supersedes` 中没有本案例。请在 {path} 中加入 {id}，或更正 `superseded_by`。',
  },
  loop: {
    en: 'The chain of `superseded_by` leads back to this case ({chain}). Remove one of the links.',
    zh: '`superseded_by` 又绕回了本案例（{chain}）。请去掉其中一环。',
  },
  supersedesLoop: {
    en: '`supersedes` names {other}, which supersedes this case in turn ({members}). Only one can take the place of the other: remove one of the entries.',
    zh: '`supersedes` 引用了 {other}，而它又直接或间接取代了本案例（{members}）。只能由一个取代另一个，请去掉其中一项。',
  },
  noSuccessor: {
    en: 'The status is `superseded`, but `superseded_by` is missing. Name the successor, or set another status.',
    zh: '状态是 `superseded`，但缺少 `superseded_by`。请填写取代它的案例，或更改状态。',
  },
  notSuperseded: {
    en: '`superseded_by` names {successor}, but the status is `{status}`. Set `status: superseded`, or remove `superseded_by`.',
    zh: '`superseded_by` 指向 {successor}，但状态是 `{status}`。请改为 `status: superseded`，或删除 `superseded_by`。',
  },
  successorStatus: {
    en: 'The successor {other} is `{status}`, so readers are led to a case that is not in force. Publish it, or name another one.',
    zh: '取代本案例的 {other} 状态是 `{status}`，读者会被带到未生效的案例。请先发布它，或改为其他案例。',
  },
} as const satisfies Messages
