package himalia.featurestore;

import himalia.model.Feature.Type;
import himalia.table.Tables;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** A function from one record to another, over the rows of a table. */
record RowFunction<I extends Record, O extends Record>(
        Class<I> reads, Class<O> gives, Function<I, O> code) {
    private static final Map<Class<?>, Type> TYPES =
            Map.ofEntries(
                    Map.entry(double.class, Type.NUMBER),
                    Map.entry(Double.class, Type.NUMBER),
                    Map.entry(float.class, Type.NUMBER),
                    Map.entry(Float.class, Type.NUMBER),
                    Map.entry(int.class, Type.WHOLE_NUMBER),
                    Map.entry(Integer.class, Type.WHOLE_NUMBER),
                    Map.entry(long.class, Type.LONG_NUMBER),
                    Map.entry(Long.class, Type.LONG_NUMBER),
                    Map.entry(boolean.class, Type.BOOLEAN),
                    Map.entry(Boolean.class, Type.BOOLEAN),
                    Map.entry(LocalDate.class, Type.DATE),
                    Map.entry(LocalTime.class, Type.TIME),
                    Map.entry(LocalDateTime.class, Type.DATE_TIME),
                    Map.entry(Instant.class, Type.INSTANT));

    static <I extends Record, O extends Record> RowFunction<I, O> of(
            Class<I> reads, Class<O> gives, Function<I, O> code) {
        return new RowFunction<>(reads, gives, code);
    }

    /** Computes a row of each; one that misses what a primitive component needs, or of which nothing is made, is missing in the result. */
    Table apply(Table inputs) {
        var needed =
                Arrays.stream(reads.getRecordComponents())
                        .filter(component -> component.getType().isPrimitive())
                        .map(component -> Tables.column(inputs, component.getName()))
                        .toList();
        int[] whole =
                IntStream.range(0, inputs.rowCount())
                        .filter(
                                row ->
                                        needed.stream()
                                                .noneMatch(column -> Tables.isMissing(column, row)))
                        .toArray();
        var given = new ArrayList<O>();
        var places = new ArrayList<Integer>();
        if (whole.length > 0) {
            var records = Tables.records(Tables.rows(inputs, whole), reads);
            for (int i = 0; i < whole.length; i++) {
                O one = code.apply(records.get(i));
                // A function that gives nothing of a row has no values for it.
                if (one != null) {
                    given.add(one);
                    places.add(whole[i]);
                }
            }
        }
        var components = gives.getRecordComponents();
        if (given.isEmpty()) {
            var made = Table.create(gives.getSimpleName());
            for (var component : components) {
                made.addColumns(missing(component, inputs.rowCount()));
            }
            return made;
        }
        var names = Arrays.stream(components).map(RecordComponent::getName).toArray(String[]::new);
        int[] from = places.stream().mapToInt(Integer::intValue).toArray();
        return spread(Tables.of(given, names), from, inputs.rowCount());
    }

    private static Table spread(Table made, int[] places, int rows) {
        if (places.length == rows) {
            return made;
        }
        var from = new int[rows];
        Arrays.fill(from, -1);
        for (int i = 0; i < places.length; i++) {
            from[places[i]] = i;
        }
        List<Column<?>> columns =
                made.columns().stream().<Column<?>>map(each -> Cells.gather(each, from)).toList();
        return Table.create(made.name(), columns);
    }

    private static Column<?> missing(RecordComponent component, int rows) {
        var type = TYPES.getOrDefault(component.getType(), Type.TEXT);
        var column = Cells.column(component.getName(), type);
        for (int row = 0; row < rows; row++) {
            column.appendMissing();
        }
        return column;
    }
}
