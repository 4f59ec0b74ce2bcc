import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { AuditScreen } from './screens/audit';
import { ReportsScreen } from './screens/reports';
import { SettingsScreen } from './screens/settings';
import { TokensScreen } from './screens/tokens';
import { UsersScreen } from './screens/users';
import { CalendarController } from './screens/calendar';
import { CourseController } from './screens/course';
import { DueBoardController } from './screens/due-board';
import { FlagsScreenController } from './screens/flags';
import { HomeController } from './screens/home';
import { LogSessionController } from './screens/log-session';
import { SessionController } from './screens/session';
import { LoginController } from './screens/login';
import { PatientController } from './screens/patient';
import { PatientsController } from './screens/patients';
import { RecordResponseController } from './screens/record-response';
import { UnknownAddressFilter } from './unknown-address.filter';

/** The screens. A screen is a file: a controller that reads, and the component that it renders. */
@Module({
  controllers: [
    AuditScreen,
    ReportsScreen,
    SettingsScreen,
    TokensScreen,
    UsersScreen,
    CourseController,
    FlagsScreenController,
    RecordResponseController,
    LogSessionController,
    SessionController,
    HomeController,
    DueBoardController,
    LoginController,
    CalendarController,
    PatientsController,
    PatientController,
  ],
  providers: [{ provide: APP_FILTER, useClass: UnknownAddressFilter }],
})
export class WebModule {}
