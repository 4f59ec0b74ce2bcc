import { framed, MllpFrames } from './mllp-frames';

const VT = '\x0b';
const FS = '\x1c\r';

it.each`
  chunks                                      | messages                | half     | why
  ${[`${VT}one${FS}`]}                        | ${['one']}              | ${false} | ${'a whole message'}
  ${[`${VT}one${FS}${VT}two${FS}`]}           | ${['one', 'two']}       | ${false} | ${'two in one chunk'}
  ${[VT, 'on', 'e', '\x1c', '\r']}            | ${['one']}              | ${false} | ${'byte by byte'}
  ${[`${VT}one\x1c`, `${VT}two\x1c`]}         | ${['one', 'two']}       | ${false} | ${'no CR behind'}
  ${[`GET / HTTP/1.1\r\n${VT}one${FS}noise`]} | ${['one']}              | ${false} | ${'noise outside'}
  ${['no frame at all']}                      | ${[]}                   | ${false} | ${'nothing begins'}
  ${[`${VT}${FS}`]}                           | ${['']}                 | ${false} | ${'an empty message is answered, so it is one'}
  ${[`${VT}cut`]}                             | ${[]}                   | ${true}  | ${'half sent'}
  ${[`${VT}cut`, `${VT}one${FS}`]}            | ${['one']}              | ${false} | ${'cut off, then the next'}
  ${[`${VT}1234567890${FS}`]}                 | ${['1234567890']}       | ${false} | ${'on the limit'}
  ${[`${VT}1234567890a${FS}`]}                | ${['too-large']}        | ${false} | ${'just over it'}
  ${[`${VT}123456`, '7890a', 'bcd', FS]}      | ${['too-large']}        | ${false} | ${'over it in parts is told once'}
  ${[`${VT}1234567890abc${FS}${VT}one${FS}`]} | ${['too-large', 'one']} | ${false} | ${'the next one is read'}
`('$why', ({ chunks, messages, half }: { chunks: string[]; messages: string[]; half: boolean }) => {
  const frames = new MllpFrames(10);
  const found = chunks.flatMap((chunk) => frames.push(Buffer.from(chunk)));
  expect(found.map((frame) => (frame.kind === 'message' ? frame.bytes.toString() : frame.kind))).toEqual(
    messages,
  );
  expect(frames.half).toBe(half);
});

it('frames an answer as it reads a message', () => {
  expect(new MllpFrames().push(framed(Buffer.from('MSH|…')))).toEqual([
    { kind: 'message', bytes: Buffer.from('MSH|…') },
  ]);
});
