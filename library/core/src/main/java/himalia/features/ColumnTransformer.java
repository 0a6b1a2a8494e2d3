package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.model.Feature;
import himalia.model.Provenance;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import tech.tablesaw.api.Table;

/**
 * Steps for each kind of columns, which are one step.
 *
 * <pre>{@code
 * Step ready = ColumnTransformer.of(ColumnTransformer.Kind.NUMBERS, new SimpleImputer(), new StandardScaler())
 *         .and(ColumnTransformer.Kind.CATEGORIES, new OneHotEncoder(OneHotEncoder.Unknown.IGNORE))
 *         .and(List.of("when"), new DateParts());
 * Pipeline.of(ready).train(new LogisticRegression(1.0)).fit(train, "churned");
 * }</pre>
 *
 * <p>As scikit-learn's, but that a column of which nothing is said stays. Kinds are those of the table that comes: the numbers that an encoder
 * makes are not scaled by the steps for numbers. A column that is named is not among those of its kind. A table none of whose columns
 * has steps is refused; a kind of which there is no column is told by the fitted step.
 *
 * @param branches which steps are for which columns
 */
public record ColumnTransformer(List<Branch> branches) implements LabelledStep {
    /** What columns hold. */
    public enum Kind {
        /** Numbers, whole ones and others. */
        NUMBERS,
        /** True and false. */
        BOOLEANS,
        /** Texts of which there are few. */
        CATEGORIES,
        /** Texts of which there are many. */
        TEXTS,
        /** Dates, times, and points in time. */
        DATES,
        /** Those that are named. */
        NAMED;

        boolean has(Feature feature) {
            return switch (feature.type()) {
                case NUMBER, WHOLE_NUMBER, LONG_NUMBER -> this == NUMBERS;
                case BOOLEAN -> this == BOOLEANS;
                case CATEGORY -> this == CATEGORIES;
                case TEXT -> this == TEXTS;
                case DATE, TIME, DATE_TIME, INSTANT -> this == DATES;
                case TENSOR -> false;
            };
        }
    }

    /**
     * Steps for some columns.
     *
     * @param kind which ones
     * @param columns their names, where they are named
     * @param steps the steps, in order
     */
    public record Branch(Kind kind, List<String> columns, List<Step> steps) {
        public Branch {
            given(kind, "kind");
            given(columns, "columns");
            given(steps, "steps");
            steps.forEach(step -> Handed.check(step, "step"));
            columns = List.copyOf(columns);
            steps = List.copyOf(steps);
            if ((kind == Kind.NAMED) == columns.isEmpty()) {
                throw new IllegalArgumentException(
                        columns.isEmpty()
                                ? "there is no name of a column, and steps are for columns that are named or for a kind of columns: name some, List.of(\"age\"), or take a kind, ColumnTransformer.Kind.NUMBERS"
                                : "steps are for columns of kind %s or for columns that are named, got both, %s; take ColumnTransformer.Kind.NAMED"
                                        .formatted(kind, columns));
            }
        }
    }

    public ColumnTransformer {
        given(branches, "branches");
        branches = List.copyOf(branches);
        var named = new HashSet<String>();
        var kinds = EnumSet.noneOf(Kind.class);
        for (var branch : branches) {
            if (branch.kind() != Kind.NAMED && !kinds.add(branch.kind())) {
                throw new IllegalArgumentException(
                        "kind %s comes twice; put all of its steps in one place"
                                .formatted(branch.kind()));
            }
            for (var column : branch.columns()) {
                if (!named.add(column)) {
                    throw new IllegalArgumentException(
                            "column '%s' is named twice; put all of its steps in one place"
                                    .formatted(column));
                }
            }
        }
    }

    /** Begins with steps for a kind of columns. */
    public static ColumnTransformer of(Kind kind, Step... steps) {
        return new ColumnTransformer(List.of()).and(kind, steps);
    }

    /** Begins with steps for columns that are named. */
    public static ColumnTransformer of(List<String> columns, Step... steps) {
        return new ColumnTransformer(List.of()).and(columns, steps);
    }

    /** Returns the same, with steps for a kind of columns. */
    public ColumnTransformer and(Kind kind, Step... steps) {
        return with(new Branch(kind, List.of(), Arrays.asList(given(steps, "steps"))));
    }

