import { defineTexts } from '@yinuo/web-shared'

export const useLinkTexts = defineTexts('case-link', {
  'zh-CN': {
    print: '打印附表',
    title: '请客户在手机上签',
    'to.sms': '链接和验证码发到客户手机 {{contact}}。',
    'to.mail': '链接和验证码发到客户邮箱 {{contact}}。',
    'cannot-send': '这里还没有设置发短信或邮件，客户不能在网页上签。请用下面的扫描件。',
    send: '发签字链接',
    again: '重新发，以前的作废',
    'link.open': '{{name}} {{when}} 已发，{{until}} 前有效，等客户签字。',
    'link.expired': '{{name}} {{when}} 发的链接已过期。',
    'link.revoked': '{{name}} {{when}} 发的链接已作废。',
    copy: '复制链接，转发给客户',
    copied: '已复制',
    harmless: '链接只有配上发给客户的验证码才能打开。',
    revoke: '作废',
    reason: '为什么作废',
    accepted: '客户{{name}} {{when}} 凭发到 {{contact}} 的验证码签字，不用第二人确认。',
  },
})
