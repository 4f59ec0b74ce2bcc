import { Module } from '@nestjs/common';
import { historyController } from './history-controller';
import { MetadataController } from './metadata.controller';
import { resourceController } from './resource-controller';
import { RESOURCE_KINDS } from './resource-kinds';

@Module({
  controllers: [
    MetadataController,
    ...RESOURCE_KINDS.map((kind) => resourceController(kind, RESOURCE_KINDS)),
    ...RESOURCE_KINDS.filter(({ versions }) => versions !== undefined).map(historyController),
  ],
})
export class FhirModule {}
