// What is sold and repaired. One line a module: `id zh|en: part=部件, …`.
const TABLE = `
air-compressor 螺杆空压机|Screw air compressor machine 空压机|compressor
  ac-controller 控制器|Controller: 显示屏=display, 温度探头=temperature probe, 压力传感器=pressure sensor, 通信板=comms board, 急停按钮=emergency stop
  ac-cooling 冷却系统|Cooling system: 油冷却器=oil cooler, 冷却风扇=cooling fan, 散热翅片=cooling fins, 温控阀=thermostatic valve, 导风罩=air duct
  ac-air-end 主机|Air end: 轴承=bearing, 轴封=shaft seal, 进气阀=intake valve, 油过滤器=oil filter, 转子=rotor
  ac-drive 电机与变频器|Motor and inverter: 主电机=main motor, 变频器=inverter, 接触器=contactor, 联轴器=coupling, 电源电缆=power cable
pos-terminal 收银终端|POS terminal device 收银机|till
  pos-printer 热敏打印机|Receipt printer: 打印头=print head, 切刀=paper cutter, 缺纸传感器=paper sensor, 胶辊=platen roller
  pos-card-reader 读卡器|Card reader: 芯片触点=chip contacts, 磁头=magnetic head, 密码键盘=pin pad, 非接天线=contactless antenna
  pos-scanner 扫码模块|Code scanner: 扫描窗=scan window, 补光灯=aiming light, 扫码枪=hand scanner, 解码板=decoder board
  pos-software 收银软件|Checkout software: 日结报表=settlement report, 交易流水=transaction log, 会员接口=loyalty interface, 钱箱驱动=cash drawer driver
home-router 家用路由器|Home router network 路由器|router
  rt-wan 宽带接入|WAN uplink: 光猫=modem, 拨号账号=dial-up account, 网线=network cable, 地址租约=address lease
  rt-wifi 无线网络|Wi-Fi: 无线信道=wireless channel, 天线=antenna, 访客网络=guest network, 双频合一=band steering
  rt-mesh 组网|Mesh: 子路由=satellite, 回程链路=backhaul, 漫游阈值=roaming threshold, 配对按钮=pairing button
  rt-firmware 固件|Firmware: 固件包=firmware image, 签名校验=signature check, 备份分区=backup partition, 升级服务器=update server
invoice-cloud 云开票|Invoice Cloud cloud 开票平台|invoicing service
  iv-api 开放接口|Open API: 访问令牌=access token, 签名串=request signature, 回调地址=callback address, 限流规则=rate limit
  iv-issuing 开票|Issuing: 购方税号=buyer tax number, 数字证书=certificate, 导入模板=import template, 红字信息表=credit note form
  iv-delivery 交付|Delivery: 邮件网关=mail gateway, 短信通道=text message channel, 版式文件=document file, 收件地址=recipient address
  iv-reports 报表|Reports: 导出任务=export job, 汇总表=summary table, 对账差异=reconciliation gap, 下载中心=download centre
injection-press 注塑机|Injection press machine 注塑设备|moulding machine
  ip-clamp 锁模机构|Clamp unit: 模板=platen, 拉杆=tie bar, 顶针=ejector pin, 锁模油缸=clamp cylinder, 行程开关=limit switch
  ip-barrel 料筒|Barrel: 加热圈=heater band, 热电偶=thermocouple, 螺杆=screw, 喷嘴=nozzle, 止逆环=check ring
  ip-hydraulics 液压系统|Hydraulics: 油泵=oil pump, 比例阀=proportional valve, 蓄能器=accumulator, 液压油=hydraulic oil, 回油滤芯=return filter
  ip-control 电控柜|Control cabinet: 伺服驱动器=servo drive, 安全门开关=safety gate switch, 输出模块=output module, 散热风机=cabinet fan
conveyor 输送线|Conveyor machine 流水线|line
  cv-belt 皮带|Belt: 传动滚筒=drive drum, 张紧轮=tension roller, 托辊=idler, 接头=belt joint, 刮板=scraper
  cv-drive 驱动|Drive: 减速机=gearbox, 驱动电机=drive motor, 链条=chain, 制动器=brake, 编码器=encoder
  cv-sensing 检测|Sensing: 光电开关=photo eye, 接近开关=proximity switch, 称重传感器=load cell, 反光板=reflector
  cv-sorter 分拣机|Sorter: 摆轮=pop-up wheel, 气缸=air cylinder, 条码相机=code camera, 分拣格口=sorting chute
label-printer 标签打印机|Label printer device 打印机|printer
  lp-head 打印头|Print head: 碳带=ribbon, 压力旋钮=pressure dial, 加热元件=heating element, 清洁笔=cleaning pen
  lp-media 走纸|Media: 间隙传感器=gap sensor, 剥离器=peeler, 纸卷架=media hanger, 胶辊=platen roller
  lp-interface 接口|Interface: 串口线=serial cable, 打印队列=print queue, 网卡=network card, 驱动程序=driver
  lp-firmware 固件|Firmware: 字库=font store, 模板文件=label template, 时钟电池=clock battery, 自检页=self-test page
ip-camera 网络摄像机|Network camera network 摄像头|camera
  cam-lens 镜头|Lens: 红外灯=infrared lamp, 自动光圈=auto iris, 防护罩=housing, 云台=pan-tilt head
  cam-stream 码流|Stream: 主码流=main stream, 编码参数=encoder settings, 存储卡=memory card, 录像计划=recording plan
  cam-link 网络接入|Network link: 供电交换机=PoE switch, 水晶头=cable plug, 端口映射=port forwarding, 时间同步=time server
  cam-platform 平台接入|Platform: 注册账号=device account, 通道编号=channel number, 加密狗=licence dongle, 告警规则=alarm rule
ups-power 不间断电源|UPS machine 后备电源|backup supply
  ups-battery 电池组|Battery pack: 电池单体=battery cell, 连接条=link bar, 充电模块=charger, 内阻=internal resistance
  ups-inverter 逆变模块|Inverter: 功率管=power transistor, 旁路开关=bypass switch, 直流母线=DC bus, 滤波电容=filter capacitor
  ups-monitor 监控|Monitoring: 监控卡=monitoring card, 干接点=dry contact, 声光告警=alarm buzzer, 历史记录=event history
  ups-input 输入配电|Input: 输入断路器=input breaker, 防雷器=surge arrester, 零线=neutral line, 相序=phase order
chiller 冷水机组|Chiller machine 冷水机|cooling plant
  ch-compressor 压缩机|Compressor: 曲轴箱加热器=crankcase heater, 排气阀片=discharge valve, 油位镜=oil sight glass, 吸气滤网=suction strainer
  ch-water 水系统|Water side: 水泵=water pump, 流量开关=flow switch, 冷凝器=condenser, 电动阀=motor valve, 冷却塔=cooling tower
  ch-refrigerant 制冷剂|Refrigerant: 膨胀阀=expansion valve, 干燥过滤器=filter drier, 高压开关=high-pressure switch, 视液镜=sight glass
  ch-control 控制|Control: 触摸屏=touch panel, 温度设定=set point, 远程启停=remote start, 控制主板=main board
warehouse-cloud 云仓储|Warehouse Cloud cloud 仓储系统|warehouse system
  wh-inbound 入库|Inbound: 到货单=receipt note, 批次号=batch number, 上架任务=putaway task, 质检单=inspection sheet
  wh-picking 拣选|Picking: 波次=pick wave, 拣货路径=pick path, 周转箱=tote, 缺货登记=shortage record
  wh-interface 接口|Integration: 订单接口=order interface, 消息队列=message queue, 物料编码=item code, 同步任务=sync job
  wh-account 账号权限|Accounts: 角色=role, 单点登录=single sign-on, 操作日志=audit log, 验证码=one-time code
smart-lock 智能门锁|Smart lock device 门锁|lock
  sl-body 锁体|Lock body: 锁舌=latch, 离合器=clutch, 方轴=spindle, 门扣板=strike plate
  sl-reader 识别头|Reader: 指纹头=fingerprint sensor, 门卡=key card, 数字键盘=keypad, 触摸面板=touch panel
  sl-power 供电|Power: 电池盒=battery box, 应急接口=emergency port, 电量检测=battery gauge, 休眠电流=sleep current
  sl-link 联网|Connection: 网关=gateway, 蓝牙模块=Bluetooth module, 家庭账号=home account, 远程授权=remote grant
`

