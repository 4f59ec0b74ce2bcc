import { runKillCycles } from '../faults/kill-cycles';

it('nothing acknowledged is lost when service, server or both are killed while four clients write', async () => {
  const { faults, acknowledged, answers, serviceStarts } = await runKillCycles(6, () => undefined);
  expect(faults).toEqual([]);
  expect(acknowledged).toBeGreaterThanOrEqual(6);
  expect(Object.keys(answers).filter((status) => Number(status) >= 500)).toEqual(['503']);
  expect(serviceStarts).toBe(5);
});
