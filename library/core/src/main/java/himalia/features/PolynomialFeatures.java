package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.model.Feature;
import himalia.model.Provenance;
import himalia.table.Matrices;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Adds products of columns, and powers: a linear model that learns from them bends.
 *
 * <pre>{@code
 * new PolynomialFeatures(2).fit(train, "churned").apply(test)     // age, income, age^2, age income, income^2
 * new PolynomialFeatures(2, true, false, List.of("age", "income")).fit(train)    // age income
 * }</pre>
 *
 * <p>As scikit-learn's, by its names and in its order, but without a column of ones unless it is asked for.
 *
 * @param degree how many factors a product has at most
 * @param interactionOnly whether no column is a factor twice
 * @param includeBias whether a column {@code 1} of ones comes first
 * @param columns which columns; empty for all that hold numbers
 */
public record PolynomialFeatures(
        int degree, boolean interactionOnly, boolean includeBias, List<String> columns)
        implements Step {
    private static final int MOST = 10_000;

    public PolynomialFeatures {
        given(columns, "columns");
        columns = List.copyOf(columns);
        if (degree < 1) {
            throw new IllegalArgumentException("degree must be at least 1, got " + degree);
        }
    }

    /** Multiplies columns. */
    public PolynomialFeatures(int degree, List<String> columns) {
        this(degree, false, false, columns);
    }

    /** Multiplies the columns that are named, or all that hold numbers. */
    public PolynomialFeatures(int degree, String... columns) {
        this(degree, Columns.named(columns));
    }

    /** Multiplies columns by twos. */
    public PolynomialFeatures(List<String> columns) {
        this(2, columns);
    }

    /** Multiplies the columns that are named, or all that hold numbers, by twos. */
    public PolynomialFeatures(String... columns) {
        this(Columns.named(columns));
    }

    /** Returns true: it does the same whatever rows it was fitted on. */
    @Override
    public boolean isStateless() {
        return true;
    }

    @Override
    public FittedStep fit(Table features) {
        return fitted(features, List.of());
    }

    /** Learns from a table with a label, whose name no new column gets. */
    @Override
    public FittedStep fit(Table table, String label) {
        return fitted(NewColumns.features(table, label, columns), List.of(label));
    }

    private FittedStep fitted(Table features, List<String> others) {
        var chosen = Columns.chosen(features, columns, Columns::areNumbers, name(), "numbers");
        var names = chosen.stream().map(Feature::name).toList();
        Matrices.columns(features, names, name());
        var products = new ArrayList<int[]>();
        if (includeBias) {
            products.add(new int[0]);
        }
        List<int[]> shorter = List.of(new int[0]);
        for (int factors = 1; factors <= degree && !shorter.isEmpty(); factors++) {
            shorter = longer(shorter, names.size());
            if (factors > 1) {
                products.addAll(shorter);
            }
            if (products.size() > MOST) {
                throw new IllegalArgumentException(
                        "%d columns have more than %,d products of up to %d; take fewer columns or a lower degree"
                                .formatted(names.size(), MOST, degree));
            }
        }
        var taken = NewColumns.of(features, List.of(), others);
        var made = products.stream().map(each -> taken.add(name(each, names))).toList();
        return new FittedProducts(
                this, chosen, products.toArray(int[][]::new), made, Provenance.of(features));
    }

    /** Products with one factor more, none of them before those that are there. */
    private List<int[]> longer(List<int[]> products, int columns) {
        var longer = new ArrayList<int[]>();
        for (var product : products) {
            int last = product.length == 0 ? 0 : product[product.length - 1];
            boolean isOther = interactionOnly && product.length > 0;
            for (int next = isOther ? last + 1 : last; next < columns; next++) {
                longer.add(IntStream.concat(IntStream.of(product), IntStream.of(next)).toArray());
                if (longer.size() > MOST) {
                    return longer;
                }
            }
        }
        return longer;
    }

    private static String name(int[] product, List<String> names) {
        var powers =
                IntStream.of(product)
                        .distinct()
                        .mapToObj(
                                one -> {
                                    long power =
                                            IntStream.of(product)
                                                    .filter(each -> each == one)
                                                    .count();
                                    return names.get(one) + (power > 1 ? "^" + power : "");
                                })
                        .collect(Collectors.joining(" "));
        return powers.isEmpty() ? "1" : powers;
    }
}
