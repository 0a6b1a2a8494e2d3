package himalia.features.leakage;

import himalia.display.bundle.InterruptCheck;
import himalia.model.Labels;
import himalia.table.LevelCodes;
import himalia.table.RowFingerprints;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What single columns tell of the label. */
final class FeatureLeaks {
    static final double SUSPECT = 0.95;

    /** How often chance may order a class as well, at most. */
    private static final double RARE = 2.3e-4;

    /** In one of so many tables, at most, some column that tells nothing is left to look at. */
    private static final double DOUBT = 0.02;

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

    /** The same of columns that tell a class of so few rows that chance may have done so. */
    private final Map<String, Told> doubtful = new HashMap<>();

    /** Columns that were asked of some class, on whichever table. */
    private final Set<String> columns = new LinkedHashSet<>();

    private @Nullable BothTables both;
    private @Nullable LevelHalves halves;

    FeatureLeaks(Table train, Table test, String label) {
        this.train = train;
        this.test = test;
        var classes = LabelClasses.ofBoth(train, test, label);
        this.learnt = Labels.toCompare(train, label, classes);
        this.different = Rows.different(RowFingerprints.ofEach(train, train.columnNames()), learnt);
        this.asked = Labels.toCompare(test, label, classes);
    }

    private BothTables both() {
        if (both == null) {
            both = new BothTables(train, test, learnt, asked);
        }
        return both;
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
     * numbers of few values where that tells more, by their levels, on the test table, or where that has one class alone on half of the
     * training table; a few texts, first words and last ones by each of them, and numbers by the most frequent one, on the training table.
     */
    Map<String, Double> auc(List<String> names) {
        var found = new LinkedHashMap<String, Double>();
        var interrupt = new InterruptCheck();
        for (var name : names) {
            interrupt.ask();
            double auc = Double.NaN;
            if (isOrdered(name)) {
                var values = ordered(train, name);
                auc = ranked(name, values, () -> asked(name));
                if (Numbers.are(test, name) && areFew(values)) {
                    byLevel(name, auc, levels(values), levels(ordered(test, name)));
                }
                byUsual(name, values);
                auc = best(name, auc);
            } else if (train.column(name) instanceof StringColumn texts
                    && test.column(name) instanceof StringColumn others) {
                auc = byLevel(name, 0.5, texts.asObjectArray(), others.asObjectArray());
                byEachLevel(name, texts, others);
                for (boolean isLast : new boolean[] {false, true}) {
                    byEachLevel(
                            name, WholeTexts.word(texts, isLast), WholeTexts.word(others, isLast));
                }
                auc = best(name, auc);
            }
            if (!Double.isNaN(auc)) {
                found.put(name, auc);
            }
        }
        return found;
    }

    private double best(String name, double auc) {
        var best = told.get(name);
        return best == null || best.auc() < auc ? auc : best.auc();
    }

    /** The number that most rows have may be a code among others, such as a zero for what was not done. */
    private void byUsual(String name, double[] values) {
        var most = UsualNumber.of(values, ROWS_OF_A_LEVEL);
        if (most.isPresent()) {
            double usual = most.getAsDouble();
            ranked(name, UsualNumber.are(values, usual), () -> UsualNumber.are(asked(name), usual));
        }
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

    /** Returns a column of the test table in the same order; NaN where it has another one. */
    private double[] asked(String name) {
        boolean isAlike =
                Numbers.are(train, name)
                        ? Numbers.are(test, name)
                        : Seconds.areBoth(train.column(name), test.column(name));
        return isAlike
                ? ordered(test, name)
                : DoubleStream.generate(() -> Double.NaN).limit(test.rowCount()).toArray();
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
    private void byEachLevel(String name, StringColumn texts, StringColumn others) {
        var codes = LevelCodes.few(texts, MOST_LEVELS);
        if (codes.isEmpty()
                || codes.get().levels().size() * ROWS_OF_A_LEVEL > codes.get().countPresent()) {
            return;
        }
        var interrupt = new InterruptCheck();
        for (var level : codes.get().levels()) {
            interrupt.ask();
            ranked(name, WholeTexts.are(texts, level), () -> WholeTexts.are(others, level));
        }
    }

    /** All rows tell how well numbers order the classes; how well chance does, those that are different. */
    private double ranked(String name, double[] values, Supplier<double[]> others) {
        var all = new RankedValues(learnt, values);
        var each = new int[learnt.classes().size()];
        int present = 0;
        for (int row : different) {
            if (!Double.isNaN(values[row])) {
                each[learnt.code(row)]++;
                present++;
            }
        }
        int rows = present;
        return most(
                name,
                0.5,
                all::auc,
                code -> new RareRows(each[code], rows),
                code -> both().ofOrder(values, others.get(), code, SUSPECT));
    }

    private double byLevel(String name, double known, Object[] levels, Object[] others) {
        if (asked.areOfOneClass()) {
            return byHalves(name, known, levels);
        }
        var each = asked.counts();
        return most(
                name,
                known,
                new LevelRates(levels, learnt, others, asked)::auc,
                code -> new RareRows(each[code], asked.size()),
                code -> both().ofLevels(levels, others, code, SUSPECT));
    }

    private double byHalves(String name, double known, Object[] levels) {
        var cut = halves == null ? LevelHalves.of(learnt, different) : halves;
        halves = cut;
        columns.add(name); // Of one row a class nothing is left to ask, which few() says.
        return most(name, known, cut.auc(levels), cut::rows, code -> 1);
    }

    /**
     * Of the classes the one that is told best, in either direction.
     *
     * @param known what another way tells already: what is hardly above it is chance
     * @param rowsOf of which rows it is told
     * @param chanceOfBoth how often chance tells a class as well in both tables together
     */
    private double most(
            String name,
            double known,
            IntToDoubleFunction aucOf,
            IntFunction<RareRows> rowsOf,
            IntToDoubleFunction chanceOfBoth) {
        double most = Double.NaN;
        for (int code = firstAsked(); code < learnt.classes().size(); code++) {
            double auc = aucOf.applyAsDouble(code);
            auc = Math.max(auc, 1 - auc);
            if (!Double.isNaN(auc)) {
                columns.add(name);
            }
            var rows = rowsOf.apply(code);
            if (auc - known > rows.deviation()) {
                double chance = rows.chance(auc);
                if (chance > RARE && auc > SUSPECT) {
                    chance = Math.min(chance, chanceOfBoth.applyAsDouble(code));
                }
                var here = new Told(learnt.classes().get(code), auc, chance);
                if (chance <= RARE) {
                    told.merge(name, here, (one, other) -> other.auc() > one.auc() ? other : one);
                } else if (auc > SUSPECT) {
                    doubtful.merge(
                            name,
                            here,
                            (one, other) -> other.chance() < one.chance() ? other : one);
                }
            }
            most = Double.isNaN(most) || auc > most ? auc : most;
        }
        return most;
    }

    /** Who tells one of two classes tells the other. */
    private int firstAsked() {
        return learnt.classes().size() == 2 ? 1 : 0;
    }

    /** Returns how often chance may tell one class by one column, if some column and class are left to look at as seldom as wanted. */
    private double doubt(int columns) {
        return DOUBT / Math.max(1, columns) / (learnt.classes().size() - firstAsked());
    }

    /** Returns what the columns tell that were asked. */
    List<Leak> proxies() {
        var leaks = new ArrayList<Leak>();
        for (var name : columns) {
            var best = told.get(name);
            var other = doubtful.get(name);
            if (best != null && best.auc() > SUSPECT) {
                leaks.add(best.leak(name, learnt));
            } else if (other != null && other.chance() <= doubt(columns.size())) {
                leaks.add(other.doubt(name, learnt));
            }
        }
        // What is named by all training rows needs no word of half of them.
        if (!columns.isEmpty() && (halves == null || leaks.isEmpty())) {
            leaks.addAll(few().leaks());
        }
        return leaks;
    }

    /** Returns of which classes no column could be asked. */
    List<String> notes() {
        return columns.isEmpty() ? List.of() : few().notes();
    }

    private FewOfAClass few() {
        double rare = doubt(columns.size());
        return halves == null
                ? FewOfAClass.ofBoth(learnt, asked, different, rare)
                : FewOfAClass.ofHalf(learnt, halves, rare);
    }
}
