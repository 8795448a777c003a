import { defineTexts } from '@yinuo/web-shared'

export const useTexts = defineTexts('login', {
  'zh-CN': {
    title: '登录一诺',
    promise: '答应客户的每一件事，都有人、有时间、有结果。',
    login: '登录名',
    password: '密码',
    show: '显示密码',
    hide: '隐藏密码',
    enter: '登录',
    'missing.login': '请写登录名。',
    'missing.password': '请写密码。',
    wrong: '登录名或密码不对。忘了密码，请找管理员重设。',
    locked: '试的次数太多，还要等 {{span}} 才能再试。',
    unlocked: '现在可以再试了。',
    'demo.title': '演示账号',
    'demo.sentence': '点一下即填好，密码都一样。',
    'demo.fill': '填入',
    unreachable: '连不上服务器，请看看程序有没有在运行。',
  },
})
