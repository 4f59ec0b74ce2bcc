import { Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { addDays, isPlainDate, type PlainDate } from '../../clinical/calendar';
import { INDICATION_SLUGS } from '../../clinical/catalogue/indications';
import { PRODUCTS } from '../../clinical/catalogue/products';
import { TOXIN_PRODUCTS } from '../../clinical/units';
import { Exports, type Unsent } from '../../platform/audit/reads';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import type { Clinic } from '../../platform/clinic';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Now } from '../../platform/http/now.decorator';
import { Allow } from '../../platform/permissions';
import { reportsView } from '../../reporting/files/codebook';
import { duePerWeek, type DueWeek } from '../../reporting/due-per-week.query';
import { outcomeGroups, type OutcomeGroup } from '../../reporting/outcome-groups.query';
import type { ReportFilters } from '../../reporting/report';
import { DueForecastPlot } from '../parts/reports/due-forecast-plot';
import { Field, SelectField } from '../parts/page/field';
import { OutcomeTable } from '../parts/reports/outcome-table';
import { Page } from '../parts/page/page';
import { ReportDownloads } from '../parts/reports/report-downloads';
import { screenOf } from '../render';
import { Screen } from '../screen.decorator';
import { INDICATION_CHOICES } from '../parts/patient/patient-words';

type Asked = Readonly<Record<string, string | undefined>>;

/** What the clinic sees of itself, de-identified: plots, and files to fetch with the meaning of their columns. */
@Screen('reports')
export class ReportsScreen {
  constructor(private readonly work: UnitOfWork) {}

  @Get()
  @Allow('report.read')
  @Exports('outcomes', ({ props }: VNode<ReportsPageProps>) => ({
    detail: { format: 'screen', filters: props.shown },
  }))
  async show(
    @By() actor: SignedIn,
    @Query() asked: Asked,
    @Now() { zone, today }: Clinic,
    @Res() reply: FastifyReply,
  ): Promise<Unsent<VNode<ReportsPageProps>>> {
    const { db } = this.work;
    const filters = filtersOf(asked);
    const shown = lastYearUnlessAsked(asked, filters, today);
    const outcomes = await outcomeGroups(db, shown, { asOf: today, zone });
    const weeks = await duePerWeek(db, filters, today);
    return screenOf(
      reply,
      <ReportsPage actor={actor} filters={filters} shown={shown} outcomes={outcomes} weeks={weeks} />,
    );
  }
}

/** What a form sends empty is no filter; what fits no filter is left out as well. */
function filtersOf({ from, to, indication, product }: Asked): ReportFilters {
  const indications = INDICATION_SLUGS.filter((slug) => slug === indication);
  const products = TOXIN_PRODUCTS.filter((slug) => slug === product);
  return {
    from: isPlainDate(from) ? from : undefined,
    to: isPlainDate(to) ? to : undefined,
    indication: indications.length > 0 ? indications : undefined,
    product: products.length > 0 ? products : undefined,
  };
}

/** Our choice: what the page opens with. Left empty, the field asks for all sessions of all years. */
const LAST_YEAR_DAYS = 365;

function lastYearUnlessAsked({ from, to }: Asked, filters: ReportFilters, today: PlainDate): ReportFilters {
  return from === undefined && to === undefined
    ? { ...filters, from: addDays(today, -LAST_YEAR_DAYS) }
    : filters;
}

interface ReportsPageProps {
  readonly actor: SignedIn;
  /** As they were asked for: those of the files. */
  readonly filters: ReportFilters;
  /** Those of the table: a year, where no days were asked for. */
  readonly shown: ReportFilters;
  readonly outcomes: readonly OutcomeGroup[];
  readonly weeks: readonly DueWeek[];
}

function ReportsPage({ actor, filters, shown, outcomes, weeks }: ReportsPageProps) {
  return (
    <Page title="Reports" actor={actor} at="/reports" islands={['download']}>
      <ReportFilterForm filters={shown} />
      <DueForecastPlot weeks={weeks} />
      <OutcomeTable groups={outcomes} from={shown.from} isUsual={shown !== filters} />
      <ReportDownloads reports={reportsView().reports} filters={filters} />
    </Page>
  );
}

function ReportFilterForm({ filters }: { readonly filters: ReportFilters }) {
  const products = TOXIN_PRODUCTS.map((slug) => ({ value: slug, label: PRODUCTS[slug].brand }));
  return (
    <form class="panel stack" method="get" action="/reports" role="search" aria-label="Filter the reports">
      <div class="fields">
        <Field label="Sessions from" name="from" type="date" value={filters.from} />
        <Field label="Sessions to" name="to" type="date" value={filters.to} />
        <SelectField
          label="Indication"
          name="indication"
          value={filters.indication?.[0]}
          options={[{ value: '', label: 'All' }, ...INDICATION_CHOICES]}
        />
        <SelectField
          label="Product"
          name="product"
          value={filters.product?.[0]}
          options={[{ value: '', label: 'All' }, ...products]}
        />
      </div>
      <div class="row">
        <button type="submit" class="primary">
          Show
        </button>
        <a class="button quiet" href="/reports">
          Clear
        </a>
      </div>
    </form>
  );
}
