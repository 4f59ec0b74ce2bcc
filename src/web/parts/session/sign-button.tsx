import { marks } from '../../browser/marks';

export interface SignButtonProps {
  readonly id: string;
  /** The version that is shown: it is what is signed. */
  readonly version: number;
  /** Whose session of when, where several stand on one screen. */
  readonly what?: string;
  readonly primary?: boolean;
}

/** Signs the version of a session that the screen shows. */
export function SignButton({ id, version, what, primary }: SignButtonProps) {
  return (
    <form
      class="no-print"
      {...marks({ api: `POST /api/v1/sessions/${id}/sign`, version, noId: true, saved: 'Signed.' })}
    >
      <button type="submit" class={primary ? 'primary' : undefined}>
        Sign
        {what !== undefined && <span class="visually-hidden">{` ${what}`}</span>}
      </button>
    </form>
  );
}
