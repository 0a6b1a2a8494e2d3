package himalia.online;

import himalia.evaluation.comparison.McNemar;
import himalia.evaluation.comparison.PairedTest;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** What a champion and a challenger missed of the same rows. */
final class Trial {
    private static final double LEAST_SHOWN = 1e-4;

    private final Promotion rule;
    private final boolean areClasses;
    private double[] champion = {};
    private double[] challenger = {};

    Trial(Promotion rule, boolean areClasses) {
        this.rule = rule;
        this.areClasses = areClasses;
    }

    /**
     * How it ended.
     *
     * @param isWon by the challenger
     */
    record Verdict(boolean isWon, String words) {}

    /** Takes losses of more rows, as far as the trial goes. */
    void add(double[] ofChampion, double[] ofChallenger) {
        champion = joined(champion, ofChampion);
        challenger = joined(challenger, ofChallenger);
    }

    private double[] joined(double[] some, double[] more) {
        return DoubleStream.concat(Arrays.stream(some), Arrays.stream(more))
                .limit(rule.trial())
                .toArray();
    }

    boolean isOver() {
        return champion.length >= rule.trial();
    }

    Verdict verdict() {
        double old = Arrays.stream(champion).sum();
        double fresh = Arrays.stream(challenger).sum();
        double p = areClasses ? mcNemar().p() : PairedTest.pairedT(champion, challenger).p();
        boolean isWon = fresh < old && p < rule.alpha();
        var both =
                areClasses
                        ? "%d of %d rows wrong, before %d"
                                .formatted((int) fresh, champion.length, (int) old)
                        : String.format(
                                Locale.ROOT,
                                "mean absolute error %.4g on %d rows, before %.4g",
                                fresh / champion.length,
                                champion.length,
                                old / champion.length);
        return new Verdict(
                isWon,
                "%s; %s p %s"
                        .formatted(
                                both,
                                areClasses ? "McNemar's test" : "paired t-test",
                                p < LEAST_SHOWN
                                        ? "< 0.0001"
                                        : String.format(Locale.ROOT, "%.4f", p)));
    }

    private McNemar mcNemar() {
        long onlyChampion = 0;
        long onlyChallenger = 0;
        for (int row = 0; row < champion.length; row++) {
            onlyChampion += champion[row] > challenger[row] ? 1 : 0;
            onlyChallenger += challenger[row] > champion[row] ? 1 : 0;
        }
        return new McNemar(onlyChallenger, onlyChampion);
    }
}
