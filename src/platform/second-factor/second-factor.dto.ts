import { IsString, Length } from 'class-validator';
import { LONGEST_PASSWORD } from '../users/password';

/** A recovery code with blanks between its letters is no longer. */
export const LONGEST_CODE = 40;

export class PasswordAgainDto {
  @IsString() @Length(1, LONGEST_PASSWORD) currentPassword: string;
}

export class ConfirmSecondFactorDto {
  /** The six digits that the app shows. */
  @IsString() @Length(1, LONGEST_CODE) code: string;
}

export class SecondFactorView {
  /** Since when it is asked for; null: it is not. */
  since: Date | null;
  /** The clinic asks for it of my role. */
  required: boolean;
  recoveryCodesLeft: number;
}

export class NewSecondFactorView {
  /** For an app that reads no picture. */
  secret: string;
  /** `otpauth://totp/…`, what the picture says. */
  uri: string;
  /** The picture that the app reads, as SVG. */
  qrSvg: string;
}

export class RecoveryCodesView {
  /** Shown this once; each opens once. */
  recoveryCodes: string[];
}
