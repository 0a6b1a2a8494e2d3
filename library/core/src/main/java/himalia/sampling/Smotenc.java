package himalia.sampling;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.InterruptCheck;
import himalia.display.bundle.Listed;
import himalia.table.Matrices;
import himalia.table.Quantile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import tech.tablesaw.api.Table;

/**
 * {@link Smote} for tables of numbers and categories: numbers of a new row lie between those of two rows, its categories are
 * the commonest among the neighbours.
 *
 * <pre>{@code
 * Table balanced = new Smotenc(List.of("colour", "city"), 5, 42).resample(train, "churned");
 * }</pre>
 *
 * <p>By each category in which they differ, two rows are as far apart as the median of the standard deviations of the numbers
 * in their class. A missing category is one of its own; missing numbers are refused. The given rows come first, in order;
 * columns of numbers become real numbers.
 *
 * <p>N. V. Chawla and others (2002): SMOTE: Synthetic Minority Over-sampling Technique. Journal of Artificial Intelligence
 * Research 16, 321–357, section 6.1.
 *
 * @param categories the columns that hold categories
 * @param neighbours how many neighbours of a row may be drawn
 * @param strategy which classes grow, and to how many rows
 * @param seed makes two runs agree
 */
public record Smotenc(List<String> categories, int neighbours, Strategy strategy, long seed)
        implements SeededSampler {
    static final String NAME = "SMOTE-NC";

    public Smotenc {
        given(strategy, "strategy");
        categories = List.copyOf(given(categories, "categories"));
        if (categories.isEmpty()) {
            throw new IllegalArgumentException(
                    "categories names no column; use Smote for a table of numbers");
        }
        for (var name : categories) {
            if (Collections.frequency(categories, name) > 1) {
                throw new IllegalArgumentException(
                        "categories names '%s' twice; name it once".formatted(name));
            }
        }
        Few.atLeastOne(neighbours, "neighbours");
    }

    public Smotenc(List<String> categories, int neighbours, long seed) {
        this(categories, neighbours, Strategy.AUTO, seed);
    }

    @Override
    public Resampling trace(Table table, String label, RandomGenerator random) {
        var classes = Classes.of(table, label);
        var encoded = Categories.of(table, categories);
        var numbers = new ArrayList<>(Matrices.features(table, label));
        if (categories.contains(label)) {
            throw new IllegalArgumentException(
                    "categories names the label '%s'; leave it out".formatted(label));
        }
        numbers.removeAll(categories);
        if (numbers.isEmpty()) {
            throw new IllegalArgumentException(
                    "categories names all columns (%s), and SMOTE-NC is for some numbers as well; use Smoten"
                            .formatted(Listed.of(categories, categories.size())));
        }
        var examples = new Examples(table, label, numbers, classes, NAME);
        var draft = examples.draft();
        draft.votes(categories);
        var chosen = new CategoryRows(draft, encoded);
        strategy.targets(Strategy.Kind.ADD, classes)
                .forEach(
                        (code, count) -> {
                            if (count > 0) {
                                var segments = segments(examples, encoded, code);
                                draw(segments, count, draft, chosen, random);
                            }
                        });
        return examples.told(
                NewTable.of(examples, draft, new Between(examples.columns(), draft), chosen),
                draft);
    }

    private void draw(
            Segments segments,
            int count,
            Draft draft,
            CategoryRows chosen,
            RandomGenerator random) {
        var interrupt = new InterruptCheck();
        for (var i = 0; i < count; i++) {
            interrupt.ask();
            var entry = draft.entries();
            segments.draw(draft, 1, 1, random);
            var place = Arrays.binarySearch(segments.bases(), draft.from(entry));
            chosen.add(chosen.categories().drawn(segments.partners()[place], random));
        }
    }

    static double medianDeviation(Examples examples, int[] rows) {
        var deviations = Deviations.of(examples.points(rows));
        Arrays.sort(deviations);
        return Quantile.of(deviations, 0.5);
    }

    /** The rows of a class, and of each the nearest others of it. */
    Segments segments(Examples examples, Categories encoded, int code) {
        var rows = Few.rows(examples.classes(), code, neighbours + 1, NAME, neighbours);
        var points = examples.points();
        var median = medianDeviation(examples, rows);
        var apart = median * median;
        return new Segments(
                rows,
                MeasuredNeighbours.of(
                        rows,
                        neighbours,
                        (a, b) ->
                                NearestRows.squared(points[a], points[b])
                                        + apart * encoded.differences(a, b)));
    }
}
