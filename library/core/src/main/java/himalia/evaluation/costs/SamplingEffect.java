package himalia.evaluation.costs;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Amount;
import himalia.evaluation.Split;
import himalia.model.Labels;
import himalia.model.Trainer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import tech.tablesaw.api.Table;

/**
 * What sampling does to a model's probabilities and to its best threshold, beside what weights and a threshold do without it.
 *
 * <pre>{@code
 * var trainer = new LogisticRegression(1.0);
 * SamplingEffect.of(trainer, trainer.withBalance(), new Smote(5, 42)::resample, train, "churned", 42)
 * }</pre>
 *
 * <p>A sampler that names how many rows a class shall have is to name fewer for such a part, which {@link
 * himalia.sampling.Strategy#scaled} does.
 *
 * <p>The rows are cut in five; each part is judged by models of the other four, and only those four are sampled. A threshold is chosen on four
 * parts for the fifth, so that no row is judged by a threshold that it had a part in. Of a large table some rows are taken, by chance and
 * with the same shares of classes.
 *
 * @param positive the rarer class
 * @param rows how many rows the table has
 * @param judged how many of them were taken
 * @param share the rarer class's share of these
 * @param ways what was done, in order: as it is, balanced weights, sampled, and, where shares explain the difference, sampled with
 *     corrected probabilities
 */
public record SamplingEffect(String positive, int rows, int judged, double share, List<Way> ways) {
    static final String AS_IT_IS = "as it is";
    static final String WEIGHTS = "balanced weights";
    static final String SAMPLED = "sampled";
    static final String CORRECTED = "sampled, corrected";

    /** What is no difference between two F1 of so few rows. */
    private static final double ABOUT = 0.02;

    private static final int MOST_ROWS = 3000;
    private static final int MOST_CELLS = 100_000;
    private static final int LEAST_ROWS = 500;

    /** Of fewer rare rows the figures are a matter of luck; where there are more, that many are taken within these bounds. */
    private static final int ENOUGH_RARE = 200;

    private static final int MOST_ROWS_FOR_RARE = 10_000;
    private static final int MOST_CELLS_FOR_RARE = 400_000;
    private static final int LEAST_OF_CLASS = 20;

    /** An F1 that is shown as 0.00. */
    private static final double NOTHING = 0.005;

    public SamplingEffect {
        given(positive, "positive");
        ways = List.copyOf(given(ways, "ways"));
    }

    /** What a sampler does to the rows of a class. */
    public enum Change {
        /** They are copied or left out by chance alone: {@link PriorCorrection} holds. */
        SHARES,
        /** They are made, or chosen by where they lie: no share of classes explains what that does to probabilities. */
        ROWS
    }

    /**
     * A way to treat a rare class, and how its model did.
     *
     * @param name what was done
     * @param mean the mean probability of the rarer class
     * @param brier the mean square of what the probabilities miss
     * @param f1 what an alarm from probability 0.5 on gives
     * @param threshold where F1 is largest
     * @param bestF1 what such a threshold gives on rows that it was not chosen by
     */
    public record Way(
            String name, double mean, double brier, double f1, double threshold, double bestF1) {
        public Way {
            given(name, "name");
        }

        /** Of few rare rows a threshold is chosen badly, and 0.5 may be better. */
        double most() {
            return Math.max(f1, bestF1);
        }
    }

    /**
     * Trains the models, for a sampler of whose rows nothing is known: probabilities are not corrected. Where it copies rows or leaves some out by chance,
     * give {@link Change#SHARES}, and they are.
     */
    public static SamplingEffect of(
            Trainer trainer,
            Trainer weighted,
            BiFunction<Table, String, Table> sampler,
            Table table,
            String label,
            long seed) {
        return of(trainer, weighted, sampler, Change.ROWS, table, label, seed);
    }

