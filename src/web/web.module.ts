import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { AuditScreen } from './screens/audit';
import { Hl7Screen } from './screens/hl7';
import { ImportsScreen } from './screens/imports';
import { LearningScreen } from './screens/learning';
import { ReportsScreen } from './screens/reports';
import { SettingsScreen } from './screens/settings';
import { AccountScreen } from './screens/account';
import { ApproveTokenScreen } from './screens/approve-token';
import { ApproveSmartClientScreen } from './screens/approve-smart-client';
import { SmartClientsScreen } from './screens/smart-clients';
import { TokensScreen } from './screens/tokens';
import { UsersScreen } from './screens/users';
import { CheckInScreen } from './screens/check-in';
import { PeakChecksScreen } from './screens/peak-checks';
import { CalendarDayScreen } from './screens/calendar-day';
import { CalendarSlotScreen } from './screens/calendar-slot';
import { CalendarScreen } from './screens/calendar';
import { CourseScreen } from './screens/course';
import { DueBoardScreen } from './screens/due-board';
import { FlagsScreen } from './screens/flags';
import { HomeScreen } from './screens/home';
import { LogSessionScreen } from './screens/log-session';
import { SamePersonScreen } from './screens/same-person';
import { SessionScreen } from './screens/session';
import { LaunchScreen } from './screens/launch';
import { LoginScreen } from './screens/login';
import { OidcScreen } from './screens/oidc';
import { MyDayScreen } from './screens/my-day';
import { ClaimScreen } from './screens/claim';
import { AppealPacketScreen } from './screens/appeal-packet';
import { PapersScreen } from './screens/papers';
import { NewPatientScreen } from './screens/new-patient';
import { PatientScreen } from './screens/patient';
import { PatientsScreen } from './screens/patients';
import { PayersScreen } from './screens/payers';
import { ProtocolsScreen } from './screens/protocols';
import { ToStartScreen } from './screens/to-start';
import { ReadyScreen } from './screens/ready';
import { RecordResponseScreen } from './screens/record-response';
import { StockScreen } from './screens/stock';
import { UnsignedScreen } from './screens/unsigned';
import { UnknownAddressFilter } from './unknown-address.filter';

/** The screens. A screen is a file: a controller that reads, and the component that it renders. */
@Module({
  controllers: [
    AuditScreen,
    Hl7Screen,
    ImportsScreen,
    LearningScreen,
    ReportsScreen,
    SettingsScreen,
    TokensScreen,
    ApproveTokenScreen,
    SmartClientsScreen,
    ApproveSmartClientScreen,
    AccountScreen,
    UsersScreen,
    CourseScreen,
    FlagsScreen,
    UnsignedScreen,
    RecordResponseScreen,
    LogSessionScreen,
    PayersScreen,
    ProtocolsScreen,
    ToStartScreen,
    SessionScreen,
    StockScreen,
    ReadyScreen,
    HomeScreen,
    MyDayScreen,
    DueBoardScreen,
    LoginScreen,
    LaunchScreen,
    OidcScreen,
    CheckInScreen,
    PeakChecksScreen,
    CalendarDayScreen,
    CalendarSlotScreen,
    CalendarScreen,
    PatientsScreen,
    AppealPacketScreen,
    PapersScreen,
    ClaimScreen,
    NewPatientScreen,
    PatientScreen,
    SamePersonScreen,
  ],
  providers: [{ provide: APP_FILTER, useClass: UnknownAddressFilter }],
})
export class WebModule {}
