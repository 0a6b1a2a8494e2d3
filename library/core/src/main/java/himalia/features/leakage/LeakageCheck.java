package himalia.features.leakage;

import static himalia.display.bundle.Given.given;

import himalia.features.FittedStep;
import himalia.model.Model;
import himalia.model.Trainer;
import himalia.table.ColumnNames;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * Looks for what a model could know of test rows before it is judged by them.
 *
 * <pre>{@code
 * LeakageReport report = LeakageCheck.of("churned").check(train, test);
 * LeakageCheck.of("churned")
 *         .time("day")                 // training rows must come before test rows
 *         .group("customer")           // and no customer be in both tables
 *         .without("note")             // a column that is looked at by nobody
 *         .fitted(model)               // must have seen no test row
 *         .from(table)                 // what train and test were made from, by steps
 *         .check(train, test)
 * }</pre>
 *
 * <p>Columns of whole numbers or texts that have another value in every row are taken for keys, and left out; the report names
 * them ({@link LeakageReport#notes()}).
 */
public final class LeakageCheck {
    private final String label;
    private String time = "";
    private String group = "";
    private Set<String> ignored = Set.of();
    private List<Fitted> fitted = List.of();
    private List<Table> origins = List.of();
    private @Nullable Trainer adversary;

    private LeakageCheck(String label) {
        this.label = label;
    }

    /** Begins with the column that is predicted; it names classes. */
    public static LeakageCheck of(String label) {
        return new LeakageCheck(given(label, "label"));
    }

    private LeakageCheck copy() {
        var copy = new LeakageCheck(label);
        copy.time = time;
        copy.group = group;
        copy.ignored = ignored;
        copy.fitted = fitted;
        copy.origins = origins;
        copy.adversary = adversary;
        return copy;
    }

    /** Names the column that says when a row was: dates, times of a date, or numbers that grow. */
    public LeakageCheck time(String column) {
        var copy = copy();
        copy.time = given(column, "time");
        return copy;
    }

    /** Names the column that says whose a row is. */
    public LeakageCheck group(String column) {
        var copy = copy();
        copy.group = given(column, "group");
        return copy;
    }

    /** Leaves more columns out: what they tell is asked by nobody. Rows that differ in them are no duplicates all the same. */
    public LeakageCheck without(String... columns) {
        var copy = copy();
        copy.ignored = new LinkedHashSet<>(ignored);
        copy.ignored.addAll(List.of(given(columns, "columns")));
        return copy;
    }

    /** Adds steps that must have learnt from no test row. */
    public LeakageCheck fitted(FittedStep... steps) {
        var copy = copy();
        copy.fitted = new ArrayList<>(fitted);
        for (var step : given(steps, "steps")) {
            given(step, "a step");
            Fitted.add(copy.fitted, new Fitted(step.step().name(), step.provenance(), step));
        }
        return copy;
    }

    /** Adds models that must have learnt from no test row. */
    public LeakageCheck fitted(Model... models) {
        var copy = copy();
        copy.fitted = new ArrayList<>(fitted);
        for (var model : given(models, "models")) {
            given(model, "a model");
            Fitted.add(
                    copy.fitted,
                    new Fitted(model.trainer().name(), model.provenance(), null, model));
        }
        return copy;
    }

    /** Adds tables that both were made from by steps: with them, rows are known again after they were changed. */
    public LeakageCheck from(Table... tables) {
        var copy = copy();
        copy.origins = new ArrayList<>(origins);
        copy.origins.addAll(List.of(given(tables, "tables")));
        return copy;
    }

    /**
     * Lets a trainer of one's own tell training rows from test rows, in the place of a straight line through numbers. It gets all
     * columns that are compared: texts need a {@code OneHotEncoder} before it in a {@code Pipeline}, dates {@code DateParts}.
     */
    public LeakageCheck adversary(Trainer trainer) {
        var copy = copy();
        copy.adversary = given(trainer, "trainer");
        return copy;
    }

    /**
     * Looks at both tables; they stay as they are.
     *
     * @throws IllegalArgumentException if one has no rows, or lacks the label or a column that was named
     */
    public LeakageReport check(Table train, Table test) {
        checkColumns(train, test);
        return LabelTruths.told(train, test, label, like -> checked(train, like));
    }

    private LeakageReport checked(Table train, Table test) {
        LabelClasses.check(train, test, label);
        var features = new FeatureLeaks(train, test, label);
        var keys = Keys.of(train, test, train.columnNames());
        var columns = columns(train, test, keys);
        var identity = Rows.identity(train, test, label, keys);
        var duplicates = Rows.duplicates(train, test, identity);
        var auc = features.auc(columns);
        var all = Numbers.of(train, test, union(train, columns, identity));
        var numbers = all.select(columns);
        var same = all.select(identity);
        var near = new NearDuplicates(train, test, identity, same);
        double told =
                adversary == null
                        ? Adversary.auc(numbers)
                        : Adversary.auc(adversary, train, test, columns);
        var fits = new FittedOnTest(train, test, label, fitted, origins);
        var leaks =
                new ArrayList<>(new LabelKinds(train, test, label, fitted, origins).leaks(fits));
        if (leaks.stream().noneMatch(leak -> leak.kind() == Leak.Kind.FITTED_ON_TEST)) {
            leaks.addAll(ScaledTogether.leaks(numbers));
        }
        var cells = fits.cells(identity, same, features.classes());
        var equal =
                EqualRows.of(
                        train, test, label, identity, keys, features.classes(), duplicates, cells);
        leaks.addAll(equal);
        var synthetic = SyntheticRows.of(train, test, label, numbers, features.classes());
        leaks.addAll(fits.synthetic(synthetic, features.classes(), this::numbers));
        leaks.addAll(near.leaks(duplicates.keySet()));
        if (!group.isEmpty()) {
            leaks.addAll(Rows.groups(train, test, group));
        }
        if (!time.isEmpty()) {
            leaks.addAll(Rows.time(train, test, time));
        }
        leaks.addAll(features.proxies());
        leaks.addAll(features.afterTheLabel().leaks(columns, time));
        leaks.addAll(
                adversary == null
                        ? Adversary.leaks(told, numbers)
                        : Adversary.leaks(told, train, test, columns));
        var notes = notes(train, test, features.classes(), keys);
        notes.addAll(features.notes());
        notes.addAll(near.notes());
        TellTogether.notes(fitted, test, label, auc).forEach(notes::add);
        return new LeakageReport(
                train.rowCount(),
                test.rowCount(),
                leaks,
                equal.isEmpty() ? Map.of() : duplicates,
                auc,
                told,
                notes);
    }

    private Numbers numbers(Table train, Table test) {
        var keys = Keys.of(train, test, train.columnNames());
        return Numbers.of(train, test, columns(train, test, keys));
    }

    private List<String> notes(Table train, Table test, List<String> classes, Set<String> keys) {
        var notes = new ArrayList<>(LabelClasses.notes(train, test, label));
        keys.stream()
                .filter(name -> !isNamed(name))
                .forEach(name -> notes.add(Keys.note(train, name)));
        train.columnNames().stream()
                .filter(name -> !isNamed(name))
                .flatMap(name -> OtherKind.note(train, test, name).stream())
                .forEach(notes::add);
        train.columnNames().stream()
                .filter(name -> !isNamed(name) && OtherKind.told(train, test, name).isEmpty())
                .flatMap(name -> EmptyCells.all(train, test, name).stream())
                .forEach(notes::add);
        train.columnNames().stream()
                .filter(name -> !isNamed(name) && !keys.contains(name))
                .filter(name -> OtherKind.told(train, test, name).isEmpty())
                .flatMap(name -> UnlikeTables.notes(train, test, name, !time.isEmpty()))
                .forEach(notes::add);
        train.columnNames().stream()
                .filter(name -> !isNamed(name) && !keys.contains(name))
                .flatMap(name -> WholeTexts.note(train, name).stream())
                .forEach(notes::add);
        OtherKind.ofOneTable(train, test)
                .filter(name -> !isNamed(name))
                .map(name -> OtherKind.lacking(train, name))
                .forEach(notes::add);
        if (columns(train, test, Set.of()).isEmpty()) {
            notes.add(
                    "no feature was looked at: beside '%s' there is no column that both tables have"
                            .formatted(label));
        }
        Stream.of(time, group)
                .filter(name -> !name.isEmpty())
                .flatMap(name -> EmptyCells.some(train, test, name))
                .forEach(notes::add);
        var asked =
                train.columnNames().stream().filter(name -> !isNamed(name) && !keys.contains(name));
        LabelClasses.unasked(train, test, label, classes, asked).forEach(notes::add);
        return notes;
    }

    /** Of a column that has been given its part nobody wonders. */
    private boolean isNamed(String name) {
        return ignored.contains(name)
                || name.equals(label)
                || name.equals(time)
                || name.equals(group);
    }

    private void checkColumns(Table train, Table test) {
        Tables.column(train, label, "training table");
        Tables.column(test, label, "test table");
        for (var table : List.of(train, test)) {
            ColumnNames.checkDistinct(table);
            if (table.rowCount() == 0) {
                throw new IllegalArgumentException(
                        "the %s table has no rows; there is nothing to compare"
                                .formatted(table == train ? "training" : "test"));
            }
        }
        for (var name : List.of(time, group)) {
            if (!name.isEmpty()) {
                Tables.column(train, name, "training table");
                Tables.column(test, name, "test table");
            }
        }
        for (var name : ignored) {
            if (name.equals(label)) {
                throw new IllegalArgumentException(
                        "column '%s' is the label, which a check compares by; leave out features only"
                                .formatted(name));
            }
            if (!test.columnNames().contains(name)) {
                Tables.column(train, name, "training table");
            }
        }
    }

    private List<String> columns(Table train, Table test, Set<String> keys) {
        return train.columnNames().stream()
                .filter(name -> !isNamed(name))
                .filter(test.columnNames()::contains)
                .filter(name -> !keys.contains(name))
                .toList();
    }

    private static List<String> union(Table train, List<String> some, List<String> others) {
        return train.columnNames().stream()
                .filter(name -> some.contains(name) || others.contains(name))
                .toList();
    }

    @Override
    public String toString() {
        return "LeakageCheck[label=%s, time=%s, group=%s, without=%s, fitted=%s]"
                .formatted(label, time, group, ignored, fitted.stream().map(Fitted::name).toList());
    }
}
