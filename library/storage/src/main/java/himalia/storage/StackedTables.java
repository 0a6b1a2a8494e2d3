package himalia.storage;

import himalia.table.ExactDoubles;
import himalia.table.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Tables below one another. All have the columns of the first, in any order; of numbers, the type that holds all. */
final class StackedTables {
    /** Formats whose files say, or whose columns as a whole tell, of what type the values are. */
    private static final Set<Format> TYPED =
            EnumSet.of(Format.CSV, Format.PARQUET, Format.ARROW, Format.AVRO);

    private StackedTables() {}

    /** Reads a column of all files at once, where they say what it holds, whatever values the one and the other has of it. */
    interface Together {
        Column<?> column(String name) throws IOException;
    }

    static Table of(Map<Path, Table> tables, Together together) throws IOException {
        var first = tables.entrySet().iterator().next();
        var names = first.getValue().columnNames();
        for (var other : tables.entrySet()) {
            checkNames(first.getKey(), names, other.getKey(), other.getValue().columnNames());
        }
        var columns = new ArrayList<Column<?>>();
        for (var name : names) {
            var parts = new LinkedHashMap<Path, Column<?>>();
            tables.forEach((file, table) -> parts.put(file, table.column(name)));
            columns.add(stacked(parts, together));
        }
        return Table.create("", columns);
    }

    static void checkNames(Path first, List<String> names, Path other, List<String> others)
            throws IOException {
        var here = new HashSet<>(others);
        var lacking = names.stream().filter(name -> !here.contains(name)).toList();
        here.removeAll(names);
        if (!lacking.isEmpty() || !here.isEmpty()) {
            throw BadFile.because(
                    "%s has other columns than %s: %s%s%s; take each by itself"
                            .formatted(
                                    called(other, first),
                                    called(first, other),
                                    lacking.isEmpty() ? "" : "without " + lacking,
                                    lacking.isEmpty() || here.isEmpty() ? "" : ", ",
                                    here.isEmpty() ? "" : "with " + here));
        }
    }

    private static Column<?> stacked(Map<Path, Column<?>> parts, Together together)
            throws IOException {
        Column<?> kind = null;
        Path by = null;
        for (var part : parts.entrySet()) {
            var column = part.getValue();
            if (Tables.countMissing(column) == column.size()) {
                continue;
            }
            if (kind == null || by == null) {
                kind = column;
                by = part.getKey();
            } else if (column instanceof NumericColumn<?> && kind instanceof NumericColumn<?>) {
                kind = wider(kind, column);
            } else if (column.type() != kind.type()) {
                if (mayBeOneKind(column, kind, by)) {
                    return together.column(column.name());
                }
                throw otherKind(column.name(), kind(kind), by, kind(column), part.getKey());
            }
        }
        var like = kind == null ? parts.values().iterator().next() : kind;
        var all = like.emptyCopy();
        for (var part : parts.entrySet()) {
            refuseRounded(all, part.getKey(), part.getValue());
            append(all, part.getValue());
        }
        return all;
    }

    /** Times of microseconds are texts in a table, and those of whole milliseconds none: the files know of both what they are. */
    private static boolean mayBeOneKind(Column<?> one, Column<?> other, Path file) {
        return (one instanceof StringColumn || other instanceof StringColumn)
                && TYPED.contains(Format.find(file).orElse(Format.CSV));
    }

    private static String kind(Column<?> column) {
        return Tables.kind(column) + (column instanceof InstantColumn ? " with a zone" : "");
    }

    /** Of two that have the same name in several folders, the folders tell which is meant. */
    private static String called(Path file, Path other) {
        return file.endsWith(other.getFileName())
                ? FileNames.typed(file)
                : String.valueOf(file.getFileName());
    }

    static IOException otherKind(
            String column, String kind, Path one, String otherKind, Path other) {
        return BadFile.because(
                "column '%s' holds %s in %s and %s in %s%s"
                        .formatted(
                                column,
                                kind,
                                called(one, other),
                                otherKind,
                                called(other, one),
                                mended(kind + " " + otherKind, column, one, other)));
    }

    /** Numbers that were read are no longer as they were written, so the way out begins at the files. */
    private static String mended(String kinds, String column, Path one, Path other) {
        if (Format.find(one).orElse(Format.CSV) != Format.CSV) {
            return "; read each by itself, Storage.read, make it one kind, and put them together: one.append(other)";
        }
        // 03/04/2024 is a text until something says which day it is.
        return kinds.toLowerCase(Locale.ROOT).contains("date") && kinds.contains("text")
                ? "; where these are dates, say how they are written, CsvOptions.defaults().dateFormat(\"dd/MM/yyyy\")"
                : "; select * from read_csv(['%s', '%s'], types = {'%s': 'VARCHAR'}) in %%%%sql has it as texts from both"
                        .formatted(
                                FileNames.typed(one),
                                FileNames.typed(other),
                                column.replace("'", "''"));
    }

    private static Column<?> wider(Column<?> one, Column<?> other) {
        if (one.type() == other.type()) {
            return one;
        }
        boolean isWhole = isWhole(one) && isWhole(other);
        return isWhole ? LongColumn.create(one.name()) : DoubleColumn.create(one.name());
    }

    private static boolean isWhole(Column<?> column) {
        return column.type() == ColumnType.SHORT
                || column.type() == ColumnType.INTEGER
                || column.type() == ColumnType.LONG;
    }

    /** A key past 2⁵³ beside a number with a fraction would become another key. */
    private static void refuseRounded(Column<?> all, Path file, Column<?> part) throws IOException {
        if (!(all instanceof DoubleColumn) || !(part instanceof LongColumn whole)) {
            return;
        }
        for (int row = 0; row < whole.size(); row++) {
            if (!whole.isMissing(row) && !ExactDoubles.isExact(whole.getLong(row))) {
                throw BadFile.because(
                        "column '%s' holds %d in %s, which beside the numbers of another file would be rounded"
                                .formatted(part.name(), whole.getLong(row), file.getFileName()));
            }
        }
    }

    private static void append(Column<?> all, Column<?> part) {
        for (int row = 0; row < part.size(); row++) {
            if (Tables.isMissing(part, row)) {
                all.appendMissing();
            } else if (all instanceof DoubleColumn numbers) {
                numbers.append(((Number) part.get(row)).doubleValue());
            } else if (all instanceof LongColumn numbers) {
                numbers.append(((Number) part.get(row)).longValue());
            } else {
                all.appendObj(part.get(row));
            }
        }
    }
}
