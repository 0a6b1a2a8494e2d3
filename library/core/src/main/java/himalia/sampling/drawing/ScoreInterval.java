package himalia.sampling.drawing;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Ends of a share over strata: the nearest shares that the sample speaks against. A share is tested with the strata's own shares that
 * are likeliest where it is true, so that a stratum of which no drawn row has the value is not taken to have none.
 *
 * <p>Of one stratum this is E. B. Wilson's interval; the likeliest shares are those of O. Miettinen, M. Nurminen (1985): Comparative
 * Analysis of Two Rates. Statistics in Medicine 4 (2), 213–226.
 */
final class ScoreInterval {
    private static final int HALVINGS = 80;
    private static final double FARTHEST = 1e12;

    private final List<Estimate.Stratum> strata;
    private final double value;

    ScoreInterval(List<Estimate.Stratum> strata) {
        this.strata = strata;
        this.value = sum(Estimate.Stratum::value);
    }

    /**
     * Returns an end.
     *
     * @param wide how many standard errors lie between
     * @param side -1 for the lower end, 1 for the upper
     */
    double end(double wide, int side) {
        double near = value;
        double far = sum(each -> each.isWhole() ? each.value() : (1 + side) / 2);
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (near + far) / 2;
            double apart = middle - value;
            if (apart * apart < wide * wide * variance(middle)) {
                near = middle;
            } else {
                far = middle;
            }
        }
        return far;
    }

    /** Returns the variance of the estimate where the share of all strata is this one. */
    private double variance(double share) {
        double low = -FARTHEST;
        double high = FARTHEST;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (sum(each -> likeliest(each, middle)) > share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double pull = (low + high) / 2;
        double variance = 0;
        for (var each : strata) {
            double own = likeliest(each, pull);
            if (!each.isWhole()) {
                variance += each.share() * each.share() * own * (1 - own) / each.rows();
            }
        }
        return variance;
    }

    /** Returns the likeliest share of a stratum under Lagrange's multiplier of the whole share: the more, the smaller. */
    private static double likeliest(Estimate.Stratum stratum, double pull) {
        if (stratum.isWhole() || pull == 0) {
            return stratum.value();
        }
        double rows = stratum.rows();
        double pulled = pull * stratum.share();
        double hits = stratum.value() * rows;
        double sum = rows + pulled;
        double root = Math.sqrt(Math.max(0, sum * sum - 4 * pulled * hits));
        return sum >= 0 ? 2 * hits / (sum + root) : (sum - root) / (2 * pulled);
    }

    private double sum(ToDoubleFunction<Estimate.Stratum> of) {
        return strata.stream().mapToDouble(each -> each.share() * of.applyAsDouble(each)).sum();
    }
}
