package himalia.sampling;

import static himalia.display.bundle.Given.given;

import himalia.table.Tables;
import java.util.random.RandomGenerator;
import tech.tablesaw.api.Table;

/**
 * Adds copies of rows of the rare classes, drawn with replacement; the given rows come first, in order.
 *
 * <pre>{@code
 * Table balanced = new RandomOverSampler(42).resample(train, "churned");
 * Table spread = new RandomOverSampler(Strategy.AUTO, 1.0, 42).resample(train, "churned");
 * }</pre>
 *
 * <p>With a shrinkage above zero copies are spread about their rows by normal noise, as wide as a kernel density estimate
 * of the class would have it, times the shrinkage; then features must be numbers.
 *
 * <p>G. Menardi, N. Torelli (2014): Training and assessing classification rules with imbalanced data. Data Mining and
 * Knowledge Discovery 28, 92–122.
 *
 * @param strategy which classes grow, and to how many rows
 * @param shrinkage how far copies are spread; 0 for plain copies
 * @param seed makes two runs agree
 */
public record RandomOverSampler(Strategy strategy, double shrinkage, long seed)
        implements SeededSampler {
    public RandomOverSampler {
        given(strategy, "strategy");
        if (!(shrinkage >= 0) || Double.isInfinite(shrinkage)) {
            throw new IllegalArgumentException("shrinkage must be 0 or more, got " + shrinkage);
        }
    }

    public RandomOverSampler(Strategy strategy, long seed) {
        this(strategy, 0, seed);
    }

    public RandomOverSampler(long seed) {
        this(Strategy.AUTO, seed);
    }

    @Override
    public boolean changesSharesOnly() {
        return shrinkage == 0;
    }

    @Override
    public Resampling trace(Table table, String label, RandomGenerator random) {
        if (shrinkage > 0) {
            return spread(Examples.of(table, label, "RandomOverSampler with a shrinkage"), random);
        }
        var classes = Classes.of(table, label);
        var draft = new Draft(table.rowCount());
        strategy.targets(Strategy.Kind.ADD, classes)
                .forEach(
                        (code, count) -> {
                            var rows = classes.rows(code);
                            random.ints(count, 0, rows.length).forEach(i -> draft.copy(rows[i]));
                        });
        var copies = new int[draft.made()];
        for (var i = 0; i < copies.length; i++) {
            copies[i] = draft.from(draft.given() + i);
        }
        return new Resampling(
                table.copy().append(Tables.rows(table, copies)), draft, table, label, classes);
    }

    private Resampling spread(Examples examples, RandomGenerator random) {
        var draft = examples.draft();
        var points = examples.points();
        var made = new ListedPoints(draft);
        strategy.targets(Strategy.Kind.ADD, examples.classes())
                .forEach(
                        (code, count) -> {
                            var rows = examples.classes().rows(code);
                            var widths = widths(examples.points(rows), points.length);
                            for (var i = 0; i < count; i++) {
                                var base = rows[random.nextInt(rows.length)];
                                var point = points[base].clone();
                                for (var j = 0; j < point.length; j++) {
                                    point[j] += widths[j] * random.nextGaussian();
                                }
                                made.add(draft.make(base), point);
                            }
                        });
        return examples.grown(draft, made);
    }

    /** Silverman's rule, by the deviation of each column in the class. */
    private double[] widths(double[][] ofClass, int rows) {
        var dimensions = ofClass[0].length;
        var constant = Math.pow(4.0 / ((dimensions + 2.0) * rows), 1.0 / (dimensions + 4.0));
        var widths = Deviations.of(ofClass);
        for (var j = 0; j < dimensions; j++) {
            widths[j] *= shrinkage * constant;
        }
        return widths;
    }
}
