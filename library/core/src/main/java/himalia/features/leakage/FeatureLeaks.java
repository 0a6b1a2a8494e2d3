package himalia.features.leakage;

import himalia.display.bundle.Amount;
import himalia.display.bundle.InterruptCheck;
import himalia.model.Labels;
import himalia.table.Moments;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.HypergeometricDistribution;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What single columns tell of the label. */
final class FeatureLeaks {
    private static final double PURE = 0.98;

    private static final double SECONDS_A_DAY = 86_400;

    /** Of the other classes there is less than this share of what chance would put there. */
    private static final double MIXED = 0.13;

    private static final double RARE = 1e-4;
    private static final int ENOUGH = 10;

    /** In deviations of chance: of two rare rows, one column in some hundreds orders both to the end. */
    private static final double SURE = 3.5;

    /** Numbers that come so often each, in the mean, may be codes, whose order tells nothing. */
    private static final int ROWS_OF_A_LEVEL = 10;

    private final Table train;
    private final Table test;
    private final Labels learnt;
    private final Labels asked;
    private final int[] counts;

    /** Of each column the class that it orders best among those that it orders better than chance would, of so few rows. */
    private final Map<String, Told> told = new HashMap<>();

    FeatureLeaks(Table train, Table test, String label) {
        this.train = train;
        this.test = test;
        this.learnt = Labels.toLearn(train, label);
        this.counts = learnt.counts();
        this.asked = Labels.toCompare(test, label, learnt.classes(), "the training table has only");
    }

    List<String> classes() {
        return learnt.classes();
    }

    /**
     * Returns how well each column tells the classes: numbers, dates and times by their order, on the training table; texts, and
     * numbers of few values where that tells more, by their levels, on the test table.
     */
    Map<String, Double> auc(List<String> columns) {
        var found = new LinkedHashMap<String, Double>();
        var interrupt = new InterruptCheck();
        for (var name : columns) {
            interrupt.ask();
            double auc = Double.NaN;
            if (isOrdered(name)) {
                var values = ordered(train, name);
                var ranked = new RankedValues(learnt, values);
                auc = most(name, 0.5, ranked::auc, ranked::deviation);
                if (Numbers.are(test, name) && areFew(values)) {
                    byLevel(name, auc, levels(values), levels(ordered(test, name)));
                    var best = told.get(name);
                    auc = best == null ? auc : Math.max(auc, best.auc());
                }
            } else if (train.column(name) instanceof StringColumn texts
                    && test.column(name) instanceof StringColumn others) {
                auc = byLevel(name, 0.5, texts.asObjectArray(), others.asObjectArray());
            }
            if (!Double.isNaN(auc)) {
                found.put(name, auc);
            }
        }
        return found;
    }

    private boolean isOrdered(String name) {
        return Numbers.are(train, name) || Seconds.are(train.column(name));
    }

    /** Returns a column as numbers in its order; NaN where one is missing. */
    private static double[] ordered(Table table, String name) {
        return Numbers.are(table, name)
                ? Numbers.read(table, name)
                : Seconds.of(table.column(name));
    }

    /** Of two values the order tells all. */
    private static boolean areFew(double[] values) {
        var present = DoubleStream.of(values).filter(value -> !Double.isNaN(value)).toArray();
        long different = DoubleStream.of(present).distinct().count();
        return different > 2 && different * ROWS_OF_A_LEVEL <= present.length;
    }

    private static Object[] levels(double[] values) {
        return DoubleStream.of(values).map(value -> value + 0.0).boxed().toArray();
    }

    private double byLevel(String name, double known, Object[] levels, Object[] others) {
        var each = asked.counts();
        return most(
                name,
                known,
                new LevelRates(levels, learnt, others, asked)::auc,
                code -> RankedValues.deviation(each[code], asked.size()));
    }

    /**
     * Of the classes the one that is told best, in either direction.
     *
     * @param known what another way tells already: what is hardly above it is chance
     */
    private double most(
            String name, double known, IntToDoubleFunction aucOf, IntToDoubleFunction deviationOf) {
        int classes = learnt.classes().size();
        double most = Double.NaN;
        for (int code = classes == 2 ? 1 : 0; code < classes; code++) {
            double auc = aucOf.applyAsDouble(code);
            auc = Math.max(auc, 1 - auc);
            double deviation = deviationOf.applyAsDouble(code);
            if (auc - 0.5 > SURE * deviation && auc - known > deviation) {
                told.merge(
                        name,
                        new Told(learnt.classes().get(code), auc),
                        (one, other) -> other.auc() > one.auc() ? other : one);
            }
            most = Double.isNaN(most) || auc > most ? auc : most;
        }
        return most;
    }

