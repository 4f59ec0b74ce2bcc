import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refuseUnbuiltScreens } from './platform/http/assets-folder';
import { startService } from './service';

jest.mock('./platform/http/assets-folder', () => ({
  ...jest.requireActual<object>('./platform/http/assets-folder'),
  ASSETS_FOLDER: '/nowhere/web',
}));

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'clinic-start-'))));
afterEach(() => rmSync(folder, { recursive: true }));

it('without its screens the service says what to run, before it makes a database', async () => {
  const dataDir = join(folder, 'data');
  await expect(startService({ DATA_DIR: dataDir, PORT: '0' })).rejects.toMatchObject({
    name: 'StartError',
    message: 'The screens are not built: dist/web is missing. Run npm run build, then start again',
  });
  expect(existsSync(dataDir)).toBe(false);
});

it('with them it goes on', () => {
  expect(() => refuseUnbuiltScreens(folder)).toThrow('npm run build');
  writeFileSync(join(folder, 'web.css'), '');
  expect(() => refuseUnbuiltScreens(folder)).not.toThrow();
});
