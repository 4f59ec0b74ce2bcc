import { Module } from '@nestjs/common';
import { MetadataController } from './metadata.controller';
import { resourceController } from './resource-controller';
import { RESOURCE_KINDS } from './resource-kinds';

@Module({
  controllers: [
    MetadataController,
    ...RESOURCE_KINDS.map((kind) => resourceController(kind, RESOURCE_KINDS)),
  ],
})
export class FhirModule {}
