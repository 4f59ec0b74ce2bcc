import { Module } from '@nestjs/common';
import { DueBoardController } from './screens/due-board';
import { HomeController } from './screens/home';
import { LogSessionController } from './screens/log-session';
import { SessionController } from './screens/session';
import { LoginController } from './screens/login';

/** The screens. A screen is a file: a controller that reads, and the component that it renders. */
@Module({ controllers: [LogSessionController, SessionController, HomeController, DueBoardController, LoginController] })
export class WebModule {}
