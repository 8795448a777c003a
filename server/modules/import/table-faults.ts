import type { TableFault } from './table.ts'

/** What is wrong with the file, and what to do. */
export const TABLE_FAULT_SENTENCES = {
  empty: () => '文件里没有内容。请下载模板，填好再上传。',
  'old-workbook': () =>
    '这是旧版 .xls 文件或加了密码的文件，读不了。请在 Excel 或 WPS 里打开，取消密码，另存为 .xlsx 再上传。',
  'broken-workbook': () =>
    '这个 .xlsx 文件打不开，可能没有传完整或已损坏。请在 Excel 或 WPS 里打开看看，另存一份再上传。',
  'broken-text': (detail) =>
    `CSV 文件${detail === '' ? '' : `第 ${detail} 行附近`}的引号没有成对，后面的内容连在了一起。请改好再上传。`,
  'not-a-table': () =>
    '这种文件不能导入。可以导入：Excel 文件（.xlsx）、CSV 文本（UTF-8 或 GBK）。',
  'too-many-rows': () => '一次最多导入 50,000 行。请分成几个文件，一个一个导。',
  'too-big': () => '这个文件展开后太大，没有读完。请删去多余的工作表和空行，另存一份再上传。',
  'too-slow': () => '这个文件读了一分钟还没有读完，已停下。请分成几个文件，一个一个导。',
} as const satisfies Record<TableFault, (detail: string) => string>
