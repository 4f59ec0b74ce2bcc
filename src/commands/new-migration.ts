import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const FOLDER = join(__dirname, '../../../migrations');

/** Starts the file of a migration: `npm run migration:new -- create-vial`. */
function main(names: readonly string[]): void {
  const name = names.join('-');
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(name)) {
    console.error('Usage: npm run migration:new -- <verb-noun>, such as create-vial');
    process.exitCode = 2;
    return;
  }
  const stamp = Date.now();
  const file = join(FOLDER, `${stamp}-${name}.ts`);
  writeFileSync(file, textOf(`${inPascalCase(name)}${stamp}`), { flag: 'wx' });
  console.log(relative(process.cwd(), file));
}

function inPascalCase(name: string): string {
  return name.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase());
}

function textOf(className: string): string {
  return `import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ${className} implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(\`
    \`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
`;
}

main(process.argv.slice(2));
