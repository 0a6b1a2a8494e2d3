package himalia.training;

import static himalia.display.bundle.Given.given;

import java.util.Arrays;

/**
 * What a model of several classes says of a row, so that nothing is lost where it is very sure.
 *
 * @param probabilities of all classes
 * @param p the true class's
 * @param q that of all others together
 * @param logP the logarithm of the true class's
 */
record SoftmaxRow(double[] probabilities, double p, double q, double logP) {
    static SoftmaxRow of(double[] logits, int actual) {
        given(logits, "logits");
        if (actual < 0 || actual >= logits.length) {
            throw new IllegalArgumentException(
                    "class number %d of a row with %d logits; they count from 0"
                            .formatted(actual, logits.length));
        }
        double most = Arrays.stream(logits).max().orElse(0);
        if (Double.isNaN(most)) {
            throw new IllegalArgumentException(
                    "a logit is NaN; look for overflow, or for missing values, before");
        }
        var probabilities = new double[logits.length];
        double others = 0;
        double all = 0;
        for (int k = 0; k < logits.length; k++) {
            probabilities[k] = Math.exp(logits[k] - most);
            all += probabilities[k];
            others += k == actual ? 0 : probabilities[k];
        }
        double mine = probabilities[actual];
        double logP =
                logits[actual] == most
                        ? -Math.log1p(others)
                        : logits[actual] - most - Math.log(all);
        for (int k = 0; k < logits.length; k++) {
            probabilities[k] /= all;
        }
        return new SoftmaxRow(probabilities, mine / all, others / all, logP);
    }

    /** Returns q<sup>γ</sup>. */
    double focus(double gamma) {
        return Math.pow(q, gamma);
    }

    /** Returns the loss's derivative by p, times p. */
    double slope(double gamma) {
        return focus(gamma) * (gamma * p * logPByQ() - 1);
    }

    /** Returns the loss's second derivative by one of the logits. */
    double bend(double gamma, int k, int actual) {
        double own = k == actual ? q : -probabilities[k];
        double share = q == 0 ? 0 : own / q;
        double curve = gamma * ((1 - gamma) * p * logPByQ() + logP + 2);
        return p * focus(gamma) * curve * own * share
                - slope(gamma) * probabilities[k] * (k == actual ? q : 1 - probabilities[k]);
    }

    /** Returns log(p) / q, which is -1 where q is 0. */
    private double logPByQ() {
        return q == 0 ? -1 : logP / q;
    }
}
