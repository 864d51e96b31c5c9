/** A line of a ticket and the datum in it. The people and the places are made up. */
export interface RecallLine {
  readonly text: string
  readonly datum: string
}

/** Reads a line whose datum stands in square brackets. */
export function markedLine(text: string): RecallLine {
  const datum = /\[(.*?)\]/u.exec(text)?.[1] ?? ''
  return { text: text.replace(`[${datum}]`, datum), datum }
}

/** Names as agents and customers write them in tickets: with a title, after a label, in running text. */
export const NAME_LINES: readonly RecallLine[] = [
  '客户[周文博]先生来电反映空压机停机',
  '联系人：[何晓岚]',
  '用户姓名：[诸葛明远]，机器编号 88',
  '报修人 [赵立新]，三楼打印室',
  '[孙丽华]女士要求更换路由器',
  '已与[钱国栋]工程师确认过参数',
  '收件人：[吴静怡]，电话后补',
  '发票抬头由[郑海涛]经理提供',
  '今天上午[马晓东]打来电话说网络又断了',
  '回访[林佳佳]，对方表示满意',
  '由[冯建国]签收备件',
  '我是[陈思远]，机器昨天装的',
  '现场负责人[蒋志强]说温度一直偏高',
  '工单转给[沈婷婷]处理',
  'Contact: [Maria Lindqvist]',
  'Customer name: [Peter Okafor]',
  'Mr. [Thomas Berger] called about the router',
  'Ms [Elena Petrova] reports a blank screen',
  'Dear Mrs. [Hannah Weiss], thank you for your message',
  'Spoke to [David Lindgren] on Tuesday, he will send the log',
  'Best regards, [Sofia Marino]',
  'Reported by [James Whitcombe] at the front desk',
  'My name is [Aisha Rahman] and my terminal is offline',
  'Escalated by [Kenji Watanabe]',
].map(markedLine)

/** Postal addresses: whole, without a province, without a label, in English. */
export const ADDRESS_LINES: readonly RecallLine[] = [
  '地址：[江苏省苏州市工业园区星湖街328号5栋]',
  '寄到[浙江省杭州市西湖区文三路90号东部软件园2号楼]',
  '收货地址：[上海市浦东新区张江路68弄12号302室]',
  '安装地址 [成都市武侯区天府大道中段1366号]',
  '设备在[广州市天河区体育西路103号维多利广场A座1805]',
  '请上门：[南京市鼓楼区中山北路2号]',
  '通讯地址：[湖北省武汉市洪山区珞喻路1037号]',
  '邮寄地址：[重庆市渝北区金开大道西段106号9幢]',
  '客户住[北京市海淀区中关村大街27号院3单元501]',
  '门店位于[深圳市福田区深南大道6001号]',
  '送到[河南省郑州市金水区花园路39号院]',
  '家住[长沙市岳麓区桐梓坡路138号]，晚上在家',
  '地址 [山东省青岛市市南区香港中路10号]',
  '[天津市和平区南京路189号]的客户报修',
  'Address: [221 Maple Street, Springfield, IL 62704]',
  'Ship to: [14 Harbour Road, Bristol BS1 5TY]',
  'Please send it to [500 Fifth Avenue, New York, NY 10110]',
  'Site address: [Hauptstrasse 12, 80331 Munich]',
  'The shop is at [77 King Street West, Toronto]',
  'Delivery address: [3 Orchard Lane, Dublin]',
].map(markedLine)
