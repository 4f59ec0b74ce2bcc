/** What a browser does between two sites of this machine, a step at a time: it keeps cookies and goes where it is sent. */
export class WalkingBrowser {
  private readonly jar = new Map<string, string>();
  /** The addresses to which it was sent, the latest last. */
  readonly trail: string[] = [];

  cookie(name: string): string | undefined {
    return this.jar.get(name);
  }

  keep(name: string, value: string): void {
    this.jar.set(name, value);
  }

  forget(name: string): void {
    this.jar.delete(name);
  }

  /** One request, without going on. */
  async step(url: string, form?: Readonly<Record<string, string>>): Promise<Response> {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      method: form ? 'POST' : 'GET',
      body: form && new URLSearchParams(form),
      headers: { ...(cookie !== '' && { cookie }), 'sec-fetch-site': 'cross-site' },
      redirect: 'manual',
    });
    for (const line of response.headers.getSetCookie()) this.take(line);
    return response;
  }

  /** Goes on until it is sent nowhere. `stopAt`: not to where this stands in the address. */
  async walk(url: string, form?: Readonly<Record<string, string>>, stopAt?: string): Promise<Response> {
    let response = await this.step(url, form);
    for (let to = placeOf(response, url); to !== undefined; to = placeOf(response, to)) {
      this.trail.push(to);
      if (stopAt !== undefined && to.includes(stopAt)) break;
      response = await this.step(to);
    }
    return response;
  }

  private take(line: string): void {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
    const ended = value === '' || /expires=Thu, 01 Jan 1970|max-age=0\b/i.test(line);
    if (ended) this.jar.delete(name!);
    else this.jar.set(name!, value!);
  }
}

function placeOf(response: Response, from: string): string | undefined {
  const to = response.headers.get('location');
  return to === null ? undefined : new URL(to, from).href;
}