    List<Leak> proxies(Collection<String> columns, double suspect) {
        var leaks = new ArrayList<Leak>();
        for (var name : columns) {
            var best = told.get(name);
            if (best != null && best.auc() > suspect) {
                leaks.add(proxy(name, best));
            }
        }
        return leaks;
    }

    private Leak proxy(String name, Told best) {
        return new Leak(
                Leak.Kind.LABEL_PROXY,
                name,
                String.format(
                        Locale.ROOT,
                        "column '%s' alone tells %s, with an AUC of %.3f",
                        name,
                        learnt.classes().size() == 2
                                ? "the label"
                                : "class '%s' from the others".formatted(best.of()),
                        best.auc()),
                "ask when it is known: what is written down after the label, or made from it, is no feature",
                List.of());
    }

    /** How well a class is told. */
    private record Told(String of, double auc) {}

    /** Columns that are filled for one class only, or whose dates come after the row's time. */
    List<Leak> after(List<String> columns, String time) {
        var leaks = new ArrayList<Leak>();
        for (var name : columns) {
            leaks.addAll(filled(name));
            if (!time.isEmpty() && Moments.areDated(train.column(name))) {
                leaks.addAll(later(name, time));
            }
        }
        return leaks;
    }

    /** A column may be filled for one class, or left empty for one. */
    private List<Leak> filled(String name) {
        var column = train.column(name);
        for (boolean isEmpty : new boolean[] {false, true}) {
            var rows =
                    IntStream.range(0, train.rowCount())
                            .filter(row -> Tables.isMissing(column, row) == isEmpty)
                            .toArray();
            var own = new int[learnt.classes().size()];
            IntStream.of(rows).forEach(row -> own[learnt.code(row)]++);
            for (int code = 0; code < own.length; code++) {
                if (isOf(code, own[code], rows.length)) {
                    return List.of(
                            filled(
                                    name,
                                    isEmpty ? "empty" : "filled",
                                    own[code],
                                    rows.length,
                                    code));
                }
            }
        }
        return List.of();
    }

    private Leak filled(String name, String how, int own, int rows, int code) {
        return new Leak(
                Leak.Kind.AFTER_THE_LABEL,
                name,
                String.format(
                        Locale.ROOT,
                        "column '%s' is %s in %s, and %.0f %% of them are of class '%s', which has %.0f %% of all",
                        name,
                        how,
                        Amount.of(rows, "training row"),
                        100.0 * own / rows,
                        learnt.classes().get(code),
                        100.0 * counts[code] / learnt.size()),
                "it seems to be written down once the label is known; leave it out",
                List.of());
    }

    /**
     * Whether rows are all but of one class, though rows by chance were not: of a class that most rows have, that is told by how
     * few of the others are among them.
     */
    private boolean isOf(int code, int own, int rows) {
        int all = learnt.size();
        int others = all - counts[code];
        if (rows < ENOUGH || rows == all || others == 0) {
            return false;
        }
        int strangers = rows - own;
        double expected = (double) others / all * rows;
        return strangers <= MIXED * expected
                && strangers <= (1 - PURE) * rows
                && new HypergeometricDistribution(null, all, others, rows)
                                .cumulativeProbability(strangers)
                        < RARE;
    }

    private List<Leak> later(String name, String time) {
        if (!Moments.areDated(train.column(time))) {
            return List.of();
        }
        var own = Moments.of(train.column(name));
        var rows = Moments.of(train.column(time));
        // A row of a day may know all that comes before its end.
        boolean isOfDay =
                train.column(time) instanceof DateColumn
                        && !(train.column(name) instanceof DateColumn);
        double end = isOfDay ? SECONDS_A_DAY - 5e-4 : 0;
        long after =
                IntStream.range(0, own.length).filter(row -> own[row] > rows[row] + end).count();
        if (after == 0) {
            return List.of();
        }
        return List.of(
                new Leak(
                        Leak.Kind.AFTER_THE_LABEL,
                        name,
                        "column '%s' is later than '%s' in %d of %s"
                                .formatted(
                                        name, time, after, Amount.of(own.length, "training row")),
                        "at that time nobody knew it; leave it out, or take what was known by then",
                        List.of()));
    }
}
