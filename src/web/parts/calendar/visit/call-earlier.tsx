import { marks } from '../../../browser/marks';

/** Whether they want to hear of an earlier time that is free. */
export function CallEarlier() {
  return (
    <label class="choice">
      <input type="checkbox" name="callEarlier" value="true" {...marks({ sentAs: 'boolean' })} />
      Call them when an earlier time is free
    </label>
  );
}
