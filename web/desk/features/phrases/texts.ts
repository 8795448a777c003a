import { defineTexts } from '@yinuo/web-shared'

export const useTexts = defineTexts('phrases', {
  'zh-CN': {
    title: '话术',
    intro:
      '凡是对客户说的话都照这里查：大忌不许说，提醒的要写明原因，推荐的可以照用。改了马上生效。',
    list: '话术一览',
    add: '加一条',
    edit: '改',
    'edit-of': '改“{{said}}”',
    level: '级别',
    'level.block': '大忌',
    'level.warn': '提醒',
    'level.recommended': '推荐',
    'level.off': '停用',
    says: '要找的话',
    'says.hint': '一行一句。不分简体繁体、全角半角、空格标点，也不分您和你',
    'says.missing': '至少写一句',
    instead: '可以换成怎么说',
    source: '出处',
    'source.hint': '例如：3 月周会',
    'valid-from': '从哪天起',
    'valid-from.missing': '请写明日期',
    shipped: '手册自带',
    own: '本公司',
    'not-yet': '还没到日期',
    replaced: '不用了',
    counts: '在用',
    save: '存话术',
    cancel: '不改了',
    more: '改话术由领导或管理员办理。',
  },
})
