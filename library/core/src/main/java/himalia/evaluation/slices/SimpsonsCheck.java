package himalia.evaluation.slices;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Amount;
import himalia.display.bundle.Displayable;
import himalia.display.bundle.Escape;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Visible;
import himalia.display.grid.Grid;
import himalia.display.grid.GridOptions;
import himalia.evaluation.Evaluation;
import himalia.evaluation.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tech.tablesaw.api.Table;

/**
 * Whether the order of two turns around within slices: Simpson's paradox.
 *
 * <pre>{@code
 * SimpsonsCheck.ofRates(table, "churned", "yes", "city", "plan")   // two groups' rates
 * Report weak = Report.of(new LogisticRegression(0.001).fit(train, "churned"), test);
 * SimpsonsCheck.ofModels(weak, Report.of(model, test), test, "precision", "city")
 * }</pre>
 *
 * <p>E. H. Simpson (1951): The Interpretation of Interaction in Contingency Tables. Journal of the Royal Statistical Society B 13, 238–241.
 *
 * @param what is compared, such as the name of a metric
 * @param first how the one is called
 * @param second how the other is called
 * @param overall of all rows
 * @param by the column that parts the rows
 * @param slices in each of which both have a number
 * @param isShare whether the numbers are shares of their rows, which can be weighed anew, and no F1, area or R²
 * @param leftOut what is not compared, such as slices in which one has no number; usually nothing
 */
