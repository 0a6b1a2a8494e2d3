package himalia.storage;

import himalia.display.bundle.Listed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.arrow.vector.types.pojo.ArrowType;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What a new file does not hold as it was: refused by the column's name, or written down where that is allowed. */
final class Losses {
    private static final String OTHERWISE = "take it out, or say";

    private static final int LISTED = 20;

    private final Format target;
    private final boolean isAllowed;
    private final boolean tellsTexts;
    private final List<String> lost = new ArrayList<>();
    private final Set<String> infinite = new HashSet<>();

    private Losses(Format target, boolean isAllowed, boolean tellsTexts) {
        this.target = target;
        this.isAllowed = isAllowed;
        this.tellsTexts = tellsTexts;
    }

    /** Begins with a file that is made of values with types. */
    static Losses of(Format target, ConvertOptions options) {
        return new Losses(target, options.isLossy(), true);
    }

    /** Begins with a file whose values are copied as they were written, or whose losses nobody asks for. */
    static Losses ofTexts(Format target, ConvertOptions options) {
        return new Losses(target, options.isLossy(), false);
    }

    /** Returns whether texts are told that a CSV file gives back as numbers: looking for them takes time. */
    boolean tellsTexts() {
        return tellsTexts;
    }

    /** Returns what was lost, by column. */
    List<String> lost() {
        return List.copyOf(lost);
    }

    /** Returns all rows as the format can hold them. */
    Table table(ArrowBatches batches) throws IOException {
        var fields = batches.reader().getVectorSchemaRoot().getSchema().getFields();
        if (target == Format.EXCEL) {
            ExcelWriter.refuseWide(fields.size());
        }
        var table = TableBuilder.read(batches.reader(), "table");
        for (var field : fields) {
            // A file of numbers leaves texts out, and says so itself.
            if (target == Format.LIBSVM
                    || !(table.column(field.getName()) instanceof StringColumn)) {
                continue;
            }
            if (field.getType() instanceof ArrowType.Decimal) {
                tell(
                        "made texts: ",
                        "column '%s' holds decimals of more digits than doubles have, which the format keeps"
                                .formatted(field.getName()));
            } else if (field.getType() instanceof ArrowType.Timestamp
                    || field.getType() instanceof ArrowType.Time) {
                tell(
                        "made texts: ",
                        "column '%s' holds times past milliseconds, or the year 32767, which the format has as texts alone"
                                .formatted(field.getName()),
                        cut(field.getType()));
            }
        }
        return isAllowed ? LossyTable.of(table, target, lost) : table;
    }

    /** How such times lose their last digits; those of the day alone are no moments, which are what is cut. */
    private static String cut(ArrowType type) {
        return type instanceof ArrowType.Timestamp moment
                ? "cut them (Storage.read, then Columns.%s), or say"
                        .formatted(moment.getTimezone() == null ? "toDatetime" : "toInstant")
                : OTHERWISE;
    }

    /** JSON has no such number. */
    void infinity(String column, long row, String value) throws IOException {
        if (infinite.add(column)) {
            tell(
                    "made null: ",
                    "column '%s' holds %s in row %d; JSON has no infinity"
                            .formatted(column, value, row));
        }
    }

    /** The columns of a JSON file are the keys of its rows. */
    void columns(List<String> names) throws IOException {
        tell(
                "left out: ",
                "there are no rows, and without one a JSON file does not have the column%s %s"
                        .formatted(names.size() == 1 ? "" : "s", Listed.of(names, LISTED)),
                "take .parquet or .csv, or say");
    }

    /** Notes what only the next reader of a file takes for something else: that is refused to nobody. */
    void note(String words) {
        lost.add(words);
    }

    private void tell(String what, String why) throws IOException {
        tell(what, why, OTHERWISE);
    }

    private void tell(String what, String why, String otherwise) throws IOException {
        if (!isAllowed) {
            throw BadFile.because(
                    "%s: %s --lossy, ConvertOptions.defaults().lossy()".formatted(why, otherwise));
        }
        lost.add(what + why);
    }
}
