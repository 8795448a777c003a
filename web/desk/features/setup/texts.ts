import { defineTexts } from '@yinuo/web-shared'

export const useTexts = defineTexts('setup', {
  'zh-CN': {
    title: '第一次使用：建立公司',
    sentence: '这个数据库还是空的。填好下面几项，就可以登录，再导入人员、客户和产品。',
    code: '设置码',
    'code.hint': '程序启动时显示在运行它的窗口里；只有能看到那个窗口的人才能设置。',
    organisation: '公司名称',
    site: '现场',
    'site.hint': '例如：常州总厂、武进店。以后可以再加。',
    administrator: '您的姓名',
    login: '登录名',
    'login.hint': '3 到 40 个小写字母、数字、点、横线或下划线。',
    password: '密码',
    'password.hint': '至少 10 个字。',
    missing: '请填写{{field}}。',
    'login.wrong': '登录名只能用小写字母、数字、点、横线和下划线，3 到 40 个。',
    'password.short': '密码至少要 10 个字。',
    create: '建立公司',
    done: '公司已经建好。请用刚才的登录名和密码登录。',
    'to-login': '去登录',
    already: '这个数据库已经设置过了。',
  },
})
