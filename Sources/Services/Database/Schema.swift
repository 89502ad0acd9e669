extension DatabaseExport {
    /// Tables, keys and views. `shown` is a quantity as people write it, `comparator` bounds `value` with its sign. Spans count
    /// UTF-8 bytes of `document.text`; `line` counts from 1.
    static let schema = """
        create table sector(id text primary key, position integer not null, name text not null, english text,
            parent text references sector);
        create table place(id text primary key, name text not null, english text, level text, parent text references place);
        create table period(id text primary key, name text not null, first_year integer not null, last_year integer not null);
        create table indicator(id text primary key, name text not null, english text, sector text references sector, direction text);
        create table document(id text primary key, title text, name text not null, place text references place,
            period text references period, date text, path text not null, text text not null);
        create table goal(id text primary key, document text not null references document, parent text references goal,
            level integer not null, title text not null, looks_forward integer not null, start integer not null,
            end integer not null);
        create table figure(\(statement), kind text not null, indicator text references indicator, wording text,
            shown text not null, aspect text not null, comparator text not null, value real, high real, unit text, reference text,
            confidence real not null);
        create table measure(\(statement), action text, confidence real not null);
        create table problem(\(statement));
        create table figure_sector(figure text not null references figure, sector text not null references sector);
        create table measure_sector(measure text not null references measure, sector text not null references sector);
        create table problem_sector(problem text not null references problem, sector text not null references sector);
        create index figure_period on figure(period);
        create index figure_indicator on figure(indicator, place);
        create index measure_period on measure(period);
        create view figures as select figure.id, figure.kind, place.name as place, indicator.name as indicator, figure.shown,
            figure.aspect, figure.comparator, figure.value, figure.high, figure.unit, figure.reference, figure.wording, \(words("figure")),
            figure.confidence from figure left join indicator on indicator.id = figure.indicator \(joins("figure"));
        create view targets as select * from figures where kind = 'target';
        create view results as select * from figures where kind <> 'target';
        create view measures as select measure.id, place.name as place, measure.action, \(words("measure")), measure.confidence
            from measure \(joins("measure"));
        create view problems as select problem.id, place.name as place, \(words("problem")) from problem \(joins("problem"));
        create view headings as select goal.id, goal.level, goal.title, above.title as parent, goal.looks_forward,
            coalesce(document.title, document.name) as document, place.name as place
            from goal join document on document.id = goal.document left join goal above on above.id = goal.parent
            left join place on place.id = document.place;
        create view goals as select * from headings where looks_forward;
        create view sectors as select sector.id, sector.name, sector.english, sector.parent,
            (select count(*) from figure where figure.sector = sector.id) as figures,
            (select count(*) from measure where measure.sector = sector.id) as measures from sector order by sector.position;
        create view indicators as select indicator.id, indicator.name, indicator.english, sector.name as sector,
            indicator.direction, count(figure.id) as figures, count(distinct figure.document) as documents,
            min(period.first_year) as first_year, max(period.last_year) as last_year
            from indicator join figure on figure.indicator = indicator.id left join sector on sector.id = indicator.sector
            left join period on period.id = figure.period group by indicator.id;
        create view places as select place.id, place.name, place.english, place.level, above.name as parent,
            (select count(*) from document where document.place = place.id) as documents
            from place left join place above on above.id = place.parent;
        create view years as select period.id, period.name, period.first_year, period.last_year,
            (select count(*) from figure where figure.period = period.id) as figures,
            (select count(*) from measure where measure.period = period.id) as measures from period;
        create view documents as select document.id, document.title, document.name, place.name as place,
            period.first_year as year, document.date, document.path from document
            left join place on place.id = document.place left join period on period.id = document.period;
        """

    /// The columns that figures, measures and problems share.
    private static let statement = """
        id text primary key, document text not null references document, goal text references goal, place text references place,
            sector text references sector, period text references period, start integer not null, end integer not null,
            line integer, words text not null
        """

    /// `year` is the year of a period of one year; a longer period has `first_year` and `last_year` only.
    private static func words(_ table: String) -> String {
        """
        sector.name as sector, period.name as period,
            case when period.first_year = period.last_year then period.first_year end as year, period.first_year,
            period.last_year, goal.title as goal, coalesce(document.title, document.name) as document, \(table).line, \(table).words
        """
    }

    private static func joins(_ table: String) -> String {
        """
        join document on document.id = \(table).document left join goal on goal.id = \(table).goal
            left join place on place.id = \(table).place left join sector on sector.id = \(table).sector
            left join period on period.id = \(table).period
        """
    }
}
