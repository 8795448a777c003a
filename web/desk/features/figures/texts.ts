import { defineTexts } from '@yinuo/web-shared'

export const useTexts = defineTexts('figures', {
  'zh-CN': {
    title: '统计',
    export: '存成 CSV',
    from: '受理日期，从',
    until: '到',
    'by.label': '补救按什么分',
    'by.type': '补救项目',
    'by.customer': '客户',
    'by.product': '品名',
    'by.cause': '原因',
    'answered.title': '当天答复',
    'answered.share': '{{part}} / {{all}}',
    'answered.percent': '{{percent}}%',
    'answered.sentence':
      '受理 {{received}} 件：当天答复 {{sameDay}}，隔天以后 {{later}}，还没有答复 {{notYet}}。',
    'endings.title': '结果',
    'endings.open': '在办',
    'endings.sentence': '不管怎样结束，都算在分母里。',
    'remedies.title': '补救和费用',
    'remedies.sentence': '只算领导已批准的方案；一件投诉有几项补救，每项算一次。',
    'remedies.none': '这段时间没有批准的方案。',
    'column.cases': '投诉',
    'column.remedies': '补救',
    'column.cost': '费用（元）',
    'column.total': '合计',
    unsaid: '未写明',
    denied: '统计给领导看。您的岗位没有这项职责。',
    'wrong-span': '起止日期不对：开始的一天不能在结束的一天之后。',
  },
})
