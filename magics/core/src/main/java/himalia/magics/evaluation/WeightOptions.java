package himalia.magics.evaluation;

import himalia.evaluation.costs.CostMatrix;
import himalia.magics.evaluation.WeightsMagic.Rule;
import himalia.magics.spi.JavaText;
import himalia.magics.spi.MagicException;
import himalia.model.Labels;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which options of {@code %weights} go together: what does not count would be taken for something that does. */
final class WeightOptions {
    static final double BETA = 0.999;

    private WeightOptions() {}

    /** Returns whether classes are weighed by what errors cost, and not by a rule. */
    static boolean areCosts(
            Rule rule,
            double beta,
            @Nullable Double falseAlarm,
            @Nullable Double miss,
            String positive) {
        boolean hasBeta = beta != BETA;
        boolean hasCosts = falseAlarm != null || miss != null;
        if (hasCosts && (hasBeta || rule != Rule.BALANCED)) {
            throw new MagicException(
                    "%weights: costs weigh classes by themselves; leave out --rule and --beta, or --false-alarm and --miss");
        }
        if (hasCosts && (falseAlarm == null || miss == null)) {
            boolean isMissing = miss == null;
            throw new MagicException(
                    "%%weights: %s alone weighs nothing: add %s, what it costs to take the %s"
                            .formatted(
                                    isMissing ? "--false-alarm " + falseAlarm : "--miss " + miss,
                                    isMissing ? "--miss" : "--false-alarm",
                                    isMissing
                                            ? "positive class for the other one"
                                            : "other class for the positive one"));
        }
        if (hasBeta && rule != Rule.EFFECTIVE) {
            throw new MagicException(
                    "%%weights: --beta %s is of --rule effective; add that, or leave it out"
                            .formatted(beta));
        }
        if (!hasCosts && !positive.isEmpty()) {
            throw new MagicException(
                    "%%weights: --positive %s says for which class alarms are, and needs what errors cost: add --false-alarm and --miss, or leave it out"
                            .formatted(positive));
        }
        return hasCosts;
    }

    /** Returns what errors between two classes cost, where both costs are given. */
    static CostMatrix costs(
            Labels labels, String positive, @Nullable Double falseAlarm, @Nullable Double miss) {
        var classes = labels.classes();
        if (classes.size() != 2) {
            throw new MagicException(
                    "%%weights: --false-alarm and --miss are of two classes, and '%s' has %d; use ClassWeights.byCost(new CostMatrix(…))"
                            .formatted(labels.name(), classes.size()));
        }
        int place = positive.isEmpty() ? 1 : classes.indexOf(positive);
        if (place < 0) {
            throw new MagicException(
                    "%%weights: --positive %s is no class of '%s'; there are: %s"
                            .formatted(positive, labels.name(), String.join(", ", classes)));
        }
        return CostMatrix.of(
                classes.get(1 - place),
                classes.get(place),
                Objects.requireNonNull(falseAlarm),
                Objects.requireNonNull(miss));
    }

    /** Returns how plain Java writes what errors between two classes cost. */
    static String java(JavaText java, CostMatrix costs) {
        var one = costs.classes().get(0);
        var other = costs.classes().get(1);
        var values = java.list(one, other, costs.cost(one, other), costs.cost(other, one));
        return "%s.of(%s)".formatted(java.type(CostMatrix.class), values);
    }
}
