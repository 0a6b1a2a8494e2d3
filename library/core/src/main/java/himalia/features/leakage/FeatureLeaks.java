package himalia.features.leakage;

import himalia.display.bundle.Amount;
import himalia.model.Labels;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What single columns tell of the label. */
final class FeatureLeaks {
    private static final double PURE = 0.98;
    private static final double MIXED = 0.85;
    private static final int ENOUGH = 10;

    private final Table train;
    private final Table test;
    private final Labels learnt;
    private final Labels asked;

    FeatureLeaks(Table train, Table test, String label) {
        this.train = train;
        this.test = test;
        this.learnt = Labels.toLearn(train, label);
        this.asked = Labels.toCompare(test, label, learnt.classes(), "the training table has only");
    }

    List<String> classes() {
        return learnt.classes();
    }

    /** Returns how well each column orders the classes: of numbers on the training table, of texts on the test table. */
    Map<String, Double> auc(List<String> columns) {
        var found = new LinkedHashMap<String, Double>();
        for (var name : columns) {
            double auc = Double.NaN;
            if (Numbers.are(train, name)) {
                auc = most(new RankedValues(learnt, Numbers.read(train, name))::auc);
            } else if (train.column(name) instanceof StringColumn texts
                    && test.column(name) instanceof StringColumn those) {
                auc = most(new TextRates(texts, learnt, those, asked)::auc);
            }
            if (!Double.isNaN(auc)) {
                found.put(name, auc);
            }
        }
        return found;
    }

    /** Of the classes the one that is told best, in either direction. */
    private double most(IntToDoubleFunction aucOf) {
        int classes = learnt.classes().size();
        double most = Double.NaN;
        for (int code = classes == 2 ? 1 : 0; code < classes; code++) {
            double auc = aucOf.applyAsDouble(code);
            auc = Math.max(auc, 1 - auc);
            most = Double.isNaN(most) || auc > most ? auc : most;
        }
        return most;
    }

    static List<Leak> proxies(Map<String, Double> auc, double suspect) {
        var leaks = new ArrayList<Leak>();
        auc.forEach(
                (name, value) -> {
                    if (value > suspect) {
                        leaks.add(
                                new Leak(
                                        Leak.Kind.LABEL_PROXY,
                                        name,
                                        String.format(
                                                Locale.ROOT,
                                                "column '%s' alone tells the label, with an AUC of %.3f",
                                                name,
                                                value),
                                        "ask when it is known: what is written down after the label, or made from it, is no feature",
                                        List.of()));
                    }
                });
        return leaks;
    }

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

    private List<Leak> filled(String name) {
        var column = train.column(name);
        double all = train.rowCount();
        int present = train.rowCount() - Tables.countMissing(column);
        if (present < ENOUGH || present == train.rowCount()) {
            return List.of();
        }
        var counts = learnt.counts();
        var filled = new int[counts.length];
        for (int row = 0; row < train.rowCount(); row++) {
            filled[learnt.code(row)] += Tables.isMissing(column, row) ? 0 : 1;
        }
        for (int code = 0; code < counts.length; code++) {
            double base = counts[code] / all;
            double here = (double) filled[code] / present;
            if (here >= PURE && base <= MIXED) {
                return List.of(
                        new Leak(
                                Leak.Kind.AFTER_THE_LABEL,
                                name,
                                String.format(
                                        Locale.ROOT,
                                        "column '%s' is filled in %s, and %.0f %% of them are of class '%s', which has %.0f %% of all",
                                        name,
                                        Amount.of(present, "training row"),
                                        100 * here,
                                        learnt.classes().get(code),
                                        100 * base),
                                "it seems to be written down once the label is known; leave it out",
                                List.of()));
            }
        }
        return List.of();
    }

    private List<Leak> later(String name, String time) {
        if (!Moments.areDated(train.column(time))) {
            return List.of();
        }
        var own = Moments.of(train.column(name));
        var rows = Moments.of(train.column(time));
        long after = IntStream.range(0, own.length).filter(row -> own[row] > rows[row]).count();
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
