package himalia.features.leakage;

import himalia.display.bundle.InterruptCheck;
import himalia.model.Labels;
import himalia.table.LevelCodes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What single columns tell of the label. */
final class FeatureLeaks {
    /** In deviations of chance: of two rare rows, one column in some hundreds orders both to the end. */
    private static final double SURE = 3.5;

    /** Numbers that come so often each, in the mean, may be codes, whose order tells nothing. */
    private static final int ROWS_OF_A_LEVEL = 10;

    private static final int MOST_LEVELS = 20;

    private final Table train;
    private final Table test;
    private final Labels learnt;
    private final Labels asked;

    /** Each training row once: a copy says again what its row has said. */
    private final int[] different;

    /** Of each column the class that it orders best among those that it orders better than chance would, of so few rows. */
    private final Map<String, Told> told = new HashMap<>();

    FeatureLeaks(Table train, Table test, String label) {
        this.train = train;
        this.test = test;
        var classes = LabelClasses.ofBoth(train, test, label);
        this.learnt = Labels.toCompare(train, label, classes);
        this.different = Rows.different(train, learnt);
        this.asked = Labels.toCompare(test, label, classes);
    }

    /** Returns what else is asked of the training table's columns. */
    AfterTheLabel afterTheLabel() {
        return new AfterTheLabel(train, learnt, different);
    }

    List<String> classes() {
        return learnt.classes();
    }

    /**
     * Returns how well each column tells the classes: numbers, dates and times by their order, on the training table; texts, and
     * numbers of few values where that tells more, by their levels, on the test table; a few texts by each of them, on the training
     * table.
     */
    Map<String, Double> auc(List<String> columns) {
        var found = new LinkedHashMap<String, Double>();
        var interrupt = new InterruptCheck();
        for (var name : columns) {
            interrupt.ask();
            double auc = Double.NaN;
            if (isOrdered(name)) {
                var values = ordered(train, name);
                auc = ranked(name, values);
                if (Numbers.are(test, name) && areFew(values)) {
                    byLevel(name, auc, levels(values), levels(ordered(test, name)));
                    var best = told.get(name);
                    auc = best == null ? auc : Math.max(auc, best.auc());
                }
            } else if (train.column(name) instanceof StringColumn texts
                    && test.column(name) instanceof StringColumn others) {
                auc = byLevel(name, 0.5, texts.asObjectArray(), others.asObjectArray());
                byEachLevel(name, texts);
                var best = told.get(name);
                auc =
                        best == null
                                ? auc
                                : Double.isNaN(auc) ? best.auc() : Math.max(auc, best.auc());
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

    /** A few texts, each against all others, tell as truths do: on the training table, which has more rows of a rare class. */
    private void byEachLevel(String name, StringColumn texts) {
        var codes = LevelCodes.few(texts, MOST_LEVELS);
        if (codes.isEmpty()
                || codes.get().levels().size() * ROWS_OF_A_LEVEL > codes.get().countPresent()) {
            return;
        }
        var interrupt = new InterruptCheck();
        var values = new double[texts.size()];
        for (int level = 0; level < codes.get().levels().size(); level++) {
            interrupt.ask();
            for (int row = 0; row < values.length; row++) {
                int code = codes.get().code(row);
                values[row] = code == LevelCodes.MISSING ? Double.NaN : code == level ? 1 : 0;
            }
            ranked(name, values);
        }
    }

    /** All rows tell how well numbers order the classes; how well chance does, those that are different. */
    private double ranked(String name, double[] values) {
        var all = new RankedValues(learnt, values);
        if (different.length == values.length) {
            return most(name, 0.5, all::auc, all::deviation);
        }
        var each = new int[learnt.classes().size()];
        int present = 0;
        for (int row : different) {
            if (!Double.isNaN(values[row])) {
                each[learnt.code(row)]++;
                present++;
            }
        }
        int rows = present;
        return most(name, 0.5, all::auc, code -> RankedValues.deviation(each[code], rows));
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
}
