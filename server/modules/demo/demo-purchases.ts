export type DemoProduct = {
  readonly code: string
  readonly name: string
  readonly spec: string
  readonly unit: string
}

export const DEMO_PRODUCTS: readonly DemoProduct[] = [
  { code: 'CF4-1540-18', name: 'CF-4 15W-40 柴机油', spec: '18L', unit: '桶' },
  { code: 'CH4-1030-18', name: 'CH-4 10W-30 柴机油', spec: '18L', unit: '桶' },
  { code: 'CH4-1540-170', name: 'CH-4 15W-40 柴机油', spec: '170kg', unit: '桶' },
  { code: 'CI4-1540-170', name: 'CI-4 15W-40 柴机油', spec: '170kg', unit: '桶' },
  { code: 'CI4-2050-170', name: 'CI-4 20W-50 柴机油', spec: '170kg', unit: '桶' },
  { code: 'MAR-4030-170', name: '船用中速机油 4030', spec: '170kg', unit: '桶' },
  { code: 'HM46-170', name: '抗磨液压油 L-HM46', spec: '170kg', unit: '桶' },
  { code: 'HM68-170', name: '抗磨液压油 L-HM68', spec: '170kg', unit: '桶' },
  { code: 'GL5-8090-18', name: 'GL-5 80W-90 齿轮油', spec: '18L', unit: '桶' },
  { code: 'GL5-8590-170', name: 'GL-5 85W-90 齿轮油', spec: '170kg', unit: '桶' },
  { code: 'SN-0530-4', name: 'SN 5W-30 汽机油', spec: '4L', unit: '桶' },
  { code: 'MOTO-1040-1', name: '四冲程摩托车油 10W-40', spec: '1L', unit: '瓶' },
  { code: 'LIG-2-15', name: '极压锂基润滑脂 2号', spec: '15kg', unit: '桶' },
  { code: 'AF-35-10', name: '防冻液 -35℃', spec: '10kg', unit: '桶' },
]

export type DemoInvoice = {
  readonly number: string
  readonly customer: string
  readonly on: string
  readonly product: string
  readonly batch: string
  readonly quantity: number
}

const invoice = (
  number: string,
  customer: string,
  on: string,
  product: string,
  batch: string,
  quantity: number,
): DemoInvoice => ({ number, customer, on, product, batch, quantity })

export const DEMO_INVOICES: readonly DemoInvoice[] = [
  invoice('04418237', '鑫源润滑油经销部', '2026-02-16', 'CF4-1540-18', '20251118-B2', 20),
  invoice('04417902', '鑫源润滑油经销部', '2026-01-12', 'CH4-1030-18', '20251203-A1', 10),
  invoice('04418301', '宏达汽车修理厂', '2026-02-24', 'AF-35-10', '20260118-C1', 12),
  invoice('04418066', '金桥混凝土搅拌站', '2026-01-28', 'CI4-2050-170', '20251222-A3', 4),
  invoice('04418110', '长河航运', '2026-02-04', 'MAR-4030-170', '20260109-B1', 6),
  invoice('04418129', '丰源砂石厂', '2026-02-05', 'HM46-170', '20260112-A2', 3),
  invoice('04418255', '万通汽配', '2026-02-18', 'GL5-8090-18', '20260121-C2', 16),
  invoice('04418188', '顺达物流车队', '2026-02-10', 'CH4-1030-18', '20251203-A1', 24),
  invoice('04418274', '江北农机合作社', '2026-02-21', 'CF4-1540-18', '20260126-B1', 40),
  invoice('04418162', '瑞丰工程机械租赁', '2026-02-09', 'HM68-170', '20260115-A1', 5),
  invoice('04417985', '安顺客运二分公司', '2026-01-19', 'CI4-1540-170', '20251217-B2', 8),
  invoice('04418021', '新港码头装卸公司', '2026-01-23', 'GL5-8590-170', '20251219-C1', 4),
  invoice('04418217', '武进环卫车队', '2026-02-13', 'CH4-1540-170', '20260119-A2', 6),
  invoice('04418203', '恒达钢材贸易', '2026-02-12', 'LIG-2-15', '20260106-C3', 20),
]
