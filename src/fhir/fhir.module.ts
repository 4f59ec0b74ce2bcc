import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BulkExport, BulkExportFile } from './bulk/bulk-export.entity';
import { BulkController } from './bulk/bulk.controller';
import { BulkService } from './bulk/bulk.service';
import { ExportMaker } from './bulk/export-maker';
import { kickOffController } from './bulk/kick-off-controller';
import { historyController } from './history-controller';
import { MetadataController } from './conformance/metadata.controller';
import { resourceController } from './resource-controller';
import { SmartConfigurationController } from './conformance/smart-configuration.controller';
import { RESOURCE_KINDS } from './resource-kinds';

@Module({
  imports: [TypeOrmModule.forFeature([BulkExport, BulkExportFile])],
  controllers: [
    MetadataController,
    SmartConfigurationController,
    ...(['system', 'patient', 'group'] as const).map(kickOffController),
    BulkController,
    ...RESOURCE_KINDS.map((kind) => resourceController(kind, RESOURCE_KINDS)),
    ...RESOURCE_KINDS.filter(({ versions }) => versions !== undefined).map(historyController),
  ],
  providers: [BulkService, ExportMaker],
})
export class FhirModule {}
