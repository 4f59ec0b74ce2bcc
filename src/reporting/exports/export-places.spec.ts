import { exportPlaces } from './export-places';

describe('exportPlaces', () => {
  it('lets so many in at once and the next when one leaves, in the order of asking', async () => {
    const places = exportPlaces(2, 1000);
    const seen: string[] = [];
    const [leaveFirst, leaveSecond] = [await places.enter(), await places.enter()];
    const third = places.enter().then((leave) => (seen.push('third'), leave));
    const fourth = places.enter().then((leave) => (seen.push('fourth'), leave));
    await settled();
    expect(seen).toEqual([]);
    leaveSecond();
    await settled();
    expect(seen).toEqual(['third']);
    leaveFirst();
    (await third)();
    (await fourth)();
    expect(seen).toEqual(['third', 'fourth']);
  });

  it('counts leaving twice once', async () => {
    const places = exportPlaces(1, 20);
    const leave = await places.enter();
    leave();
    leave();
    await places.enter();
    await expect(places.enter()).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it('refuses whoever waited too long and gives their place to nobody', async () => {
    const places = exportPlaces(1, 20);
    const leave = await places.enter();
    await expect(places.enter()).rejects.toMatchObject({ status: 503, more: { retryAfterSeconds: 30 } });
    leave();
    await expect(places.enter()).resolves.toBeInstanceOf(Function);
  });
});

function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
