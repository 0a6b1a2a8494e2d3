package himalia.search;

import static himalia.display.bundle.Given.given;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The settings that are searched, each with the values that it may have.
 *
 * <pre>{@code
 * var space = SearchSpace.empty()
 *         .whole("depth", 2, 8)
 *         .log("rate", 0.01, 0.3)
 *         .choice("booster", "tree", "linear")
 *         .when("booster", "linear", linear -> linear.log("alpha", 1e-4, 1));
 * SearchSpace.of("depth=int(2, 8), rate=log(0.01, 0.3), booster=choice(tree, linear), alpha=log(1e-4, 1) if booster=linear")
 * }</pre>
 *
 * <p>A space does not change: each method returns a larger one.
 */
public final class SearchSpace {
    private static final SearchSpace EMPTY = new SearchSpace(List.of());
    private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$.-]*");

    private final List<Parameter> parameters;

    /** A setting, and which values of which other ones it is for. */
    private record Parameter(
            String name, ParameterDistribution distribution, List<Condition> when) {
        Parameter under(Condition outer) {
            return new Parameter(
                    name, distribution, Stream.concat(Stream.of(outer), when.stream()).toList());
        }

        @Override
        public String toString() {
            var all = when.stream().map(Condition::toString).collect(Collectors.joining(" and "));
            return name + "=" + distribution + (when.isEmpty() ? "" : " if " + all);
        }
    }

    /** That another setting has a value. */
    private record Condition(String parameter, Object value) {
        boolean holds(Map<String, Object> settings) {
            return value.equals(settings.get(parameter));
        }

        @Override
        public String toString() {
            return parameter + "=" + SpaceText.written(value);
        }
    }

    private SearchSpace(List<Parameter> parameters) {
        this.parameters = List.copyOf(parameters);
    }

    /** Returns the space of nothing, to add settings to. */
    public static SearchSpace empty() {
        return EMPTY;
    }

    /**
     * Reads a space: {@code name=uniform(low, high)}, {@code log(low, high)}, {@code step(low, high, step)}, {@code int(low, high)}, {@code
     * int(low, high, step)}, {@code logint(low, high)}, {@code choice(a, b, c)}, with commas between them; {@code if other=value} behind one that is only there
     * for a value of another, {@code if other=value and third=value} for values of several.
     *
     * @throws IllegalArgumentException if it cannot be read, naming the place
     */
    public static SearchSpace of(String text) {
        return new SpaceText(given(text, "text")).space();
    }

    /** Adds a number between two bounds, of which each is as probable. */
    public SearchSpace uniform(String name, double low, double high) {
        return with(name, () -> new RealRange(low, high, 0, false));
    }

    /** Adds a number between two bounds above 0, of whose magnitudes each is as probable. */
    public SearchSpace log(String name, double low, double high) {
        return with(name, () -> new RealRange(low, high, 0, true));
    }

    /** Adds a number that is so many steps above the lower bound. */
    public SearchSpace step(String name, double low, double high, double step) {
        return with(
                name,
                () -> {
                    if (step <= 0) {
                        throw new IllegalArgumentException("a step must be above 0, got " + step);
                    }
                    return new RealRange(low, high, step, false);
                });
    }

    /** Adds a whole number between two bounds, both among them. */
    public SearchSpace whole(String name, int low, int high) {
        return whole(name, low, high, 1);
    }

    /** Adds a whole number that is so many steps above the lower bound. */
    public SearchSpace whole(String name, int low, int high, int step) {
        return with(name, () -> new WholeRange(low, high, step, false));
    }

    /** Adds a whole number between two bounds from 1 on, of whose magnitudes each is as probable. */
    public SearchSpace logWhole(String name, int low, int high) {
        return with(name, () -> new WholeRange(low, high, 1, true));
    }

    /** Adds one of several values: texts, truths, numbers. */
    public SearchSpace choice(String name, Object... values) {
        return with(name, () -> new Choice(List.of(given(values, "values"))));
    }

    /** Adds a setting of any distribution. */
    public SearchSpace with(String name, ParameterDistribution distribution) {
        given(distribution, "distribution");
        return with(name, () -> distribution);
    }

    private SearchSpace with(String name, Supplier<ParameterDistribution> made) {
        if (!NAME.matcher(given(name, "name")).matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no name of a setting; it begins with a letter, and goes on with letters, digits, '_', '.' and '-'"
                            .formatted(name));
        }
        if (names().contains(name)) {
            throw new IllegalArgumentException("there are two settings '" + name + "'");
        }
        try {
            return plus(List.of(new Parameter(name, made.get(), List.of())));
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException("'" + name + "': " + refused.getMessage());
        }
    }

    private SearchSpace plus(List<Parameter> more) {
        var all = new ArrayList<>(parameters);
        all.addAll(more);
        return new SearchSpace(all);
    }

    /**
     * Adds settings that are only there where another one has a value.
     *
     * @param parameter the other one, which stands in the space already
     * @param more adds them
     */
    public SearchSpace when(String parameter, Object value, UnaryOperator<SearchSpace> more) {
        var distribution = distribution(parameter);
        if (!distribution.contains(given(value, "value"))) {
            throw new IllegalArgumentException(
                    "'%s' is never %s; it is of %s".formatted(parameter, value, distribution));
        }
        var larger = given(more, "more").apply(this).parameters;
        // 1 is 1.0 where it is one of a range of such.
        var held = distribution.value(distribution.number(value));
        var condition = new Condition(parameter, held);
        return plus(
                larger.subList(parameters.size(), larger.size()).stream()
                        .map(each -> each.under(condition))
                        .toList());
    }

    /** Leaves settings out, and with each those that are there for a value of it. */
    public SearchSpace without(Collection<String> names) {
        var gone = new HashSet<>(given(names, "names"));
        var left = new ArrayList<Parameter>();
        for (var each : parameters) {
            if (gone.contains(each.name)
                    || each.when.stream().anyMatch(when -> gone.contains(when.parameter))) {
                gone.add(each.name);
            } else {
                left.add(each);
            }
        }
        return new SearchSpace(left);
    }

    /** Returns the names of the settings, in order. */
    public List<String> names() {
        return parameters.stream().map(Parameter::name).toList();
    }

    /** Returns whether there is no setting. */
    public boolean isEmpty() {
        return parameters.isEmpty();
    }

    /**
     * Returns the values that a setting may have.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public ParameterDistribution distribution(String name) {
        return parameter(given(name, "name")).distribution;
    }

    private Parameter parameter(String name) {
        return parameters.stream()
                .filter(each -> each.name.equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "no setting '%s' in the space; %s"
                                                .formatted(
                                                        name,
                                                        names().isEmpty()
                                                                ? "it is empty yet"
                                                                : "there are: "
                                                                        + String.join(
                                                                                ", ", names()))));
    }

    /** Returns whether a setting is there whatever the others are. */
    public boolean isAlways(String name) {
        return parameter(given(name, "name")).when.isEmpty();
    }

    /**
     * Returns whether a setting is there.
     *
     * @param settings those that stand before it
     */
    public boolean isActive(String name, Map<String, Object> settings) {
        given(settings, "settings");
        return parameter(given(name, "name")).when.stream()
                .allMatch(condition -> condition.holds(settings));
    }

    /**
     * Returns the settings that come from a place for each.
     *
     * @param place gives it for the name of a setting, from 0, and below 1; it is asked for active ones alone
     */
    public Map<String, Object> at(ToDoubleFunction<String> place) {
        given(place, "place");
        var settings = new LinkedHashMap<String, Object>();
        for (var each : parameters) {
            if (isActive(each.name, settings)) {
                settings.put(each.name, each.distribution.at(place.applyAsDouble(each.name)));
            }
        }
        return settings;
    }

    /** Returns the space as {@link #of(String)} reads it. */
    @Override
    public String toString() {
        return parameters.stream().map(Parameter::toString).collect(Collectors.joining(", "));
    }
}