function readModule(line) {
  const [, id, zh, en, list] = /^ {2}(\S+) ([^|]+)\|([^:]+): (.*)$/.exec(line)
  const parts = list.split(', ').map(pair => {
    const [partZh, partEn] = pair.split('=')
    return { zh: partZh, en: partEn }
  })
  return { id, zh, en, parts }
}

/** Every product with its modules and their parts; `nature` chooses its symptoms. */
export const PRODUCTS = TABLE.trim()
  .split(/\n(?! )/)
  .map(block => {
    const [head, ...modules] = block.split('\n')
    const [, id, zh, en, nature, shortZh, shortEn] =
      /^(\S+) ([^|]+)\|(.+) (machine|device|network|cloud) ([^|]+)\|(.+)$/.exec(head)
    return { id, zh, en, nature, shortZh, shortEn, modules: modules.map(readModule) }
  })

/** Codes look as each product shows them. */
const CODE_FORMS = [
  n => `E-${1000 + n}`,
  n => `ALM-${10 + n}`,
  n => `PRN-${String(n).padStart(4, '0')}`,
  n => `0x800${(0x70005 + n * 37).toString(16).toUpperCase()}`,
  n => `F${String(n % 100).padStart(2, '0')}`,
  n => `ERR_${['TIMEOUT', 'TOKEN_EXPIRED', 'NO_ROUTE', 'SIGN_MISMATCH', 'QUEUE_FULL'][n % 5]}_${n}`,
]

/** The code of a product with a number, from 0. */
export function codeOf(product, number) {
  const at = PRODUCTS.indexOf(product)
  return CODE_FORMS[(at + (number % 2)) % CODE_FORMS.length](number * 3 + at * 17)
}
