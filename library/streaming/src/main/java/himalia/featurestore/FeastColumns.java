package himalia.featurestore;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import himalia.featurestore.FeastFailure.BadField;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Columns as a request has them.
 *
 * @param field where they are in it
 */
record FeastColumns(String field, JsonObject columns, int rows) {
    /** The kind of a key of which nothing is known. */
    private static final String UNKNOWN = "unknown";

    /**
     * Reads rows that ask: columns of what their values are.
     *
     * @param kinds what keys hold
     */
    Table asking(Map<String, String> kinds) {
        var table = Table.create("entities");
        for (var column : columns.entrySet()) {
            table.addColumns(column(column.getKey(), kinds.getOrDefault(column.getKey(), UNKNOWN)));
        }
        return table;
    }

    /** Reads rows of a view: only its columns, each of its kind. */
    Table rowsOf(KnownView known) {
        var table = Table.create(known.name());
        var view = known.view();
        var times = new LinkedHashMap<String, String>();
        times.put(view.source().eventTime(), "event_timestamp");
        view.source().createdTime().ifPresent(name -> times.put(name, "created"));
        for (int i = 0; i < view.joinKeys().size(); i++) {
            var key = view.joinKeys().get(i);
            if (columns.has(key)) {
                table.addColumns(
                        column(key, known.kinds().isEmpty() ? UNKNOWN : known.kinds().get(i)));
            }
        }
        // Feast's client calls them so, whatever they are called in the view.
        times.forEach(
                (name, sent) -> {
                    var there = columns.has(name) ? name : sent;
                    if (columns.has(there)) {
                        var moments = moments(there, view.source().zone());
                        table.addColumns(moments.setName(name));
                    }
                });
        for (var feature : known.features()) {
            if (columns.has(feature.name())) {
                var column = Cells.column(feature.name(), feature.type());
                for (var cell : cells(feature.name())) {
                    CellJson.append(column, cell, "'%s', row %d".formatted(field, column.size()));
                }
                table.addColumns(column);
            }
        }
        return table;
    }

    private List<JsonElement> cells(String name) {
        return columns.getAsJsonArray(name).asList();
    }

    /** Makes a column of what the values are; a key is sent as a text or a number, whichever of both it is. */
    private Column<?> column(String name, String kind) {
        boolean isNumberKey = kind.equals(EntityKeys.NUMBERS);
        boolean isTextKey = EntityKeys.isText(kind);
        var column = isTextKey ? StringColumn.create(name) : empty(name, isNumberKey);
        for (var cell : cells(name)) {
            var where = "'%s', row %d".formatted(field, column.size());
            if (isNumberKey
                    && cell.isJsonPrimitive()
                    && cell.getAsString().matches("-?\\d{1,18}")) {
                ((LongColumn) column).append(Long.parseLong(cell.getAsString()));
            } else if (isTextKey && cell.isJsonPrimitive()) {
                ((StringColumn) column).append(cell.getAsString());
            } else {
                CellJson.append(column, cell, where);
            }
        }
        return column;
    }

    private Column<?> empty(String name, boolean isNumberKey) {
        if (isNumberKey) {
            return LongColumn.create(name);
        }
        Column<?> column = StringColumn.create(name);
        for (var cell : cells(name)) {
            if (!cell.isJsonPrimitive()) {
                continue;
            }
            var value = cell.getAsJsonPrimitive();
            if (value.isBoolean()) {
                return BooleanColumn.create(name);
            }
            if (!value.isNumber()) {
                return column;
            }
            if (!value.getAsString().matches("-?\\d{1,18}")) {
                return DoubleColumn.create(name);
            }
            column = LongColumn.create(name);
        }
        return column;
    }

    private StringColumn moments(String name, ZoneId zone) {
        var column = StringColumn.create(name);
        for (var cell : cells(name)) {
            if (cell.isJsonNull()) {
                column.appendMissing();
                continue;
            }
            try {
                var text = cell.isJsonPrimitive() ? cell.getAsString() : "";
                // As a text, because a column of times would cut it.
                column.append(moment(text, zone).toString());
            } catch (DateTimeException e) {
                throw new BadField(
                        "datetime_parsing",
                        field + "." + name,
                        "'%s.%s', row %d, is %s, and a time is written as \"2026-01-31T08:30:00Z\""
                                .formatted(field, name, column.size(), cell));
            }
        }
        return column;
    }

    /** Reads a time as pandas and JSON write it: with a T or a blank, with a zone or without. */
    static Instant moment(String written, ZoneId zone) {
        var text = written.strip().replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) ", "$1T");
        if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
            return LocalDate.parse(text).atStartOfDay(zone).toInstant();
        }
        return text.matches(".*T.*(Z|[+-]\\d\\d(:?\\d\\d)?)")
                ? OffsetDateTime.parse(text.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2"))
                        .toInstant()
                : LocalDateTime.parse(text).atZone(zone).toInstant();
    }
}
