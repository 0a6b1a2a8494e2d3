package himalia.transfer;

import himalia.display.bundle.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a study of transfer comes to, in words. */
final class TransferWords {
    /** Means of equal accuracies differ by less. */
    private static final double ROUNDING = 1e-12;

    private final TransferResult result;
    private final List<TransferComparison> tests;

    TransferWords(TransferResult result) {
        this.result = result;
        this.tests = result.tests();
    }

    String verdict() {
        var lines = new ArrayList<String>();
        lines.add(headline());
        result.sizes().forEach(rows -> lines.add(ofSize(rows)));
        lines.addAll(result.notes());
        lines.add(method());
        return String.join("\n", lines);
    }

    /** Returns the answer. */
    String headline() {
        if (tests.isEmpty()) {
            return "Nothing can be said yet: there is one draw of training rows only, which may be"
                    + " luck.";
        }
        var helped = result.sizes().stream().filter(rows -> !best(rows).isEmpty()).toList();
        if (helped.isEmpty()) {
            return without();
        }
        var told =
                "Transfer helps with %s rows: %s than what begins without the source."
                        .formatted(and(helped), bestOf(helped));
        return isHarming()
                ? told + " It also harms: " + pairs(TransferComparison::isWorse, "worse") + "."
                : told;
    }

    private String without() {
        if (isHarming()) {
            return "Transfer does not help here, it harms: "
                    + pairs(TransferComparison::isWorse, "worse")
                    + ".";
        }
        if (tests.stream().anyMatch(TransferComparison::isBetter)) {
            return "Transfer does not help here: %s, but no way is shown to be better than all that begins without the source."
                    .formatted(pairs(TransferComparison::isBetter, "better"));
        }
        return "It is not shown that transfer helps here, nor that it harms: all differences may be"
                + " chance.";
    }

    private boolean isHarming() {
        return tests.stream().anyMatch(TransferComparison::isWorse);
    }

    /** Returns the ways that are better than all that do not take over. */
    private List<TransferWay> best(int rows) {
        return result.ways().stream()
                .filter(TransferWay::isTransfer)
                .filter(
                        way ->
                                tests.stream()
                                        .filter(t -> t.rows() == rows && t.way() == way)
                                        .allMatch(TransferComparison::isBetter))
                .toList();
    }

    private String bestOf(List<Integer> sizes) {
        return result.ways().stream()
                .filter(way -> sizes.stream().anyMatch(rows -> best(rows).contains(way)))
                .map(way -> "'%s' is better".formatted(way.words()) + with(way, sizes))
                .collect(Collectors.joining(", and "));
    }

    /** Returns the numbers of rows with which a way is better, where it is not with all of these. */
    private String with(TransferWay way, List<Integer> sizes) {
        var those = sizes.stream().filter(rows -> best(rows).contains(way)).toList();
        return those.size() == sizes.size() ? "" : " with " + and(those);
    }

    /** Tells which pairs differ, and with how many rows. */
    private String pairs(Predicate<TransferComparison> differ, String word) {
        var told = new ArrayList<String>();
        for (var way : result.ways()) {
            for (var baseline : result.ways()) {
                var those =
                        tests.stream()
                                .filter(t -> t.way() == way && t.baseline() == baseline)
                                .filter(differ)
                                .map(TransferComparison::rows)
                                .toList();
                if (!those.isEmpty()) {
                    told.add(
                            "'%s' is %s than '%s' with %s rows"
                                    .formatted(way.words(), word, baseline.words(), and(those)));
                }
            }
        }
        return String.join("; ", told);
    }

    private static String and(List<Integer> numbers) {
        var texts = numbers.stream().map(String::valueOf).toList();
        int last = texts.size() - 1;
        return last == 0
                ? texts.get(0)
                : String.join(", ", texts.subList(0, last)) + " and " + texts.get(last);
    }

    private String ofSize(int rows) {
        var accuracies =
                result.ways().stream()
                        .map(way -> way.words() + " " + number(result.scores(way, rows).mean()))
                        .collect(Collectors.joining(", "));
        var compared =
                tests.stream()
                        .filter(test -> test.rows() == rows)
                        .map(TransferWords::told)
                        .collect(Collectors.joining(" "));
        return "With %d rows: %s. %s".formatted(rows, accuracies, compared).strip();
    }

    private static String told(TransferComparison test) {
        if (Math.abs(test.difference()) < ROUNDING) {
            return "'%s' is as good as '%s' (%s)."
                    .formatted(test.way().words(), test.baseline().words(), test.chance());
        }
        var told =
                "'%s' is %s than '%s'"
                        .formatted(
                                test.way().words(),
                                test.difference() < 0 ? "worse" : "better",
                                test.baseline().words());
        return (test.isBetter() || test.isWorse() ? told : "That " + told + " may be chance")
                + " (%s).".formatted(test.chance());
    }

    private static String number(double accuracy) {
        return String.format(Locale.ROOT, "%.3f", accuracy);
    }

    private String method() {
        var first = result.scores().get(0);
        var of =
                "Accuracy on %s, the mean of %s of training rows"
                        .formatted(
                                Amount.of(first.hits().length, "held-out row"),
                                Amount.of(first.accuracies().length, "draw"));
        if (tests.isEmpty()) {
            return of + ".";
        }
        var tested = "; p is the larger of two paired t-tests, over draws and over held-out rows";
        return tests.size() == 1
                ? of + tested + "."
                : of + tested + ", by Holm over all %d comparisons.".formatted(tests.size());
    }
}
