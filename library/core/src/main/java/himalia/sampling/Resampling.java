package himalia.sampling;

import static himalia.display.bundle.Given.given;

import himalia.display.chart.Panels;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * What a sampler made of a table: the new table, and of every row where it comes from, or why it is gone. A notebook shows it as a
 * picture: the rows before, those crossed that go, and the rows after, those hollow that came, on their way between two.
 *
 * <pre>{@code
 * Resampling done = new SmoteTomek(5, 42).trace(train, "churned");
 * done.table()   // the rows to learn from
 * done.rows()    // row, how, from, to, at, because
 * done.picture().dark()
 * }</pre>
 */
public final class Resampling {
    private final Table table;
    private final Draft draft;
    private final List<Column<?>> given;
    private final String label;
    private final Supplier<Classes> classes;
    private final String change;

    Resampling(Table table, Draft draft, Table given, String label, Classes classes) {
        this(table, draft, given, label, () -> classes, "");
    }

    private Resampling(
            Table table,
            Draft draft,
            Table given,
            String label,
            Supplier<Classes> classes,
            String change) {
        this.table = table;
        this.draft = draft;
        this.given = List.copyOf(given.columns());
        this.label = label;
        this.classes = classes;
        this.change = change;
    }

    /**
     * Tells of a table whose first rows are the given ones, and below them changed copies of these.
     *
     * @param table the rows and their copies
     * @param given the rows alone
     * @param originals of each copy the number of its row
     * @param change what the copies were changed by, in words
     */
    public static Resampling ofCopies(
            Table table, Table given, String label, int[] originals, String change) {
        // The user's own column may be another one later; copies may be of rows without classes.
        var labels = Table.create(Tables.column(given(given, "given"), label).copy());
        given(originals, "originals");
        if (given(table, "table").rowCount() != given.rowCount() + originals.length) {
            throw new IllegalArgumentException(
                    "%d rows and %d copies are not the %d rows of the table"
                            .formatted(given.rowCount(), originals.length, table.rowCount()));
        }
        var draft = new Draft(given.rowCount());
        for (int original : originals) {
            draft.make(Objects.checkIndex(original, given.rowCount()));
        }
        return new Resampling(
                table,
                draft,
                given,
                label,
                () -> Classes.of(labels, label),
                given(change, "change"));
    }

    /** Returns the new table. */
    public Table table() {
        return table;
    }

    /**
     * Returns in words of which classes fewer rows were added, or stay, than asked for, and why, and which have no row left; empty where all is well.
     *
     * <pre>{@code
     * new SvmSmote(5, 42).trace(train, "churned").shortfall()
     * }</pre>
     */
    public String shortfall() {
        var words = new ArrayList<>(draft.shortfalls());
        var gone = gone();
        if (!gone.isEmpty()) {
            words.add(
                    "class '%s' has no row left, and no model can learn it; take another strategy, fewer neighbours where there are some, or a sampler that only adds"
                            .formatted(String.join("', '", gone)));
        }
        return String.join("; ", words);
    }

    /** Returns the classes that have no row left. */
    private List<String> gone() {
        if (IntStream.range(0, draft.entries()).allMatch(draft::stays)) {
            return List.of();
        }
        var of = classes.get();
        var left = new BitSet();
        IntStream.range(0, draft.entries())
                .filter(draft::stays)
                .forEach(entry -> left.set(of.codes()[draft.from(entry)]));
        return IntStream.range(0, of.names().size())
                .filter(code -> !left.get(code))
                .mapToObj(of.names()::get)
                .toList();
    }

