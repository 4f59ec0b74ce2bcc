import { approversOf, isLent } from './token-rank';

it.each`
  role             | approvers                       | why
  ${'neurologist'} | ${['neurologist']}              | ${'an administrator sees no clinical row'}
  ${'scheduler'}   | ${['neurologist', 'scheduler']} | ${'nor the due list; a neurologist may do all that a scheduler may'}
  ${'reporting'}   | ${[]}                           | ${'reports are de-identified'}
  ${'admin'}       | ${[]}                           | ${'it is what the maker is'}
`('a token of $role takes $approvers: $why', ({ role, approvers }) => {
  expect(approversOf(role)).toEqual(approvers);
});

it.each`
  role             | approver         | lent
  ${'neurologist'} | ${null}          | ${false}
  ${'neurologist'} | ${'scheduler'}   | ${false}
  ${'neurologist'} | ${'admin'}       | ${false}
  ${'neurologist'} | ${'neurologist'} | ${true}
  ${'scheduler'}   | ${'scheduler'}   | ${true}
  ${'scheduler'}   | ${'reporting'}   | ${false}
  ${'reporting'}   | ${null}          | ${true}
  ${'admin'}       | ${null}          | ${true}
`('a token of $role approved by $approver is lent: $lent', ({ role, approver, lent }) => {
  expect(isLent(role, approver)).toBe(lent);
});
