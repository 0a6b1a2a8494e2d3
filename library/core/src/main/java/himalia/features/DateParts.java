package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.model.Feature;
import himalia.model.Provenance;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import tech.tablesaw.api.Table;

/**
 * Puts numbers in the place of a date or time: its year, month, day, day of the week, hour.
 *
 * <pre>{@code
 * new DateParts().fit(train, "churned").apply(test)      // when_year, when_month, when_day, when_day_of_week, when_hour
 * new DateParts(List.of(DateParts.Part.MONTH, DateParts.Part.IS_WEEKEND), List.of("when")).fit(train)
 * }</pre>
 *
 * <p>A date has no hours, and a time of day no days: of the parts that are wanted, each column gets those it has; one that is named and
 * has none is refused. Points in time
 * are read in UTC; missing cells stay missing.
 *
 * @param parts which parts
 * @param columns which columns, of dates or times; empty for all
 */
public record DateParts(List<Part> parts, List<String> columns) implements Step {
    /** A part of a date or a time. */
    public enum Part {
        /** The year. */
        YEAR,
        /** The quarter of the year, from 1. */
        QUARTER,
        /** The month, from 1. */
        MONTH,
        /** The day of the month, from 1. */
        DAY,
        /** The day of the week, Monday 1 to Sunday 7. */
        DAY_OF_WEEK,
        /** The day of the year, from 1. */
        DAY_OF_YEAR,
        /** 1 on Saturdays and Sundays, else 0. */
        IS_WEEKEND,
        /** The hour, from 0. */
        HOUR,
        /** The minute of the hour, from 0. */
        MINUTE,
        /** The second of the minute, from 0. */
        SECOND;

        boolean isOfTime() {
            return this == HOUR || this == MINUTE || this == SECOND;
        }
    }

    private static final Set<Feature.Type> TAKES =
            Set.of(
                    Feature.Type.DATE,
                    Feature.Type.TIME,
                    Feature.Type.DATE_TIME,
                    Feature.Type.INSTANT);

    public DateParts {
        given(parts, "parts");
        given(columns, "columns");
        parts = List.copyOf(parts);
        columns = List.copyOf(columns);
        if (Set.copyOf(parts).size() < parts.size()) {
            throw new IllegalArgumentException("a part is named twice: " + parts);
        }
    }

    /** Takes year, month, day, day of the week and hour of columns. */
    public DateParts(List<String> columns) {
        this(List.of(Part.YEAR, Part.MONTH, Part.DAY, Part.DAY_OF_WEEK, Part.HOUR), columns);
    }

    /** Takes the same of the columns that are named, or of every date and time. */
    public DateParts(String... columns) {
        this(Columns.named(columns));
    }

    /** Returns true: it does the same whatever rows it was fitted on. */
    @Override
    public boolean isStateless() {
        return true;
    }

    @Override
    public FittedStep fit(Table features) {
        return fitted(features, List.of());
    }

    /** Learns from a table with a label, whose name no new column gets. */
    @Override
    public FittedStep fit(Table table, String label) {
        return fitted(NewColumns.features(table, label, columns), List.of(label));
    }

    private FittedStep fitted(Table features, List<String> others) {
        var chosen =
                Columns.chosen(
                        features,
                        columns,
                        feature ->
                                TAKES.contains(feature.type())
                                        // Of all columns, those that have none stay as they are.
                                        && !(columns.isEmpty() && partsOf(feature).isEmpty()),
                        name(),
                        Columns.TIMES);
        var taken = NewColumns.of(features, chosen.stream().map(Feature::name).toList(), others);
        var rules = new ArrayList<ColumnRule>();
        for (var feature : chosen) {
            var its = partsOf(feature);
            if (its.isEmpty()) {
                throw new IllegalArgumentException(
                        "column '%s' holds %s, which have none of %s; ask for %s"
                                .formatted(
                                        feature.name(),
                                        Tables.kind(features.column(feature.name())),
                                        parts,
                                        Arrays.stream(Part.values())
                                                .filter(part -> has(feature, part))
                                                .toList()));
            }
            rules.add(DatePartsRule.of(feature, its, taken));
        }
        return new FittedRules(this, chosen, rules, Provenance.of(features));
    }

    private List<Part> partsOf(Feature feature) {
        return parts.stream().filter(part -> has(feature, part)).toList();
    }

    private static boolean has(Feature feature, Part part) {
        return feature.type() != (part.isOfTime() ? Feature.Type.DATE : Feature.Type.TIME);
    }
}
