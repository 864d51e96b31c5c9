import type { Language, Message } from '../lib/message.js'
import type { DatumType } from '../model/personal-data.js'

/** What a datum of each type is called in a sentence. */
export const TYPE_NAMES: Readonly<Record<DatumType, Message>> = {
  secret: { en: 'password, key or token', zh: '密码、密钥或令牌' },
  cn_id: { en: 'identity number', zh: '身份证号' },
  cn_id15: { en: 'identity number of 15 digits', zh: '15 位身份证号' },
  bank_card: { en: 'payment card number', zh: '银行卡号' },
  cn_uscc: { en: 'unified social credit code', zh: '统一社会信用代码' },
  cn_mobile: { en: 'mobile number', zh: '手机号' },
  cn_landline: { en: 'landline number', zh: '固定电话号码' },
  phone: { en: 'telephone number', zh: '电话号码' },
  email: { en: 'e-mail address', zh: '邮箱地址' },
  ip: { en: 'IP address', zh: 'IP 地址' },
  passport: { en: 'passport or permit number', zh: '护照或通行证号' },
  wechat: { en: 'WeChat id', zh: '微信号' },
  qq: { en: 'QQ number', zh: 'QQ 号' },
  cn_plate: { en: 'number plate', zh: '车牌号' },
  address: { en: 'postal address', zh: '地址' },
  name: { en: 'name of a person', zh: '人名' },
}

/**
 * What stands in the place of a datum. One word each: a space would end the target of a link. A
 * name becomes a pseudonym instead and a mobile number keeps its ends.
 */
export const PLACEHOLDERS: Readonly<Record<Language, Readonly<Record<DatumType, string>>>> = {
  zh: {
    secret: '[密钥]',
    cn_id: '[身份证号]',
    cn_id15: '[身份证号]',
    bank_card: '[银行卡号]',
    cn_uscc: '[信用代码]',
    cn_mobile: '[手机号]',
    cn_landline: '[电话]',
    phone: '[电话]',
    email: '[邮箱]',
    ip: '[IP]',
    passport: '[证件号]',
    wechat: '[微信号]',
    qq: '[QQ号]',
    cn_plate: '[车牌号]',
    address: '[地址]',
    name: '[姓名]',
  },
  en: {
    secret: '[secret]',
    cn_id: '[id-number]',
    cn_id15: '[id-number]',
    bank_card: '[bank-card]',
    cn_uscc: '[company-code]',
    cn_mobile: '[mobile]',
    cn_landline: '[phone]',
    phone: '[phone]',
    email: '[email]',
    ip: '[ip]',
    passport: '[passport]',
    wechat: '[wechat]',
    qq: '[qq]',
    cn_plate: '[plate]',
    address: '[address]',
    name: '[name]',
  },
}

/** What the persons of a case are called, before their letter. */
export const PERSON: Readonly<Record<Language, string>> = { zh: '客户', en: 'Customer ' }