    /**
     * Trains the models.
     *
     * <pre>{@code
     * var trainer = new LogisticRegression(1.0);
     * var under = new RandomUnderSampler(42);
     * SamplingEffect.of(trainer, trainer.withBalance(), under::resample, SamplingEffect.Change.SHARES, train, "churned", 42)
     * }</pre>
     *
     * @param trainer of the models that are asked; logistic regression is quick
     * @param weighted the same with balanced weights
     * @param sampler makes of rows and a label the rows to learn from
     * @param change what that does to the rows of a class; {@link himalia.sampling.Sampler#changesSharesOnly} tells
     * @param seed makes two runs agree
     * @throws IllegalArgumentException if the label has not two classes, or one of them too few rows to judge by
     */
    public static SamplingEffect of(
            Trainer trainer,
            Trainer weighted,
            BiFunction<Table, String, Table> sampler,
            Change change,
            Table table,
            String label,
            long seed) {
        given(trainer, "trainer");
        given(weighted, "weighted");
        given(sampler, "sampler");
        given(change, "change");
        var labels = Labels.toLearn(table, label);
        if (labels.classes().size() != 2) {
            throw new IllegalArgumentException(
                    "what sampling does to probabilities is told of two classes, and '%s' has %d"
                            .formatted(label, labels.classes().size()));
        }
        int most = most(table, labels.counts());
        var taken =
                table.rowCount() <= most
                        ? table
                        : Split.stratified(table, label, (double) most / table.rowCount(), seed)
                                .test();
        var counts = Labels.toCompare(taken, label, labels.classes()).counts();
        int rare = counts[1] <= counts[0] ? 1 : 0;
        if (counts[rare] < LEAST_OF_CLASS) {
            throw new IllegalArgumentException(
                    "what sampling does to probabilities cannot be told from %s of class '%s'%s; it takes %d"
                            .formatted(
                                    Amount.of(counts[rare], "row"),
                                    labels.classes().get(rare),
                                    taken == table
                                            ? ""
                                            : " among %,d drawn of %,d"
                                                    .formatted(taken.rowCount(), table.rowCount()),
                                    LEAST_OF_CLASS));
        }
        var classes = List.of(labels.classes().get(1 - rare), labels.classes().get(rare));
        var folds = new JudgedFolds(taken, label, classes, seed);
        return new SamplingEffect(
                classes.get(1),
                table.rowCount(),
                taken.rowCount(),
                (double) counts[rare] / taken.rowCount(),
                folds.judge(trainer, weighted, sampler, change));
    }

    private static int most(Table table, int[] counts) {
        int columns = table.columnCount();
        long usual = Math.min(MOST_ROWS, MOST_CELLS / columns);
        long forRare =
                (long) ENOUGH_RARE * table.rowCount() / Math.max(1, Math.min(counts[0], counts[1]));
        long bounded =
                Math.min(forRare, Math.min(MOST_ROWS_FOR_RARE, MOST_CELLS_FOR_RARE / columns));
        return (int) Math.max(LEAST_ROWS, Math.max(usual, bounded));
    }

    private Way way(String name) {
        return ways.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no way '" + name + "'"));
    }

    /** Returns what the figures say, in words. */
    public String advice() {
        var plain = way(AS_IT_IS);
        var weights = way(WEIGHTS);
        var sampled = way(SAMPLED);
        double without = Math.max(plain.most(), weights.most());
        // Of few rare rows one more or less that is found is no difference.
        double chance = Math.max(ABOUT, 1 / (share * judged));
        var found =
                String.format(
                        Locale.ROOT,
                        "From 0.5 on or with a threshold of its own, the model without sampling has F1 %.2f, with weights %.2f, sampled %.2f",
                        plain.most(),
                        weights.most(),
                        sampled.most());
        var probabilities =
                String.format(
                        Locale.ROOT,
                        "%s %% of the rows are '%s'; the model says %s %% as it is, and %s %% sampled",
                        percent(share),
                        positive,
                        percent(plain.mean()),
                        percent(sampled.mean()));
        if (Math.max(without, sampled.most()) < NOTHING) {
            return "%s. %s: no model finds any of them; look for columns that tell them, before how rows are sampled."
                    .formatted(probabilities, found);
        }
        return "%s. %s: %s."
                .formatted(
                        probabilities,
                        found,
                        sampled.most() <= without + chance
                                ? "weights or a threshold are often enough, and are here"
                                : "weights or a threshold are often enough, and here sampling finds more; see whether it does with other seeds");
    }

    /** Rounds as the grid above it does, which has the same number as a share of three digits: 0.4975 is a little less. */
    private static String percent(double share) {
        return new BigDecimal(share)
                .setScale(3, RoundingMode.HALF_EVEN)
                .movePointRight(2)
                .toPlainString();
    }

    /** Returns how it was found out. */
    String headline() {
        boolean isCorrected = ways.stream().anyMatch(each -> each.name().equals(CORRECTED));
        return "Judged by %s %,d of them '%s', in five parts; only the four that are learnt from are sampled.%s"
                .formatted(
                        judged == rows
                                ? "%,d rows,".formatted(judged)
                                : "%,d of %,d rows, drawn by chance,".formatted(judged, rows),
                        Math.round(share * judged),
                        positive,
                        isCorrected
                                ? ""
                                : " Sampled probabilities are not corrected, which is right where rows are made, or chosen by where they lie: shares of classes explain only copies and cuts by chance.");
    }

    @Override
    public String toString() {
        return advice();
    }
}