public record SimpsonsCheck(
        String what,
        String first,
        String second,
        Pair overall,
        String by,
        List<Pair> slices,
        boolean isShare,
        String leftOut)
        implements Displayable {
    public SimpsonsCheck {
        given(what, "what");
        given(first, "first");
        given(second, "second");
        given(overall, "overall");
        given(by, "by");
        slices = List.copyOf(given(slices, "slices"));
        given(leftOut, "leftOut");
        if (slices.isEmpty()) {
            throw new IllegalArgumentException(
                    "no slice by '%s' has rows of both '%s' and '%s' that %s can be told of; slice by another column, or compare by a metric that all rows count in"
                            .formatted(by, first, second, what));
        }
    }

    /**
     * Both numbers of some rows.
     *
     * @param name what holds of the rows
     * @param firstRows how many rows the first one's number is of
     * @param first its number
     * @param secondRows how many rows the second one's number is of
     * @param second its number
     */
    public record Pair(String name, int firstRows, double first, int secondRows, double second) {
        public Pair {
            given(name, "name");
        }

        /** Returns 1 if the first has more, -1 if it has less, 0 if both have as much. */
        public int order() {
            return Double.compare(first, second);
        }

        private int rows() {
            return firstRows + secondRows;
        }

        private boolean isDefined() {
            return firstRows > 0 && secondRows > 0 && !Double.isNaN(first) && !Double.isNaN(second);
        }
    }

    /**
     * Compares the share of one value between two groups. Rows that miss the outcome count for neither.
     *
     * @param outcome the column that holds the value
     * @param value the value whose share is compared
     * @param group a column of two values, the groups
     * @param by a column that parts the rows, one of many numbers at its quartiles
     */
    public static SimpsonsCheck ofRates(
            Table table, String outcome, String value, String group, String by) {
        given(outcome, "outcome");
        given(value, "value");
        given(group, "group");
        given(by, "by");
        var hits = GroupRates.part(table, outcome, value);
        var told = GroupRates.told(table, outcome);
        var groups = SliceRows.of(SliceColumn.of(table, group));
        if (groups.size() != 2) {
            throw GroupRates.notTwo(table, group, groups.size());
        }
        var one = groups.get(0).and(told);
        var other = groups.get(1).and(told);
        var pairs = new ArrayList<Pair>();
        for (var part : SliceRows.of(SliceColumn.of(table, by))) {
            pairs.add(
                    GroupRates.rates(
                            part.conditions().get(0), part.and(one), part.and(other), hits));
        }
        int missing = table.rowCount() - told.rows().length;
        return new SimpsonsCheck(
                "share of '%s'".formatted(value),
                one.conditions().get(0),
                other.conditions().get(0),
                GroupRates.rates("all rows", one, other, hits),
                by,
                defined(pairs),
                true,
                (missing == 0
                                ? ""
                                : "Left out: %s without '%s'. "
                                        .formatted(Amount.of(missing, "row"), outcome))
                        + undefined(pairs));
    }

    private static List<Pair> defined(List<Pair> pairs) {
        return pairs.stream().filter(Pair::isDefined).toList();
    }

    private static String undefined(List<Pair> pairs) {
        int undefined = pairs.size() - defined(pairs).size();
        return undefined == 0
                ? ""
                : "Left out: %s in which one of both has no number."
                        .formatted(Amount.of(undefined, "slice"));
    }

    /**
     * Compares two models by a metric on the same rows. Of accuracy and other means over rows nothing can turn around; of precision, F1, an area and R²
     * it can.
     *
     * @param table the rows that both were judged by, in the same order
     * @param metric its name
     * @param by a column that parts the rows, one of many numbers at its quartiles
     */
    public static SimpsonsCheck ofModels(
            Evaluation first, Evaluation second, Table table, String metric, String by) {
        Slices.checked(given(first, "first"), table);
        Slices.checked(given(second, "second"), table);
        var named = Metric.named(metric);
        var pairs = new ArrayList<Pair>();
        for (var part : SliceRows.of(SliceColumn.of(table, by))) {
            pairs.add(
                    pair(
                            part.conditions().get(0),
                            named,
                            first.ofRows(part.rows()),
                            second.ofRows(part.rows())));
        }
        boolean isSameName = first.title().equals(second.title());
        return new SimpsonsCheck(
                metric,
                isSameName ? "the first " + first.title() : first.title(),
                isSameName ? "the second " + second.title() : second.title(),
                pair("all rows", named, first, second),
                by,
                defined(pairs),
                SlicedShare.of(metric, first).isPresent(),
                undefined(pairs));
    }

    private static Pair pair(String name, Metric metric, Evaluation first, Evaluation second) {
        return new Pair(
                name,
                rows(metric, first),
                SlicedShare.score(metric, first),
                rows(metric, second),
                SlicedShare.score(metric, second));
    }

    /** Precision is of the rows that are called positive, not of all. */
    private static int rows(Metric metric, Evaluation part) {
        return SlicedShare.of(metric.name(), part)
                .map(share -> (int) share.rows())
                .orElse(part.rows());
    }

    /**
     * Returns both numbers as they would be if both had as many rows of each slice: means of the slices, weighed by their rows. Nothing for what is no
     * share of rows: the mean of slices' F1, areas or R² is none of all rows.
     */
    public Optional<Pair> standardised() {
        if (!isShare) {
            return Optional.empty();
        }
        double rows = slices.stream().mapToInt(Pair::rows).sum();
        return Optional.of(
                new Pair(
                        "standardised",
                        slices.stream().mapToInt(Pair::firstRows).sum(),
                        slices.stream()
                                .mapToDouble(each -> each.first() * each.rows() / rows)
                                .sum(),
                        slices.stream().mapToInt(Pair::secondRows).sum(),
                        slices.stream()
                                .mapToDouble(each -> each.second() * each.rows() / rows)
                                .sum()));
    }

    /** Returns how many slices have the other order than all rows together. */
    public int reversed() {
        return (int) slices.stream().filter(each -> overall.order() * each.order() < 0).count();
    }

    /** Returns true if the order of all rows together is the other one in every slice: Simpson's paradox. */
    public boolean isParadox() {
        return slices.size() > 1 && reversed() == slices.size();
    }

    /** Returns what may be said. */
    public String verdict() {
        var even =
                standardised()
                        .map(pair -> "; with as many rows of each slice it is " + numbers(pair))
                        .orElse("");
        return "%s; %s%s.%s"
                .formatted(
                        altogether(),
                        withinSlices(),
                        even,
                        leftOut.isEmpty() ? "" : " " + leftOut.strip());
    }

    private String altogether() {
        int order = overall.order();
        return order == 0
                ? String.format(
                        Locale.ROOT,
                        "All rows together, '%s' and '%s' have the same %s, %.4f",
                        first,
                        second,
                        what,
                        overall.first())
                : String.format(
                        Locale.ROOT,
                        "All rows together, '%s' has the higher %s, %.4f against %.4f",
                        order > 0 ? first : second,
                        what,
                        Math.max(overall.first(), overall.second()),
                        Math.min(overall.first(), overall.second()));
    }

    private String withinSlices() {
        if (isParadox()) {
            return "in every slice by '%s' it is the other way (Simpson's paradox): what is compared is how the rows are mixed"
                    .formatted(by);
        }
        return reversed() == 0
                ? "in no slice by '%s' it is the other way".formatted(by)
                : "in %d of %d slices by '%s' it is the other way"
                        .formatted(reversed(), slices.size(), by);
    }

    private String numbers(Pair pair) {
        return String.format(
                Locale.ROOT,
                "%.4f for '%s' and %.4f for '%s'",
                pair.first(),
                first,
                pair.second(),
                second);
    }

    @Override
    public MimeBundle bundle() {
        var grid = Grid.of(new SimpsonsGrid(this)).with(GridOptions.DEFAULT.precision(4));
        var verdict = Visible.line(verdict());
        return MimeBundle.plain(verdict + "\n\n" + grid.text())
                .html(Escape.verbatim("<p>" + Escape.html(verdict) + "</p>" + grid.html()));
    }

    @Override
    public String toString() {
        return verdict();
    }
}
