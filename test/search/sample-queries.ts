import type { Filters } from '../../src/library/filter.js'

/** A way of asking, and the case of the sample library that must stand first. */
export interface SampleQuery {
  readonly name: string
  readonly text: string
  /** As typed: aliases and labels are accepted. */
  readonly filters: Filters
  readonly first: string
}

/** The twelve kinds of query that people type (a code counts once, whole and in part). */
export const SAMPLE_QUERIES: readonly SampleQuery[] = [
  {
    name: 'a full title',
    text: '螺杆空压机 E-1107 供气压力低：卸荷电磁阀卡滞不加载',
    filters: {},
    first: 'CASE-TX6JZ',
  },
  {
    name: 'a Chinese word of two characters inside a sentence',
    text: '铝箔',
    filters: {},
    first: 'CASE-8FYDJ',
  },
  { name: 'a customer phrase', text: '屏幕上那个小扳手还在闪', filters: {}, first: 'CASE-3A2G2' },
  { name: 'an error code, whole', text: 'INV-4031', filters: {}, first: 'CASE-Q4M64' },
  { name: 'an error code, in part', text: '5521', filters: {}, first: 'CASE-B6S95' },
  { name: 'an English word in another inflection', text: 'bouncing', filters: {}, first: 'CASE-B6S95' },
  { name: 'Chinese and English mixed', text: 'router 网段冲突 固定 IP', filters: {}, first: 'CASE-BDPE4' },
  { name: 'full-width digits', text: '４０３１', filters: {}, first: 'CASE-Q4M64' },
  {
    name: 'an alias of a term, in the other language',
    text: 'credit note',
    filters: {},
    first: 'CASE-6F94Y',
  },
  { name: 'a filter alone', text: '', filters: { product: ['路由器'], kind: ['sop'] }, first: 'CASE-QNB5W' },
  { name: 'an excluded word', text: 'E-1203 -wood', filters: {}, first: 'CASE-X29B4' },
  { name: 'a field', text: 'title:保养', filters: {}, first: 'CASE-3A2G2' },
  { name: 'a typo of one letter', text: 'capasitor', filters: {}, first: 'CASE-TMSP9' },
]
