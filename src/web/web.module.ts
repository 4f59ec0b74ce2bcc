import { Module } from '@nestjs/common';
import { HomeController } from './screens/home';

/** The screens. A screen is a file: a controller that reads, and the component that it renders. */
@Module({ controllers: [HomeController] })
export class WebModule {}
