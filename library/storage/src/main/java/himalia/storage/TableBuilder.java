package himalia.storage;

import himalia.table.FirstTable;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float2Vector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.TimeStampVector;
import org.apache.arrow.vector.UInt8Vector;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.types.pojo.ArrowType;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Arrow batches into a table in memory. */
final class TableBuilder {
    private TableBuilder() {}

    /** One column that grows by one cell of its vector; the cell is not missing. */
    record Growing(Supplier<Column<?>> grown, Cell cell) {
        Growing(Column<?> column, Cell cell) {
            this(() -> column, cell);
        }

        Column<?> column() {
            return grown.get();
        }
    }

    interface Cell {
        void append(int row);
    }

    /** So many cells are worth the threads. */
    private static final int MANY = 50_000;

    static Table read(ArrowReader batches, String name) throws IOException {
        return Table.create(name, columns(batches));
    }

    /** Returns all rows as columns. What was read becomes columns while more is read. */
    static Column<?>[] columns(ArrowReader batches) throws IOException {
        return columns(batches, new NumberedResult(List.of()), 0);
    }

    /** Returns all rows as those of the columns that are read; many rows are likely so many. */
    static Column<?>[] columns(ArrowReader batches, NumberedResult numbered, int likely)
            throws IOException {
        var root = batches.getVectorSchemaRoot();
        long all = batches instanceof WatchedReader watched ? watched.all() : 0;
        int expected = (int) Math.min(all, Integer.MAX_VALUE - 8);
        FirstTable.begin();
        var vectors = new ArrayList<FieldVector>();
        try (var held = new HeldBatches(root)) {
            for (var vector : root.getFieldVectors()) {
                vectors.add(vector.getField().createVector(vector.getAllocator()));
            }
            var columns = new ArrayList<GrownColumn>();
            var places = IntStream.range(0, vectors.size()).filter(numbered::isRead).toArray();
            for (int place : places) {
                columns.add(
                        new GrownColumn(
                                vectors.get(place), place, numbered.cells(place), expected));
            }
            fill(columns, batches, held, likely);
            var made = new Column<?>[vectors.size()];
            int rows = columns.stream().mapToInt(GrownColumn::rows).max().orElse(0);
            each(places.length, rows, i -> made[places[i]] = columns.get(i).column());
            return made;
        } finally {
            vectors.forEach(FieldVector::close);
        }
    }

    private static void fill(
            List<GrownColumn> columns, ArrowReader batches, HeldBatches held, int likely)
            throws IOException {
        if (!held.load(batches)) {
            each(columns.size(), held.rows(), place -> columns.get(place).append(held));
            return;
        }
        columns.forEach(column -> column.expect(likely));
        try (var lines = new ColumnLines(columns, held)) {
            lines.read(batches, held);
        }
    }

    private static void each(int columns, long rows, Workers.Piece piece) throws IOException {
        if (rows * columns >= MANY) {
            Workers.run(columns, piece);
            return;
        }
        for (int column = 0; column < columns; column++) {
            piece.run(column);
        }
    }

    /** Returns all cells of a vector as a column. */
    static Column<?> column(FieldVector vector) {
        var grown = new GrownColumn(vector, 0, null, vector.getValueCount());
        grown.append(vector.getValueCount());
        return grown.column();
    }

    /** Returns an empty column that takes the cells of a vector one by one. */
    static Growing growing(FieldVector vector) {
        var name = vector.getField().getName();
        var type = vector.getField().getType();
        if (type instanceof ArrowType.Bool) {
            var column = BooleanColumn.create(name);
            var bits = (BitVector) vector;
            return new Growing(column, row -> column.append(bits.get(row) == 1));
        }
        if (type instanceof ArrowType.Int whole) {
            return whole(vector, name, whole);
        }
        if (type instanceof ArrowType.FloatingPoint) {
            return real(vector, name);
        }
        if (type instanceof ArrowType.Decimal decimal) {
            return decimal(vector, name, decimal.getScale());
        }
        if (type instanceof ArrowType.Timestamp stamp) {
            return stamp((TimeStampVector) vector, name, stamp);
        }
        if (type instanceof ArrowType.Date) {
            var column = ExactTimes.days(name);
            var cell = AvroTypes.writer(vector);
            return new Growing(
                    column::column,
                    row -> {
                        var day = LocalDate.ofEpochDay((Integer) cell.read(row));
                        column.append(day, ExactTimes.isExact(day));
                    });
        }
        if (type instanceof ArrowType.Time time) {
            var nanos = AvroTypes.nanosOfDay(vector);
            var column = ExactTimes.ofDay(name, time.getUnit());
            return new Growing(
                    column::column,
                    row -> ExactTimes.append(column, nanos.applyAsLong(row), time.getUnit()));
        }
        var column = StringColumn.create(name);
        var cell = MappedReader.texts(vector);
        return new Growing(column, row -> column.append(cell.read(row)));
    }

    private static Growing whole(FieldVector vector, String name, ArrowType.Int type) {
        var numbers =
                vector instanceof IntVector || type.getBitWidth() < 32
                        ? WholeNumbers.ints(name)
                        : WholeNumbers.longs(name);
        return new Growing(numbers::column, wholeCell(vector, numbers));
    }

    private static Cell wholeCell(FieldVector vector, WholeNumbers numbers) {
        if (vector instanceof IntVector ints) {
            return row -> numbers.append(ints.get(row));
        }
        if (vector instanceof BigIntVector longs) {
            return row -> numbers.append(longs.get(row));
        }
        if (vector instanceof UInt8Vector huge) {
            return row -> numbers.append(huge.getObjectNoOverflow(row));
        }
        var cell = AvroTypes.writer(vector);
        return row -> numbers.append(((Number) cell.read(row)).longValue());
    }

    private static Growing real(FieldVector vector, String name) {
        if (vector instanceof Float8Vector doubles) {
            var column = DoubleColumn.create(name);
            return new Growing(column, row -> column.append(doubles.get(row)));
        }
        var column = FloatColumn.create(name);
        return new Growing(
                column,
                vector instanceof Float4Vector floats
                        ? row -> column.append(floats.get(row))
                        : row -> column.append(((Float2Vector) vector).getValueAsFloat(row)));
    }

    private static Growing decimal(FieldVector vector, String name, int scale) {
        var column =
                new ExactColumn<Double>(
                        DoubleColumn.create(name),
                        number -> BigDecimal.valueOf(number).setScale(scale).toPlainString());
        return new Growing(
                column::column,
                row -> {
                    var number = (BigDecimal) vector.getObject(row);
                    double near = number.doubleValue();
                    column.append(
                            near,
                            BigDecimal.valueOf(near).compareTo(number) == 0,
                            number::toPlainString);
                });
    }

    private static Growing stamp(TimeStampVector vector, String name, ArrowType.Timestamp type) {
        if (type.getTimezone() == null) {
            var column = ExactTimes.local(name, type.getUnit());
            return new Growing(
                    column::column,
                    row -> {
                        var instant = CellTexts.instant(vector.get(row), type.getUnit());
                        var time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
                        column.append(time, ExactTimes.isExact(time));
                    });
        }
        var column = ExactTimes.instants(name, type.getUnit());
        return new Growing(
                column::column,
                row -> {
                    var time = CellTexts.instant(vector.get(row), type.getUnit());
                    column.append(time, ExactTimes.isExact(time));
                });
    }
}
