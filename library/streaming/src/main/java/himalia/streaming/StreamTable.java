package himalia.streaming;

import himalia.table.FirstTable;
import himalia.table.Tables;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.CompositeType;
import tech.tablesaw.api.Table;

/** A table of what a stream gave. Where that was nothing, its columns are those that it would have had. */
final class StreamTable {
    static {
        // A stream that is interrupted shows its rows once more.
        FirstTable.begin();
    }

    /** A value of each type that has columns of its own; all others are texts. */
    private static final Map<Class<?>, Object> VALUES =
            Map.ofEntries(
                    Map.entry(int.class, 0),
                    Map.entry(Integer.class, 0),
                    Map.entry(long.class, 0L),
                    Map.entry(Long.class, 0L),
                    Map.entry(short.class, (short) 0),
                    Map.entry(Short.class, (short) 0),
                    Map.entry(byte.class, (byte) 0),
                    Map.entry(Byte.class, (byte) 0),
                    Map.entry(float.class, 0f),
                    Map.entry(Float.class, 0f),
                    Map.entry(double.class, 0.0),
                    Map.entry(Double.class, 0.0),
                    Map.entry(boolean.class, false),
                    Map.entry(Boolean.class, false),
                    Map.entry(BigDecimal.class, BigDecimal.ONE),
                    Map.entry(Instant.class, Instant.EPOCH),
                    Map.entry(LocalDate.class, LocalDate.EPOCH),
                    Map.entry(LocalTime.class, LocalTime.NOON),
                    Map.entry(
                            LocalDateTime.class,
                            LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC)));

    private StreamTable() {}

    /** Returns a table of rows that are there; what has no columns of its own is in one, {@code value}. */
    static Table of(List<?> rows) {
        int none = 0;
        while (none < rows.size() && rows.get(none) != null) {
            none++;
        }
        if (none < rows.size()) {
            throw new IllegalArgumentException(
                    "row %d of the stream is null, and a table has no such rows; leave them out by stream.filter(Objects::nonNull), or take Streams.collect"
                            .formatted(none));
        }
        boolean isTable = rows.stream().allMatch(StreamTable::isRow);
        return isTable ? Tables.of(rows) : Tables.of(rows.stream().map(List::of).toList(), "value");
    }

    private static boolean isRow(Object row) {
        return row instanceof Record || row instanceof Map<?, ?>;
    }

    static Table of(List<?> rows, TypeInformation<?> type) {
        var components = type.getTypeClass().getRecordComponents();
        if (!rows.isEmpty()) {
            return of(rows);
        }
        if (components == null || components.length == 0) {
            var value = VALUES.get(type.getTypeClass());
            boolean isValue = value != null || type.getTypeClass() == String.class;
            return isValue
                    ? of(List.of(value == null ? "text" : value)).emptyCopy()
                    : Tables.of(rows);
        }
        var row = new LinkedHashMap<String, Object>();
        for (var component : components) {
            // Flink knows of a WindowRow's key what its class does not.
            var own =
                    type instanceof CompositeType<?> whole && whole.hasField(component.getName())
                            ? whole.getTypeAt(component.getName()).getTypeClass()
                            : component.getType();
            row.put(component.getName(), VALUES.getOrDefault(own, "text"));
        }
        return Tables.of(List.of(row)).emptyCopy().setName(type.getTypeClass().getSimpleName());
    }
}
