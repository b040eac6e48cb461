import { expect, test } from "vitest";
import type { ImportKind } from "../../../core/reading/import-kinds.ts";
import { proposeMapping } from "../../../core/reading/propose-mapping.ts";
import type { RawCell } from "../../../core/reading/raw-table.ts";

interface Export {
  readonly from: string;
  readonly kind: ImportKind;
  /** Headings with an example value each; the field it must become, or "" for none. */
  readonly columns: readonly (readonly [heading: string, value: RawCell, field: string])[];
}

const EXPORTS: readonly Export[] = [
  {
    from: "Zoho Books",
    kind: "openItems",
    columns: [
      ["Invoice Date", "2026-01-05", "date"],
      ["Invoice ID", "982000000000012345", ""],
      ["Invoice Number", "INV-7", "number"],
      ["Invoice Status", "Overdue", "status"],
      ["Customer Name", "Iris Ltd", "customerName"],
      ["Customer ID", "98200", "customerCode"],
      ["Due Date", "2026-02-04", "due"],
      ["PurchaseOrder", "PO1", "orderNumber"],
      ["Currency Code", "USD", "currency"],
      ["SubTotal", "90.00", ""],
      ["Total", "100.00", "amount"],
      ["Balance", "40.00", "openAmount"],
    ],
  },
  {
    from: "Odoo labels",
    kind: "openItems",
    columns: [
      ["Number", "INV/2026/1", "number"],
      ["Invoice Partner Display Name", "Iris Ltd", "customerName"],
      ["Invoice/Bill Date", "2026-01-05", "date"],
      ["Due Date", "2026-02-04", "due"],
      ["Total", 100, "amount"],
      ["Amount Due", 40, "openAmount"],
      ["Payment Status", "Not Paid", "status"],
    ],
  },
  {
    from: "Odoo technical",
    kind: "openItems",
    columns: [
      ["name", "INV/2026/1", "number"],
      ["partner_id", "Iris Ltd", "customerName"],
      ["invoice_date", "2026-01-05", "date"],
      ["invoice_date_due", "2026-02-04", "due"],
      ["amount_total", 100, "amount"],
      ["amount_residual", 40, "openAmount"],
      ["currency_id", "EUR", "currency"],
    ],
  },
  {
    from: "纷享销客",
    kind: "openItems",
    columns: [
      ["销售订单编号", "SO-1", "orderNumber"],
      ["客户名称", "甲公司", "customerName"],
      ["下单日期", "2026-01-05", "date"],
      ["销售订单金额(元)", 100, "amount"],
      ["已回款金额(元)", 60, "settledAmount"],
      ["待回款金额(元)", 40, "openAmount"],
      ["负责人", "小林", "salesperson"],
      ["备注", "无", "note"],
    ],
  },
  {
    from: "云星空收款单",
    kind: "receipts",
    columns: [
      ["单据编号", "SKD1", "number"],
      ["业务日期", "2026-01-05", "date"],
      ["往来单位", "甲公司", "customerName"],
      ["付款单位", "乙公司", "payerName"],
      ["收款金额", 100, "amount"],
      ["结算方式", "电汇", "method"],
    ],
  },
  {
    from: "hand-kept receipts",
    kind: "receipts",
    columns: [
      ["日期", "2026/1/5", "date"],
      ["客户", "甲公司", "customerName"],
      ["金额", "1,000", "amount"],
      ["收款方式", "微信", "method"],
      ["备注", "尾款", "note"],
    ],
  },
  {
    from: "customer list",
    kind: "customers",
    columns: [
      ["客户编码", "C001", "customerCode"],
      ["客户名称", "甲公司", "customerName"],
      ["统一社会信用代码", "91440101MA5XXXXX1X", "taxId"],
      ["联系电话", "13800000000", "phone"],
      ["账期", "月结30天", "terms"],
      ["信用额度(万元)", 5, "creditLimit"],
      ["业务员", "小林", "salesperson"],
    ],
  },
  {
    from: "QuickBooks contacts",
    kind: "customers",
    columns: [
      ["Customer full name", "Iris Ltd", "customerName"],
      ["Phone numbers", "555-0101", "phone"],
      ["Email", "a@b.example", ""],
      ["Full name", "Ann", ""],
    ],
  },
  {
    from: "delivery list",
    kind: "items",
    columns: [
      ["送货日期", "2026.1.5", "date"],
      ["收货单位", "甲公司", "customerName"],
      ["送货单号", "S1", "deliveryNumber"],
      ["品名", "纸", "goodsName"],
      ["规格", "A4", "goodsSpec"],
      ["单位", "箱", "goodsUnit"],
      ["数量", 2, "goodsQuantity"],
      ["单价", 5, "goodsPrice"],
      ["金额", 10, "amount"],
    ],
  },
  {
    from: "openings",
    kind: "openings",
    columns: [
      ["客户帐号", "C1", ""],
      ["客户名称", "甲公司", "customerName"],
      ["期初余额", "1,000.00", "amount"],
    ],
  },
];

test.each(EXPORTS)("$from: $kind", ({ kind, columns }) => {
  const rows = [columns.map(([heading]) => heading), columns.map(([, value]) => value)];
  const proposal = proposeMapping({ name: "t", rows }, { kind, currency: "CNY" });
  const found = (proposal?.columns ?? []).map(({ header, field }) => [header, field ?? ""]);
  expect(found).toEqual(columns.map(([heading, , field]) => [heading, field]));
});