    /**
     * Returns a line for each row that was given and each that was added, in this order; a line's number is that row's.
     *
     * <ul>
     *   <li>{@code row}: where it is in the new table; missing if it was removed;
     *   <li>{@code how}: {@code kept}, {@code removed}, {@code copied} or {@code made};
     *   <li>{@code from}: the given row that it is, is a copy of, or starts from;
     *   <li>{@code to}, {@code at}: of a row that was made between two, the second, and how far it is on the way there,
     *       below zero where it lies on the other side;
     *   <li>{@code because}: of a row that was removed, the row that was the reason, where there is one;
     *   <li>{@code by}: of a changed copy, what it was changed by; only where rows were augmented.
     * </ul>
     */
    public Table rows() {
        var row = IntColumn.create("row", draft.entries());
        var how = StringColumn.create("how", draft.entries());
        var from = IntColumn.create("from", draft.entries());
        var to = IntColumn.create("to", draft.entries());
        var at = DoubleColumn.create("at", draft.entries());
        var because = IntColumn.create("because", draft.entries());
        var place = 0;
        for (var entry = 0; entry < draft.entries(); entry++) {
            boolean stays = draft.stays(entry);
            if (stays) {
                row.set(entry, place++);
            }
            how.set(entry, stays ? draft.how(entry) : "removed");
            from.set(entry, draft.from(entry));
            set(to, entry, draft.to(entry));
            at.set(entry, draft.at(entry));
            set(because, entry, draft.because(entry));
        }
        var rows = Table.create("rows", row, how, from, to, at, because);
        return change.isEmpty() ? rows : rows.addColumns(by());
    }

    private StringColumn by() {
        var by = StringColumn.create("by", draft.entries());
        for (var entry = draft.given(); entry < draft.entries(); entry++) {
            by.set(entry, change);
        }
        return by;
    }

    /**
     * Returns how many rows each class had and has, stage by stage: {@code class}, {@code before}, {@code added}, {@code removed} of
     * those, {@code dropped} of the given ones, {@code after}. SMOTE-ENN removes rows that SMOTE has just made; this tells them apart.
     */
    public Table counts() {
        return new ResamplingCounts(draft, classes.get()).stages();
    }

    /**
     * Returns how many of the new rows each given row began, as ADASYN shares them out by density: {@code row}, {@code class}, {@code
     * made}; without rows of classes that did not grow.
     */
    public Table made() {
        return new ResamplingCounts(draft, classes.get()).made();
    }

    /**
     * Returns the rows before and after side by side, on the same axes: two columns of numbers as they are, or of more their first two
     * principal components. Of many rows some are drawn, by chance. They are those of the table as it was sampled: columns that were
     * added or replaced since are not seen, nor rows that were appended. Cells that were set since lie where they are now.
     *
     * @throws IllegalArgumentException if the table has fewer than two columns of numbers besides the label, or has lost rows since
     */
    public Panels picture() {
        return ResamplingPicture.of(
                this,
                FirstRows.of(given, draft.given(), "the table"),
                FirstRows.of(table.columns(), size(), "the new table"),
                classes.get(),
                label,
                draft,
                !change.isEmpty());
    }

    /** How many rows the new table was made with. */
    int size() {
        return draft.kept().length;
    }

    private static void set(IntColumn column, int entry, int value) {
        if (value != Draft.NONE) {
            column.set(entry, value);
        }
    }

    /** The counts in words: {@code 300 rows → 528: 290 kept, 10 removed, 238 made}. */
    @Override
    public String toString() {
        var counts = new LinkedHashMap<String, Integer>();
        for (var how : List.of("kept", "removed", "copied", "made")) {
            counts.put(how, 0);
        }
        int madeAndRemoved = 0;
        for (var entry = 0; entry < draft.entries(); entry++) {
            boolean stays = draft.stays(entry);
            counts.merge(stays ? draft.how(entry) : "removed", 1, Integer::sum);
            madeAndRemoved += !stays && entry >= draft.given() ? 1 : 0;
        }
        var ofMade =
                madeAndRemoved == 0 ? "" : " (%,d of them made before)".formatted(madeAndRemoved);
        return "%s → %,d: %s"
                .formatted(
                        ResamplingWords.rows(draft.given()),
                        size(),
                        counts.entrySet().stream()
                                .filter(each -> each.getKey().equals("kept") || each.getValue() > 0)
                                .map(
                                        each ->
                                                "%,d %s%s"
                                                        .formatted(
                                                                each.getValue(),
                                                                each.getKey(),
                                                                each.getKey().equals("removed")
                                                                        ? ofMade
                                                                        : ""))
                                .collect(Collectors.joining(", ")));
    }
}
