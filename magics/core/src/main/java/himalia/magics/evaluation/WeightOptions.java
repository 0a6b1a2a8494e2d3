package himalia.magics.evaluation;

import himalia.evaluation.costs.CostMatrix;
import himalia.magics.evaluation.WeightsMagic.Rule;
import himalia.magics.spi.MagicException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which options of {@code %weights} go together: what does not count would be taken for something that does. */
final class WeightOptions {
    static final double BETA = 0.999;

    private WeightOptions() {}

    /** Returns whether classes are weighed by what errors cost, and not by a rule. */
    static boolean areCosts(
            Rule rule, double beta, @Nullable Double falseAlarm, @Nullable Double miss) {
        boolean hasBeta = beta != BETA;
        boolean hasCosts = falseAlarm != null || miss != null;
        if (hasCosts && (hasBeta || rule != Rule.BALANCED)) {
            throw new MagicException(
                    "%weights: costs weigh classes by themselves; leave out --rule and --beta, or --false-alarm and --miss");
        }
        if (hasCosts && (falseAlarm == null || miss == null)) {
            boolean isMissing = miss == null;
            throw new MagicException(
                    "%%weights: %s alone weighs nothing: add %s, what it costs to take the %s class for the %s"
                            .formatted(
                                    isMissing ? "--false-alarm " + falseAlarm : "--miss " + miss,
                                    isMissing ? "--miss" : "--false-alarm",
                                    isMissing ? "second" : "first",
                                    isMissing ? "first" : "second"));
        }
        if (hasBeta && rule != Rule.EFFECTIVE) {
            throw new MagicException(
                    "%%weights: --beta %s is of --rule effective; add that, or leave it out"
                            .formatted(beta));
        }
        return hasCosts;
    }

    /** Returns what errors between two classes cost, where both costs are given. */
    static CostMatrix costs(
            List<String> classes,
            String label,
            @Nullable Double falseAlarm,
            @Nullable Double miss) {
        if (classes.size() != 2) {
            throw new MagicException(
                    "%%weights: --false-alarm and --miss are of two classes, and '%s' has %d; use ClassWeights.byCost(new CostMatrix(…))"
                            .formatted(label, classes.size()));
        }
        return CostMatrix.of(
                classes.get(0),
                classes.get(1),
                Objects.requireNonNull(falseAlarm),
                Objects.requireNonNull(miss));
    }
}
