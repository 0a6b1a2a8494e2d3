package himalia.features;

import himalia.features.FeatureScores.By;
import himalia.model.Feature;
import himalia.model.Provenance;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/** What all steps share that score each column of numbers by itself and keep the good ones. */
final class ScoredSelection {
    private ScoredSelection() {}

    /**
     * Keeps columns by their scores.
     *
     * @param rule returns which are kept, of scores that are NaN where a column tells nothing, as a constant
     */
    static FittedStep ofScores(
            Step step,
            Table table,
            String label,
            By by,
            List<String> columns,
            Function<double[], boolean[]> rule) {
        var scores = FeatureScores.of(table, label, by, columns);
        return kept(
                step,
                table,
                label,
                scores,
                rule.apply(scores.doubleColumn("score").asDoubleArray()));
    }

    /**
     * Keeps the columns whose score is improbable by chance, of which there must be one.
     *
     * @param most returns up to which probability, of those of all columns
     */
    static FittedStep upTo(
            Step step,
            Table table,
            String label,
            By by,
            double alpha,
            List<String> columns,
            ToDoubleFunction<double[]> most) {
        var scores = FeatureScores.of(table, label, by, columns);
        var chances = scores.doubleColumn("p").asDoubleArray();
        double highest = most.applyAsDouble(chances);
        var kept = new boolean[chances.length];
        boolean isEmpty = true;
        for (int j = 0; j < kept.length; j++) {
            kept[j] = chances[j] <= highest;
            isEmpty &= !kept[j];
        }
        if (isEmpty && kept.length > 0) {
            var known = Arrays.stream(chances).filter(p -> !Double.isNaN(p)).min();
            var said =
                    known.isPresent()
                            ? "the least p of %d is %s; raise alpha, or take SelectKBest"
                                    .formatted(kept.length, known.getAsDouble())
                            : "none of %d has a p, as where each holds one value only; leave the step out, or name other columns"
                                    .formatted(kept.length);
            throw new IllegalArgumentException(
                    "%s keeps no column by alpha %s: %s".formatted(step.name(), alpha, said));
        }
        return kept(step, table, label, scores, kept);
    }

    private static FittedStep kept(
            Step step, Table table, String label, Table scores, boolean[] kept) {
        var names = scores.stringColumn("feature").asList();
        var features = table.rejectColumns(label);
        return new FittedSelection(
                step,
                names.stream().map(features::column).map(Feature::of).toList(),
                IntStream.range(0, kept.length).filter(j -> kept[j]).mapToObj(names::get).toList(),
                Provenance.of(features));
    }

    /** Refuses an alpha that is no probability, and scores that come without one. */
    static void checkAlpha(By by, double alpha, String step) {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("alpha must be between 0 and 1, got " + alpha);
        }
        if (by == By.MUTUAL_INFO_CLASSIF || by == By.MUTUAL_INFO_QUARTERS) {
            throw new IllegalArgumentException(
                    "%s goes by how probable a score is by chance, which %s does not tell; take F_CLASSIF, CHI2 or F_REGRESSION, or SelectKBest"
                            .formatted(step, by));
        }
    }
}
