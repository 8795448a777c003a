import type { Locator, Page } from 'playwright-core'

type Place = Page | Locator

/** Writes into fields as labelled, in order. */
export async function fillIn(
  place: Place,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [label, value] of Object.entries(values))
    await place.getByLabel(label, { exact: true }).fill(value)
}

/** One of a few, all visible: `choose(page, '投诉方', '代理商')`. */
export async function choose(place: Place, group: string, option: string): Promise<void> {
  await place
    .getByRole('radiogroup', { name: group, exact: true })
    .getByRole('radio', { name: option, exact: true })
    .click()
}

/** Presses the one button of that name. */
export async function press(place: Place, name: string | RegExp): Promise<void> {
  await place.getByRole('button', { name, exact: typeof name === 'string' }).click()
}

/** From the menu 更多 of a case. */
export async function openFromMenu(page: Page, item: string): Promise<Locator> {
  await press(page, '更多')
  await page.getByRole('menuitem', { name: item, exact: true }).click()
  return page.getByRole('region', { name: item, exact: true })
}

type Fill = (panel: Locator) => Promise<void>

/** Writes down what the step says is missing, in the panel its button opens. */
export async function record(page: Page, kind: string, fill: Fill): Promise<void> {
  await press(page, `记${kind}`)
  await writeDown(page, kind, fill)
}

/** The same from 记一笔, for what nothing asks for yet. */
export async function recordFromList(page: Page, kind: string, fill: Fill): Promise<void> {
  await page.keyboard.press('Alt+P')
  await page.getByLabel('其他记录').selectOption({ label: kind })
  await writeDown(page, kind, fill)
}

async function writeDown(page: Page, kind: string, fill: Fill): Promise<void> {
  const panel = page.getByRole('region', { name: kind, exact: true })
  await fill(panel)
  await press(panel, '记下')
  await panel.waitFor({ state: 'detached' })
}

/** A button that cannot be pressed says so and stands beside its reasons. */
export function locked(place: Place, name: string): Locator {
  return place.getByRole('button', { name, exact: true, disabled: true })
}

/** What stands beside a locked button, as a screen reader gets it. */
export async function reasonOf(button: Locator): Promise<string> {
  const id = (await button.getAttribute('aria-describedby')) ?? ''
  const text = await button.page().locator(`[id="${id}"]`).textContent()
  return text ?? ''
}

/** The user sees it, now or as soon as the page has it. */
export async function expectSeen(what: Locator): Promise<void> {
  await what.first().waitFor()
}
