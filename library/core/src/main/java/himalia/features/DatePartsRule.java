package himalia.features;

import himalia.features.DateParts.Part;
import himalia.model.Feature;
import himalia.onnx.OnnxValue;
import himalia.table.ColumnNames;
import himalia.table.Tables;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.columns.Column;

/**
 * Numbers in the place of a date or time.
 *
 * @param names the column of each part
 */
record DatePartsRule(Feature.Type type, List<Part> parts, List<String> names)
        implements ColumnRule {
    DatePartsRule {
        parts = List.copyOf(parts);
        names = List.copyOf(names);
    }

    static DatePartsRule of(Feature feature, List<Part> parts, ColumnNames taken) {
        return new DatePartsRule(
                feature.type(),
                parts,
                parts.stream()
                        .map(
                                part ->
                                        taken.add(
                                                feature.name()
                                                        + "_"
                                                        + part.name().toLowerCase(Locale.ROOT)))
                        .toList());
    }

    @Override
    public List<Column<?>> apply(Column<?> column) {
        var values = new double[parts.size()][column.size()];
        for (int row = 0; row < column.size(); row++) {
            boolean isMissing = Tables.isMissing(column, row);
            for (int k = 0; k < values.length; k++) {
                values[k][row] = isMissing ? Double.NaN : value(moment(column, row), parts.get(k));
            }
        }
        var columns = new ArrayList<Column<?>>();
        for (int k = 0; k < values.length; k++) {
            columns.add(DoubleColumn.create(names.get(k), values[k]));
        }
        return columns;
    }

    private TemporalAccessor moment(Column<?> column, int row) {
        if (column.get(row) instanceof TemporalAccessor moment
                && Feature.of(column).type() == type) {
            return moment instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : moment;
        }
        throw LearntTimes.refused(column, type, "DateParts");
    }

    private static double value(TemporalAccessor moment, Part part) {
        return switch (part) {
            case YEAR -> moment.get(ChronoField.YEAR);
            case QUARTER -> moment.get(IsoFields.QUARTER_OF_YEAR);
            case MONTH -> moment.get(ChronoField.MONTH_OF_YEAR);
            case DAY -> moment.get(ChronoField.DAY_OF_MONTH);
            case DAY_OF_WEEK -> moment.get(ChronoField.DAY_OF_WEEK);
            case DAY_OF_YEAR -> moment.get(ChronoField.DAY_OF_YEAR);
            case IS_WEEKEND -> moment.get(ChronoField.DAY_OF_WEEK) > 5 ? 1 : 0;
            case HOUR -> moment.get(ChronoField.HOUR_OF_DAY);
            case MINUTE -> moment.get(ChronoField.MINUTE_OF_HOUR);
            case SECOND -> moment.get(ChronoField.SECOND_OF_MINUTE);
        };
    }

    @Override
    public Map<String, String> sql(Feature feature) {
        var name = SqlText.name(feature.name());
        // In UTC, whatever the session's zone is.
        var moment = type == Feature.Type.INSTANT ? "make_timestamp(epoch_us(" + name + "))" : name;
        var columns = new LinkedHashMap<String, String>();
        for (int k = 0; k < names.size(); k++) {
            var form =
                    switch (parts.get(k)) {
                        case YEAR -> "year(%s)";
                        case QUARTER -> "quarter(%s)";
                        case MONTH -> "month(%s)";
                        case DAY -> "day(%s)";
                        case DAY_OF_WEEK -> "isodow(%s)";
                        case DAY_OF_YEAR -> "dayofyear(%s)";
                        case IS_WEEKEND -> "CAST(isodow(%s) > 5 AS INTEGER)";
                        case HOUR -> "hour(%s)";
                        case MINUTE -> "minute(%s)";
                        case SECOND -> "second(%s)";
                    };
            columns.put(names.get(k), form.formatted(moment));
        }
        return columns;
    }

    @Override
    public Map<String, OnnxValue> onnx(Feature feature, OnnxValue column) {
        var moment = new OnnxMoment(type, column);
        var columns = new LinkedHashMap<String, OnnxValue>();
        for (int k = 0; k < names.size(); k++) {
            columns.put(names.get(k), moment.part(parts.get(k)));
        }
        return columns;
    }
}
