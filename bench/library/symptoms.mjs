// What goes wrong and why, by the nature of the product: `zh=en@category`.
const SYMPTOMS = {
  machine: `设备停机=stops without warning@unplanned-stop, 温度过高=runs too hot@overheating, 压力不足=builds too little pressure@low-pressure, 异响=makes an abnormal noise@noise-vibration, 漏油=leaks oil@leakage, 无法启动=does not start@unplanned-stop, 振动过大=vibrates too much@noise-vibration, 频繁跳闸=trips its breaker again and again@unplanned-stop, 报警无法复位=keeps an alarm that cannot be reset@unplanned-stop, 电流偏大=draws too much current@overheating, 速度不稳=runs at an unsteady speed@noise-vibration, 漏气=leaks air@leakage, 产量下降=gives less output@low-pressure, 空载不停=never unloads@low-pressure, 到保养周期=is due for service@periodic-service, 备件磨损=has a worn part@part-replacement, 通信中断=loses its connection@unplanned-stop, 油温上升过快=heats its oil too fast@overheating`,
  device: `没有反应=gives no response@terminal-offline, 打印不清=prints too faintly@printing-fault, 读卡失败=fails to read cards@payment-failure, 自动重启=restarts by itself@terminal-offline, 卡纸=jams@printing-fault, 无法配对=cannot be paired@peripheral-setup, 电池耗尽过快=empties its battery too soon@terminal-offline, 扫码失败=does not scan@payment-failure, 激活失败=cannot be activated@device-activation, 按键失灵=ignores its keys@peripheral-setup, 打印乱码=prints garbage@printing-fault, 日结金额不符=shows a wrong settlement@end-of-day, 重复扣款=charges twice@payment-failure, 走纸偏移=feeds askew@printing-fault, 时间错误=shows the wrong time@device-activation`,
  network: `频繁掉线=drops the connection@frequent-drops, 无法上网=has no internet@no-internet, 网速慢=is slow@slow-wifi, 画面卡顿=shows a stuttering picture@slow-wifi, 获取不到地址=gets no address@no-internet, 升级失败=fails to update@firmware-upgrade, 忘记密码=has a forgotten password@password-reset, 首次设置失败=fails at the first setup@first-setup, 夜间断线=goes offline at night@frequent-drops, 信号弱=has a weak signal@slow-wifi, 黑屏=shows a black picture@no-internet, 录像丢失=loses recordings@frequent-drops, 无法远程访问=cannot be reached from outside@no-internet, 反复重连=reconnects over and over@frequent-drops`,
  cloud: `登录失败=refuses the sign-in@sign-in-failure, 同步失败=does not synchronise@data-sync, 开票被拒=rejects the invoice@invoice-rejected, 导出失败=fails to export@report-export, 接口超时=answers too late@data-sync, 数据重复=holds records twice@data-sync, 收不到邮件=sends no mail@invoice-delivery, 对账不平=shows a reconciliation gap@reconciliation-gap, 权限不足=denies permission@sign-in-failure, 令牌过期=reports an expired token@sign-in-failure, 单据作废失败=cannot cancel a document@invoice-correction, 批量导入报错=reports errors on import@invoice-rejected, 任务卡住=has a stuck job@data-sync, 库存不一致=shows wrong stock@reconciliation-gap`,
}

const CAUSES = {
  machine: `堵塞=clogged, 磨损=worn, 松动=loose, 老化=aged, 安装位置不正=mounted out of line, 参数设置错误=set wrongly, 缺油=short of oil, 进水受潮=damp, 电压波动=hit by voltage swings, 接线错误=wired wrongly, 超过更换周期=past its service life, 被异物卡住=blocked by a foreign object`,
  device: `脏污=dirty, 接触不良=in poor contact, 驱动版本过旧=run by an old driver, 耗材不匹配=used with the wrong supplies, 未完成初始化=not initialised, 固件缺陷=hit by a firmware fault, 静电干扰=disturbed by static, 电量过低=low on power, 设置被改动=changed by accident, 达到使用寿命=at the end of its life`,
  network: `信道拥挤=crowded, 被旧设备占用=held by an old device, 版本不一致=of a different version, 距离过远=too far away, 供电不足=short of power, 地址冲突=in an address conflict, 线路接触不良=badly plugged in, 绑定了旧地址=bound to an old address, 时间不同步=out of step, 被防火墙拦截=blocked by the firewall`,
  cloud: `缓存未刷新=cached too long, 已过期=expired, 编码不一致=encoded differently, 并发过高=called too often, 缺少授权=without permission, 字段超长=too long, 时区不一致=in another time zone, 映射错误=mapped wrongly, 被旧版本覆盖=overwritten by an old version, 网络策略拦截=blocked by a network policy`,
}

const readPair = item => {
  const [zh, rest] = item.split('=')
  const [en, category] = rest.split('@')
  return { zh, en, ...(category === undefined ? {} : { category }) }
}
const readAll = table =>
  Object.fromEntries(Object.entries(table).map(([nature, text]) => [nature, text.split(', ').map(readPair)]))

/** Symptoms by nature, the frequent ones first. */
export const SYMPTOMS_OF = readAll(SYMPTOMS)
/** Causes by nature, the frequent ones first. */
export const CAUSES_OF = readAll(CAUSES)

export const FAULT_TYPES = {
  machine: ['hardware', 'consumable', 'environment', 'configuration', 'operation'],
  device: ['hardware', 'consumable', 'software', 'configuration', 'operation'],
  network: ['network', 'configuration', 'software', 'environment'],
  cloud: ['software', 'configuration', 'third-party', 'operation', 'network'],
}

export const TOOLS = {
  zh: '万用表 红外测温枪 扭矩扳手 绝缘表 示波器 网线测试仪 抓包工具 日志查看器 清洁布 压力表 流量计 激光对中仪'.split(
    ' ',
  ),
  en: 'multimeter,infrared thermometer,torque wrench,insulation tester,oscilloscope,cable tester,packet capture,log viewer,pressure gauge,flow meter'.split(
    ',',
  ),
}
