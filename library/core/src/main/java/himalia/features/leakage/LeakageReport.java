package himalia.features.leakage;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Amount;
import himalia.display.grid.Grid;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was looked for between two tables, and what was found.
 *
 * <pre>{@code
 * LeakageReport report = LeakageCheck.of("churned").time("day").group("customer").check(train, test);
 * report.leaks()            // each with its text, its rows and what to do
 * report.featureAuc()       // how well each column alone tells the label
 * report.isClean()
 * }</pre>
 *
 * @param trainRows how many rows there are to learn from
 * @param testRows how many to judge by
 * @param leaks what was found, what is certain first
 * @param duplicates the number of each test row that is in the training table, with the numbers there
 * @param featureAuc how well each column alone tells the classes, 0.5 for not at all, 1 for wholly: by its order, and texts and
 *     numbers of few values by their values
 * @param adversaryAuc how well a model tells training rows from test rows; NaN where it had nothing to go by
 * @param notes what was not looked at, and what was taken for something, with the reason: keys, a label of many numbers
 */
public record LeakageReport(
        int trainRows,
        int testRows,
        List<Leak> leaks,
        Map<Integer, List<Integer>> duplicates,
        Map<String, Double> featureAuc,
        double adversaryAuc,
        List<String> notes) {
    public LeakageReport {
        leaks =
                given(leaks, "leaks").stream()
                        .sorted(Comparator.comparing(leak -> !leak.kind().isCertain()))
                        .toList();
        duplicates =
                Collections.unmodifiableMap(new LinkedHashMap<>(given(duplicates, "duplicates")));
        featureAuc =
                Collections.unmodifiableMap(new LinkedHashMap<>(given(featureAuc, "featureAuc")));
        notes = List.copyOf(given(notes, "notes"));
    }

    /**
     * Returns true if nothing was found, and nothing is left to look at: a model that was named, and of which nobody knows whether
     * it has seen test rows ({@link Leak.Kind#NOT_CHECKED}), is.
     */
    public boolean isClean() {
        return leaks.isEmpty();
    }

    /** Returns what was found of a kind. */
    public List<Leak> leaks(Leak.Kind kind) {
        return leaks.stream().filter(leak -> leak.kind() == kind).toList();
    }

    /** Returns it in a line. */
    String headline() {
        return "%s to learn from, %s to judge by: %s"
                .formatted(Amount.of(trainRows, "row"), Amount.of(testRows, "row"), summary());
    }

    /** Returns how much was found: {@code 2 leaks, and 7 things to look at}. */
    public String summary() {
        long certain = leaks.stream().filter(leak -> leak.kind().isCertain()).count();
        return isClean()
                ? "no leak was found"
                : "%s, and %s to look at"
                        .formatted(
                                Amount.of(certain, "leak"),
                                Amount.of(leaks.size() - certain, "thing"));
    }

    @Override
    public String toString() {
        var text = new StringBuilder(headline());
        if (!isClean()) {
            text.append("\n\n").append(Grid.of(new LeakGrid(this)).text());
        }
        notes.forEach(note -> text.append("\n· ").append(note));
        return text.toString();
    }
}
