/** What a customer or an agent writes, and the cases of the sample library that answer it. */
export interface CustomerMessage {
  readonly text: string
  readonly answers: readonly string[]
}

/** In the customer's own words, written from the cases' matter and not from their titles. */
export const CUSTOMER_MESSAGES: readonly CustomerMessage[] = [
  {
    text: '师傅您好，我们车间那台螺杆空压机这两天一到下午就自己停，面板上写 E-1203，排气温度到 110 度，散热器上全是飞花，等凉下来又能开。',
    answers: ['CASE-X29B4', 'CASE-FEPTA'],
  },
  {
    text: '空压机气压上不去，一直在 0.53 左右，屏幕报 E1107，电机倒是在转，气缸动作特别慢，听不到吸气的声音。',
    answers: ['CASE-TX6JZ'],
  },
  {
    text: '冬天早上空压机启动不了，转两秒就停，变频器报 F07，中午暖和了又能启动。',
    answers: ['CASE-H7Z38'],
  },
  {
    text: '管道里放出来好多水，冷干机那边 ALM-12 告警，露点下午特别高，晚上又好了。',
    answers: ['CASE-8FYDJ', 'CASE-TMSP9'],
  },
  {
    text: '滤芯和机油都换过了，保养提示 ALM-21 还亮着，断电重启也没用，怎么清零啊？',
    answers: ['CASE-3A2G2'],
  },
  {
    text: '收银机明明有纸，老是弹缺纸 PRN-0042，小票打一半就停，晚上烤炉开着的时候最严重。',
    answers: ['CASE-7WP0S', 'CASE-GKVC1'],
  },
  {
    text: '店里半天没客人，后面第一笔刷卡就转圈三十秒然后 NET_TIMEOUT，再刷一次马上就好，后台显示终端离线。',
    answers: ['CASE-TET0Q', 'CASE-1MJ2M'],
  },
  {
    text: '顾客扫码付款超时没出小票，他手机上说已经扣款了，我们能不能让他再付一次？',
    answers: ['CASE-YVZF8'],
  },
  {
    text: '今晚好几个收银台刷卡都显示 C-91，同一张卡刷几次都不行，扫码收款没问题，换张别的银行的卡就成功。',
    answers: ['CASE-MWXT8'],
  },
  { text: '每天晚上六点以后 5G 信号就断一分钟，通知里写 W-104 雷达信道。', answers: ['CASE-CDMKH'] },
  {
    text: '路由器的管理密码忘了，打不开 192.168.1.1，又怕恢复出厂以后宽带账号没了，能只改密码吗？',
    answers: ['CASE-XYY5K', 'CASE-7GKDP'],
  },
  {
    text: '新买的路由器换上去，宽带账号密码都对，就是拨号失败 PPPoE-691，旧路由器插回去又好了。',
    answers: ['CASE-PCWSH', 'CASE-TV17B'],
  },
  {
    text: '昨天电信来换了光猫，之后打印机和台式机都连不上网了，手机没事，路由器提示 DHCP-02。',
    answers: ['CASE-BDPE4'],
  },
  {
    text: '从表格里导入的税号，前面都对，最后三位变成 000，批量开票几十行退回来 INV-4031。',
    answers: ['CASE-Q4M64'],
  },
  {
    text: '月末晚上集中开票接口一直返回 429，重试以后第二天发现有的订单开了两张发票。',
    answers: ['CASE-6RMN8'],
  },
  {
    text: '夜里跑批的发票全部失败，报 ERR_TOKEN_EXPIRED，重启中台好两个小时又不行了。',
    answers: ['CASE-FCDTS', 'CASE-GP29M'],
  },
  {
    text: 'Hi team, our screw compressor shuts down every afternoon after about fifty minutes at full load. The display says E-1203 discharge temperature. We cleaned the cooler, it looks fine.',
    answers: ['CASE-FEPTA', 'CASE-X29B4'],
  },
  {
    text: 'Water is coming out of our spray guns, ALM-12 never goes away. The fan of the dryer does not seem to turn.',
    answers: ['CASE-TMSP9', 'CASE-8FYDJ'],
  },
  {
    text: 'I replaced my broken router and now it shows PPPoE-691. Same user name and password as before, the provider says the account is fine.',
    answers: ['CASE-TV17B', 'CASE-PCWSH'],
  },
  {
    text: 'Firmware update from 5.0 to 5.3 keeps failing with FW_VERIFY_FAILED although I downloaded the image several times.',
    answers: ['CASE-6JWAH', 'CASE-HQM03'],
  },
  {
    text: 'Since the cashier PC was reinstalled the end of day report is not saved, error 0x80070005 access denied.',
    answers: ['CASE-HJ0FZ'],
  },
  {
    text: 'Printer stops in the middle of a receipt and says PRN-0042 no paper, but there is paper. It began with the new box of rolls.',
    answers: ['CASE-GKVC1', 'CASE-7WP0S'],
  },
  {
    text: 'The first card payment after a quiet hour always fails with NET_TIMEOUT, the second one goes through. Console shows the terminal offline.',
    answers: ['CASE-1MJ2M', 'CASE-TET0Q'],
  },
  {
    text: 'When a customer taps a card the terminal shows C-65 insert card. It worked yesterday. Is the reader broken?',
    answers: ['CASE-9JSTM'],
  },
  {
    text: 'API calls with Chinese buyer names return E_SIGN_MISMATCH, plain English ones work. Do we have the wrong secret?',
    answers: ['CASE-9YWH2', 'CASE-EPHQ5'],
  },
  {
    text: 'A third of our invoice mails bounce with DLV-5521 after we moved our domain to another DNS provider.',
    answers: ['CASE-B6S95'],
  },
  {
    text: 'Two hours after each start of our connector every call fails with ERR_TOKEN_EXPIRED, a restart helps for another two hours.',
    answers: ['CASE-GP29M', 'CASE-FCDTS'],
  },
]

/** Messages that no case answers. */
export const SMALL_TALK: readonly string[] = [
  '你好',
  '在吗？',
  '您好，请问有人吗',
  '谢谢，辛苦了！',
  '好的，我知道了，谢谢您的耐心解答，祝您生活愉快。',
  '今天天气真好，我们中午去吃火锅吧。',
  '请问你们几点下班？周末上班吗？',
  '我想投诉你们的客服，态度太差了，我要找你们经理。',
  '麻烦帮我转人工，等了半天没人理。',
  '你们公司地址在哪里，电话是多少？',
  '能开张收据给我吗？',
  '新年快乐，恭喜发财！',
  'Hello',
  'Hi there, is anybody there?',
  'Thank you so much, have a nice day!',
  'Please call me back as soon as possible.',
  'What are your opening hours on Sunday?',
  'I want to talk to a manager, this is unacceptable.',
  'ok',
  'How are you today?',
  'Can you send me a quote for twenty licences?',
  'The weather is lovely and we are going to the beach with the children.',
  '打印机',
  'the problem is still there, it does not work',
]
