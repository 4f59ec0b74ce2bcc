import type { Locator, Page } from 'playwright-core';

/** What a person does at a screen, counted: a click, a choice, a field that is filled in, a key. */
export class Hand {
  #actions = 0;

  constructor(readonly page: Page) {}

  get actions(): number {
    return this.#actions;
  }

  click(on: Locator): Promise<void> {
    return this.#act(() => on.click());
  }

  async choose(from: Locator, value: string): Promise<void> {
    await this.#act(() => from.selectOption(value));
  }

  fill(field: Locator, text: string): Promise<void> {
    return this.#act(() => field.fill(text));
  }

  /** Into whatever has the focus. */
  type(text: string): Promise<void> {
    return this.#act(() => this.page.keyboard.type(text));
  }

  press(key: string): Promise<void> {
    return this.#act(() => this.page.keyboard.press(key));
  }

  async #act(act: () => Promise<unknown>): Promise<void> {
    this.#actions += 1;
    await act();
  }
}