    /** Returns the same, with steps for columns that are named. */
    public ColumnTransformer and(List<String> columns, Step... steps) {
        return with(new Branch(Kind.NAMED, columns, Arrays.asList(given(steps, "steps"))));
    }

    private ColumnTransformer with(Branch branch) {
        var more = new ArrayList<>(branches);
        more.add(branch);
        return new ColumnTransformer(more);
    }

    @Override
    public FittedStep fit(Table table, String label) {
        Tables.column(table, label);
        return learnt(table, label).step();
    }

    @Override
    public FittedStep fit(Table features) {
        return learnt(features, "").step();
    }

    @Override
    public LearntRows fitApply(Table table, String label) {
        Tables.column(table, label);
        var learnt = learnt(table, label);
        return new LearntRows(learnt.step(), Columns.own(learnt.rows(), table));
    }

    private LearntRows learnt(Table table, String label) {
        KindsOfColumns.check(this, table, label);
        var steps = new ArrayList<FittedStep>();
        var reads = new ArrayList<Feature>();
        var rows = table;
        for (var branch : branches) {
            var features = features(branch, table, label);
            reads.addAll(features);
            var names = new ArrayList<>(features.stream().map(Feature::name).toList());
            int first = steps.size();
            for (var step : branch.steps()) {
                if (names.isEmpty()) {
                    break;
                }
                var learnt = one(step, rows, names, label, branch);
                steps.add(learnt.step());
                var before = rows.columnNames();
                rows = learnt.rows();
                names.removeIf(name -> !learnt.rows().containsColumn(name));
                learnt.rows().columnNames().stream()
                        .filter(name -> !before.contains(name) && !names.contains(name))
                        .forEach(names::add);
            }
            KindsOfColumns.checkTaken(branch, features, table, steps.subList(first, steps.size()));
        }
        var seen = label.isEmpty() ? table : table.rejectColumns(label);
        return new LearntRows(new FittedSteps(this, reads, steps, Provenance.of(seen)), rows);
    }

    /** Fits a step on its columns alone; it leaves all others, so it can be applied to the whole table. */
    private static LearntRows one(
            Step step, Table rows, List<String> names, String label, Branch branch) {
        try {
            return one(step, rows, names, label);
        } catch (IllegalArgumentException e) {
            throw OutsideOfBranch.told(e, step, rows, names, label, branch);
        }
    }

    private static LearntRows one(Step step, Table rows, List<String> names, String label) {
        var own = Table.create(rows.name());
        for (var column : rows.columns()) {
            if (names.contains(column.name()) || column.name().equals(label)) {
                own.addColumns(column);
            }
        }
        if (!label.isEmpty()) {
            var learnt = RenamedStep.of(Handed.learn(step, own, label), own, rows);
            return new LearntRows(learnt.step(), back(rows, own, learnt.rows(), label));
        }
        var fitted = Handed.fit(step, own);
        var learnt = RenamedStep.of(new LearntRows(fitted, Handed.apply(fitted, own)), own, rows);
        return new LearntRows(learnt.step(), back(rows, own, learnt.rows(), label));
    }

    /** Puts what has become of some columns in the place of the first of them. */
    private static Table back(Table rows, Table own, Table done, String label) {
        var all = Table.create(rows.name());
        boolean isDone = false;
        for (var column : rows.columns()) {
            if (!own.containsColumn(column.name()) || column.name().equals(label)) {
                all.addColumns(column);
            } else if (!isDone) {
                done.columns().stream()
                        .filter(each -> !each.name().equals(label))
                        .forEach(all::addColumns);
                isDone = true;
            }
        }
        return all;
    }

    private List<Feature> features(Branch branch, Table table, String label) {
        if (branch.kind() == Kind.NAMED) {
            if (!label.isEmpty()) {
                NewColumns.features(table, label, branch.columns());
            }
            return Columns.chosen(table, branch.columns(), feature -> true, name(), "any");
        }
        return KindsOfColumns.unnamed(this, table, label).filter(branch.kind()::has).toList();
    }

    /** Returns whether all of its steps do the same whatever rows they were fitted on. */
    @Override
    public boolean isStateless() {
        return branches.stream().flatMap(each -> each.steps().stream()).allMatch(Step::isStateless);
    }
}
