import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Reads, ReadsWhenRepeated, type Shown } from '../audit/reads';
import { By, type SignedIn } from '../http/by.decorator';
import { IfMatch } from '../http/if-match';
import { Allow } from '../permissions';
import { IdPipe } from '../http/validation';
import { answerOnce, ApiWriteOnce } from '../http/write-once.http';
import {
  ChangedUserView,
  ChangeUserDto,
  CreateUserDto,
  UserPage,
  UserView,
  FindUsersQuery,
} from './users.dto';
import { UsersService } from './users.service';

@ApiTags('users')
@Controller('users')
export class UsersController {
  constructor(private readonly users: UsersService) {}

  /** Make a user, who can sign in at once and then chooses a password of their own. */
  @Post()
  @Allow('user.write')
  @ReadsWhenRepeated('app_user', ofUser)
  @ApiWriteOnce(UserView)
  create(
    @By() actor: SignedIn,
    @Body() dto: CreateUserDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UserView> {
    return answerOnce(reply, this.users.create(actor, dto));
  }

  /** All users by user name, the disabled ones too. */
  @Get()
  @Allow('user.read')
  @Reads('app_user')
  find(@Query() query: FindUsersQuery): Promise<UserPage> {
    return this.users.find(query);
  }

  /** One user. */
  @Get(':id')
  @Allow('user.read')
  @Reads('app_user', ofUser)
  read(@Param('id', IdPipe) id: string): Promise<UserView> {
    return this.users.read(id);
  }

  /**
   * Rename, change the role, disable or enable, set a new password. The last administrator stays one. Tokens that the user made
   * or approved end when the user is disabled or has another role; the answer names them.
   */
  @Patch(':id')
  @Allow('user.write')
  change(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() dto: ChangeUserDto,
  ): Promise<ChangedUserView> {
    return this.users.change(actor, id, version, dto);
  }
}

function ofUser({ id }: UserView): Shown {
  return { subjectId: id };
}
