import type { Page } from 'playwright-core'

/** As a person does it, from the login page to 我的一天. */
export async function logIn(page: Page, login: string, password: string): Promise<void> {
  await page.getByRole('textbox', { name: '登录名' }).fill(login)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('navigation', { name: '主导航' }).waitFor()
}
