// Loaded before casectl: the day is the same whenever the scenarios run, and time goes on.
const Real = Date
const ahead = Real.parse('2026-12-01T09:00:00Z') - Real.now()

globalThis.Date = class extends Real {
  constructor(...values) {
    if (values.length === 0) super(Real.now() + ahead)
    else super(...values)
  }
  static now() {
    return Real.now() + ahead
  }
}
