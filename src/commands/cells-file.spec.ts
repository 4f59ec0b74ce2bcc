import { readCells } from './cells-file';

const [NORTH, SOUTH, OWNER] = [
  'postgres://clinic:s3cret@db:5432/north',
  'postgres://clinic:s3cret@db:5432/south',
  'postgres://owner:other@db:5432/south',
];

it.each`
  text                                   | cells                                                                        | why
  ${NORTH}                               | ${[{ databaseUrl: NORTH }]}                                                  | ${'one'}
  ${`${NORTH}\n${SOUTH} ${OWNER}\n`}     | ${[{ databaseUrl: NORTH }, { databaseUrl: SOUTH, databaseOwnerUrl: OWNER }]} | ${'each on a line, with its owner'}
  ${`# chain\r\n\r\n  ${NORTH}  \r\n#x`} | ${[{ databaseUrl: NORTH }]}                                                  | ${'blank lines and remarks are left out'}
`('reads $text: $why', ({ text, cells }) => {
  expect(readCells(text as string)).toEqual(cells);
});

it.each`
  text                                          | message                                    | why
  ${''}                                         | ${'no cell is named'}                      | ${'nothing'}
  ${`${NORTH}\nnorth`}                          | ${'line 2, DATABASE_URL is not a'}         | ${'no address'}
  ${`${NORTH} ${SOUTH} ${OWNER}`}               | ${'line 1 has more than DATABASE_URL and'} | ${'three'}
  ${`${NORTH} owner`}                           | ${'line 1, DATABASE_OWNER_URL is not a'}   | ${'no address of the owner'}
  ${`${NORTH}\n\n${NORTH.replace('s3c', 't')}`} | ${'line 3 names a database that stands'}   | ${'the same database twice'}
`('refuses $why without its password: $message', ({ text, message }) => {
  let said = '';
  try {
    readCells(text as string);
  } catch (error) {
    said = (error as Error).message;
  }
  expect(said).toContain(message);
  expect(said).not.toMatch(/s3cret|t3cret|ret@/);
});
